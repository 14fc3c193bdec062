// A hundred resources in components of components, made in loops; some of them are against the convention.
import * as outscale from "@pulumi/outscale";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";

const REGION = "cloudgouv-eu-west-1";

class Servers extends ComponentResource {
  constructor(name: string, subnet: outscale.Subnet, group: outscale.SecurityGroup, options: ComponentResourceOptions) {
    super("shop:index:Servers", name, {}, options);
    for (const number of [1, 2, 3, 4, 5]) {
      const vm = new outscale.Vm(
        `${name}-${String(number)}`,
        {
          imageId: "ami-12345678",
          subnetId: subnet.subnetId,
          securityGroupIds: [group.securityGroupId],
          tags: [{ key: "tier", value: name.split("-")[0] ?? "" }],
        },
        { parent: this },
      );
      const volume = new outscale.Volume(
        `${name}-${String(number)}`,
        {
          subregionName: subnet.subregionName,
          size: 10 * number,
          ...(number > 1 && { tags: [{ key: "encryption", value: "luks2" }] }),
        },
        { parent: vm },
      );
      new outscale.VolumeLink(
        `${name}-${String(number)}`,
        { deviceName: "/dev/xvdb", vmId: vm.vmId, volumeId: volume.volumeId },
        { parent: volume },
      );
    }
  }
}

class Zone extends ComponentResource {
  constructor(letter: string, index: number, net: outscale.Net, options: ComponentResourceOptions) {
    super("shop:index:Zone", letter, {}, options);
    const subnet = new outscale.Subnet(
      `zone-${letter}`,
      {
        netId: net.netId,
        ipRange: `10.0.${String(index)}.0/24`,
        // The second one is left to chance.
        ...(index !== 1 && { subregionName: REGION + letter }),
      },
      { parent: this },
    );
    const group = new outscale.SecurityGroup(
      `zone-${letter}`,
      { netId: net.netId, description: letter },
      { parent: this },
    );
    for (const [port, ipRange] of [
      [443, "0.0.0.0/0"],
      [80, "0.0.0.0/0"],
      [22, index === 2 ? "0.0.0.0/0" : "192.0.2.0/24"],
    ] as const) {
      new outscale.SecurityGroupRule(
        `zone-${letter}-${String(port)}`,
        {
          flow: "Inbound",
          securityGroupId: group.securityGroupId,
          ipProtocol: "tcp",
          fromPortRange: port,
          toPortRange: port,
          ipRange,
        },
        { parent: group },
      );
    }
    new Servers(`web-${letter}`, subnet, group, { parent: this });
    if (letter !== "c") new Servers(`orders-${letter}`, subnet, group, { parent: this });
  }
}

class Platform extends ComponentResource {
  constructor(name: string) {
    super("shop:index:Platform", name);
    const net = new outscale.Net(name, { ipRange: "10.0.0.0/16" }, { parent: this });
    for (const [index, letter] of ["a", "b", "c"].entries()) new Zone(letter, index, net, { parent: this });
  }
}

new Platform("shop");
