import * as outscale from "@pulumi/outscale";
import * as pulumi from "@pulumi/pulumi";

export class Network extends pulumi.ComponentResource {
  readonly subnets: outscale.Subnet[] = [];

  constructor(name: string, zones: string[], options?: pulumi.ComponentResourceOptions) {
    super("everything:index:Network", name, {}, options);
    const net = new outscale.Net(name, { ipRange: "10.0.0.0/16" }, { parent: this });
    for (const [index, zone] of zones.entries()) {
      this.subnets.push(
        new outscale.Subnet(
          `${name}-${zone}`,
          { netId: net.netId, ipRange: `10.0.${index}.0/24`, subregionName: zone },
          { parent: this },
        ),
      );
    }
    this.registerOutputs();
  }
}
