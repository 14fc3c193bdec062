import * as outscale from "@pulumi/outscale";
import * as pulumi from "@pulumi/pulumi";
import { Network } from "./network";

const config = new pulumi.Config();

async function main() {
  const { images } = await outscale.getImages({ filters: [{ name: "image_names", values: ["debian"] }] });
  const { subregions } = await outscale.getSubregions();
  const zones = subregions.map(({ subregionName }) => subregionName!);

  const abroad = new outscale.Provider("abroad", { region: "eu-west-2", api: { insecure: true } });
  const network = new Network("main", zones, { protect: true });
  new Network("other", ["eu-west-2a"], { providers: [abroad] });

  const volumes = config.requireObject<string[]>("disks").map(
    (disk) =>
      new outscale.Volume(disk, {
        subregionName: zones[0]!,
        size: config.requireNumber("size"),
      }),
  );

  const keypair = outscale.getKeypairOutput({ keypairName: "admin" });
  const image = images[0]!;
  const vm = new outscale.Vm(
    "web",
    {
      imageId: image.imageId!,
      vmType: pulumi.secret("tinav5.c1r1p2"),
      keypairName: keypair.keypairName,
      placementTenancy: keypair.keypairType,
      subnetId: network.subnets[0]!.subnetId,
      userData: Buffer.from(`#!/bin/sh\ninstall ${image.imageId}\n`).toString("base64"),
      tags: [
        { key: "owner", value: config.require("owner") },
        { key: "password", value: config.requireSecret("password") },
      ],
      blockDeviceMappings: [
        { deviceName: "/dev/sda1", bsu: { volumeSize: image.blockDeviceMappings![0]!.bsus![0]!.volumeSize! + 10 } },
      ],
    },
    { dependsOn: volumes, retainOnDelete: true },
  );

  vm.vmId.apply((id) => new outscale.Tag("late", { resourceIds: [id] }));
  pulumi.output("known").apply((name) => new outscale.Volume(name, { subregionName: zones[1]! }));

  outscale.SecurityGroup.get("existing", "sg-12345678");
  return { vm: vm.vmId };
}

export const made = main();
