import * as outscale from "@pulumi/outscale";
import { server, subnetA, subnetB } from "./network";

// What the one keeps on its volume, the other has nowhere to put.
const vault = server("vault-1", subnetA, "vault");
server("vault-2", subnetB, "vault");
const kept = new outscale.Volume("vault", { subregionName: "cloudgouv-eu-west-1a", size: 100, volumeType: "gp2" });
new outscale.VolumeLink("vault", { vmId: vault.vmId, volumeId: kept.volumeId, deviceName: "/dev/xvdb" });
