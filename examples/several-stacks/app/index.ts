import * as outscale from "@pulumi/outscale";
import * as pulumi from "@pulumi/pulumi";

const network = new pulumi.StackReference("organization/network/dev");

for (const zone of ["a", "b"]) {
  new outscale.Vm(`web-${zone}`, {
    imageId: "ami-12345678",
    subnetId: network.getOutput("subnetIds").apply((ids: Record<string, string>) => ids[zone] ?? ""),
    tags: [{ key: "tier", value: "web" }],
  });
}
