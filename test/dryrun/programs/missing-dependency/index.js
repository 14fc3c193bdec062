require("@example/absent");
