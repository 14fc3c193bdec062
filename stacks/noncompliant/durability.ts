import * as outscale from "@pulumi/outscale";

// Eight times what its size allows.
new outscale.Volume("journal", { subregionName: "cloudgouv-eu-west-1a", volumeType: "io1", size: 5, iops: 12_000 });
