import * as outscale from "@pulumi/outscale";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { server, subnetA, subnetB, subnetOfChance } from "./network";

// Two Subregions of three.
for (const [index, subnet] of [subnetA, subnetB].entries()) server(`web-${String(index + 1)}`, subnet, "web");

/** Everything one application needs, in one place: in one Subregion, too. */
class Application extends ComponentResource {
  constructor(name: string, options?: ComponentResourceOptions) {
    super("legacy:index:Application", name, {}, options);
    for (const subnet of [subnetA, subnetOfChance]) {
      new outscale.Vm(
        `${name}-${subnet === subnetA ? "primary" : "replica"}`,
        { imageId: "ami-12345678", subnetId: subnet.subnetId },
        { parent: this },
      );
    }
  }
}
const billing = new Application("billing");

// The tier is said apart from the VM.
const queue = new outscale.Vm(
  "rabbit",
  { imageId: "ami-12345678", subnetId: subnetB.subnetId },
  { dependsOn: billing },
);
new outscale.Tag("queue", { resourceIds: [queue.vmId], tag: [{ key: "tier", value: "queue" }] });

// In the public Cloud, where nothing says in which Subregion.
new outscale.Vm("bare", { imageId: "ami-12345678", tags: [{ key: "tier", value: "bare" }] });

// Spread over two Subregions, all but one of its VMs in the first, and that one larger than they are.
for (const number of [1, 2, 3]) server(`search-${String(number)}`, subnetA, "search");
new outscale.Vm("search-large", {
  imageId: "ami-12345678",
  vmType: "tinav6.c8r16p1",
  subnetId: subnetB.subnetId,
  tags: [{ key: "tier", value: "search" }],
});
