import { dataLocationsOf } from "../../src/outscale";
import { certainly, definePolicy, finding, withFacts } from "../../src/policy";

export const requireRegionalExport = definePolicy({
  name: "require-regional-export",
  clauses: ["OBL.location", "DATA.eu"],
  ground: "good practice",
  severity: "high",
  level: "advisory",
  title: {
    en: "Images and snapshots stay in the region's object storage",
    fr: "Images et snapshots restent dans le stockage objet de la région",
  },
  why: {
    en: "Outscale hosts the client's data in French datacenters: what is read from or written to another host is outside that promise.",
    fr: "Outscale héberge les données du client dans des datacenters en France : ce qui est lu depuis un autre hôte, ou y est écrit, échappe à cet engagement.",
  },
  remediation: {
    en: "Name a host of the region, `https://oos.cloudgouv-eu-west-1.outscale.com`, or list the host in `pack-settings.recoverySites`.",
    fr: "Nommez un hôte de la région, `https://oos.cloudgouv-eu-west-1.outscale.com`, ou listez l'hôte dans `pack-settings.recoverySites`.",
  },
  messages: {
    elsewhere: {
      en: "Its data is at a host that is neither the region's object storage nor a recovery site.",
      fr: "Ses données sont chez un hôte qui n'est ni le stockage objet de la région, ni un site de secours.",
    },
  },
  subjects: (system) => dataLocationsOf(system),
  // Data that are certainly sensitive are left to require-regional-sensitive-data, which is stricter.
  applies: (location) => !certainly(() => location.holdsSensitive()),
  *check(location, { messages }) {
    if (!location.isOurs()) yield withFacts(finding(location, messages.elsewhere), { host: location.place() });
  },
});
