import * as outscale from "@pulumi/outscale";
import { addressIn, type Zone } from "./network";
import { image } from "./settings";
import { tags } from "./tags";
import { appUserData, databaseUserData } from "./user-data";

interface Tier {
  readonly name: "app" | "database";
  readonly vmType: string;
  readonly userData: string;
  /** What happens to a VM whose host fails. */
  readonly hostAction: "restart" | "stop";
}

const APP: Tier = { name: "app", vmType: "tinav6.c4r8p2", userData: appUserData, hostAction: "restart" };

// A replica that comes back by itself may come back as a second primary.
const DATABASE: Tier = { name: "database", vmType: "tinav6.c4r16p1", userData: databaseUserData, hostAction: "stop" };

export function makeAppServer(zone: Zone, group: outscale.SecurityGroup, keypair: outscale.Keypair): outscale.Vm {
  return makeVm(APP, zone, group, keypair);
}

/** A database with an encrypted volume of its own, which outlives the VM. */
export function makeDatabase(zone: Zone, group: outscale.SecurityGroup, keypair: outscale.Keypair): outscale.Volume {
  const { subregion } = zone;
  const name = `data-${subregion}`;
  const vm = makeVm(DATABASE, zone, group, keypair);
  const volume = new outscale.Volume(
    name,
    {
      subregionName: subregion,
      volumeType: "io1",
      size: 100,
      iops: 3000,
      tags: tags(name, { autosnapshot: "Yes" }),
    },
    { protect: true },
  );
  new outscale.VolumeLink(name, { vmId: vm.vmId, volumeId: volume.volumeId, deviceName: "/dev/xvdb" });
  return volume;
}

function makeVm(
  { name: tier, vmType, userData, hostAction }: Tier,
  { subregion, number, subnets }: Zone,
  group: outscale.SecurityGroup,
  keypair: outscale.Keypair,
): outscale.Vm {
  const name = `${tier}-${subregion}`;
  return new outscale.Vm(name, {
    imageId: image,
    vmType,
    subnetId: subnets[tier].subnetId,
    privateIps: [addressIn(tier, number, "10")],
    securityGroupIds: [group.securityGroupId],
    keypairName: keypair.keypairName,
    userData,
    shutdownBehaviorConfiguration: { hostAction, guestAction: "stop" },
    deletionProtection: tier === "database",
    tags: tags(name, { tier }),
  });
}
