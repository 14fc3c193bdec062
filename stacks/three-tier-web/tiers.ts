import * as outscale from "@pulumi/outscale";
import { addressIn, type Zone } from "./network";
import { image } from "./settings";
import { tags } from "./tags";
import { appUserData, databaseUserData, webUserData } from "./user-data";

/** What the VMs of a tier have in common. */
interface Tier {
  readonly name: "web" | "app" | "database";
  readonly vmType: string;
  readonly userData: string;
  /** What happens to a VM whose host fails. */
  readonly hostAction: "restart" | "stop";
}

const WEB: Tier = { name: "web", vmType: "tinav6.c2r4p2", userData: webUserData, hostAction: "restart" };

const APP: Tier = { name: "app", vmType: "tinav6.c4r8p2", userData: appUserData, hostAction: "restart" };

// A replica that comes back by itself may come back as a second primary.
const DATABASE: Tier = { name: "database", vmType: "tinav6.c4r16p1", userData: databaseUserData, hostAction: "stop" };

export interface Database {
  readonly vm: outscale.Vm;
  readonly volume: outscale.Volume;
}

export function makeWebServer(zone: Zone, group: outscale.SecurityGroup, keypair: outscale.Keypair): outscale.Vm {
  return makeVm(WEB, zone, group, keypair);
}

export function makeAppServer(zone: Zone, group: outscale.SecurityGroup, keypair: outscale.Keypair): outscale.Vm {
  return makeVm(APP, zone, group, keypair);
}

/** A database with a volume of its own, which outlives the VM. */
export function makeDatabase(zone: Zone, group: outscale.SecurityGroup, keypair: outscale.Keypair): Database {
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
      // The volume has no attribute for either: a tag says that the user data encrypts it, another that the scheduled
      // backup takes it.
      tags: tags(name, { encryption: "luks2", autosnapshot: "Yes" }),
    },
    { protect: true },
  );
  new outscale.VolumeLink(name, { vmId: vm.vmId, volumeId: volume.volumeId, deviceName: "/dev/xvdb" });
  return { vm, volume };
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
