import * as outscale from "@pulumi/outscale";
import { Config } from "@pulumi/pulumi";
import { zones, type Zone } from "./network";
import { groups } from "./security";
import { tags } from "./tags";
import { databaseUserData, serverUserData } from "./user-data";

const config = new Config();

const keypair = new outscale.Keypair("ops", {
  keypairName: "ops",
  publicKey: config.require("publicKey"),
  tags: tags(),
});

function server(
  tier: "web" | "application" | "database",
  zone: Zone,
  size: { vmType: string; userData: string; deletionProtection?: boolean },
): outscale.Vm {
  const name = `${tier}-${zone.letter}`;
  return new outscale.Vm(name, {
    imageId: config.require("image"),
    keypairName: keypair.keypairName,
    subnetId: zone.subnets[tier].subnetId,
    securityGroupIds: [groups[tier].securityGroupId],
    // A database that comes back by itself may come back as a second primary.
    shutdownBehaviorConfiguration: { guestAction: "stop", hostAction: tier === "database" ? "stop" : "restart" },
    tags: tags({ Name: name, tier }),
    ...size,
  });
}

export const webServers = zones.map((zone) =>
  server("web", zone, { vmType: "tinav6.c2r4p2", userData: serverUserData("web", ["nginx"]) }),
);

for (const zone of zones) {
  server("application", zone, {
    vmType: "tinav6.c4r8p2",
    userData: serverUserData("application", ["openjdk-21-jre-headless"]),
  });
}

for (const zone of zones) {
  const database = server("database", zone, {
    vmType: "tinav6.c4r16p2",
    userData: databaseUserData("database"),
    deletionProtection: true,
  });
  const data = new outscale.Volume(
    `data-${zone.letter}`,
    {
      subregionName: zone.subregion,
      size: 200,
      volumeType: "io1",
      iops: 3000,
      tags: tags({ Name: `data-${zone.letter}`, encryption: "luks2", autosnapshot: "Yes" }),
    },
    { protect: true },
  );
  new outscale.VolumeLink(`data-${zone.letter}`, {
    deviceName: "/dev/xvdb",
    vmId: database.vmId,
    volumeId: data.volumeId,
  });
}
