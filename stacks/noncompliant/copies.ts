import * as outscale from "@pulumi/outscale";
import { ledger } from "./storage";

// Of two disks one is in clear: every VM made from it will have a copy.
new outscale.Image("ledger", { imageName: "ledger", vmId: ledger.vmId });
