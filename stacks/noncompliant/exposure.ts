import * as outscale from "@pulumi/outscale";

/** None of it is production: whatever is reachable is reachable all the same. */
const tags = [{ key: "environment", value: "test" }];

// In the public Cloud, which gives it a public IP at once.
new outscale.Vm("trial", { imageId: "ami-12345678", placementSubregionName: "cloudgouv-eu-west-1a", tags });
