import * as outscale from "@pulumi/outscale";
import { makeArchive } from "./archive";
import { makeEntry } from "./entry";
import { makeNetwork } from "./network";
import { makeSecurityGroups } from "./security";
import { administratorKey, application, archive } from "./settings";
import { tags } from "./tags";
import { makeAppServer, makeDatabase } from "./tiers";

const { net, zones } = makeNetwork();
const groups = makeSecurityGroups(net);
// With your own public key: a private key that Outscale makes would lie in the state.
const keypair = new outscale.Keypair(application, {
  keypairName: application,
  publicKey: administratorKey,
  tags: tags(application),
});

const servers = zones.map((zone) => makeAppServer(zone, groups.app, keypair));
const [replica] = zones.map((zone) => makeDatabase(zone, groups.database, keypair));
const entries = zones.map((zone) => makeEntry(zone, groups.entry, servers));

if (archive !== undefined && replica) makeArchive(archive, replica);

/** The names that your own name service must spread clients over. */
export const entryNames = entries.map((entry) => entry.dnsName);
