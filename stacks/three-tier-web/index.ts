import * as outscale from "@pulumi/outscale";
import { makeArchive } from "./archive";
import { makeEntry } from "./entry";
import { makeNetwork, makeZone } from "./network";
import { makeSecurityGroups } from "./security";
import { administratorKey, application, archive, subregions } from "./settings";
import { tags } from "./tags";
import { makeAppServer, makeDatabase, makeWebServer } from "./tiers";

const network = makeNetwork();
const zones = subregions.map((subregion, index) => makeZone(network, subregion, index + 1));
const groups = makeSecurityGroups(network.net);
// With your own public key: a private key that Outscale makes would lie in the state.
const keypair = new outscale.Keypair(application, {
  keypairName: application,
  publicKey: administratorKey,
  tags: tags(application),
});

const webServers = zones.map((zone) => makeWebServer(zone, groups.web, keypair));
zones.forEach((zone) => makeAppServer(zone, groups.app, keypair));
const databases = zones.map((zone) => makeDatabase(zone, groups.database, keypair));
const entries = zones.map((zone) => makeEntry(zone, groups.entry, webServers));

const [replica] = databases;
if (archive !== undefined && replica) makeArchive(archive, replica.volume);

/** The names that your name service must spread clients over. */
export const entryNames = entries.map((entry) => entry.dnsName);
