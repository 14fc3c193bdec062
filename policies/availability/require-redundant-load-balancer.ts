import { SUPPORT_TIMES } from "../../src/contract";
import { enoughSubregions, entriesOf, type Entry, tiersShutOutWith } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const requireRedundantLoadBalancer = definePolicy({
  name: "require-redundant-load-balancer",
  clauses: ["GEN.asterisk", "SLA10.zones", "SLA4.ddos"],
  ground: "condition",
  severity: "high",
  level: "advisory",
  stakes: [
    {
      forfeits: ["SLA4.internet"],
      extent: {
        en: "where it faces the Internet, and for the tiers that have no other way in",
        fr: "si elle est ouverte à Internet, et pour les tiers qui n'ont pas d'autre accès",
      },
      of: (entry: Entry) => [entry, ...tiersShutOutWith(entry, enoughSubregions(entry.system))],
      when: (entry: Entry) => entry.isInternetFacing(),
      isLost: isAbsent,
      missing: findGaps,
    },
    {
      forfeits: ["SLA4.firewall"],
      isLost: (entry: Entry, { settings }) => settings.readings.A2 !== "unstarred" && isAbsent(entry),
      missing: findGaps,
    },
    { forfeits: SUPPORT_TIMES, isLost: isAbsent, missing: findGaps },
  ],
  title: {
    en: "Every entry has load balancers in several Subregions",
    fr: "Chaque entrée a des load balancers dans plusieurs Sous-régions",
  },
  why: {
    en: "A load balancer stands in one Subregion: with it the whole service is lost, and neither Internet access nor support times can be claimed for it.",
    fr: "Un load balancer se trouve dans une seule Sous-région : si elle tombe, tout le service est perdu, et ni l'accès à Internet ni les délais de support ne peuvent être réclamés pour lui.",
  },
  remediation: {
    en: "Make a load balancer with the same listeners in a Subnet of each Subregion, name them alike, and have a name service spread clients over their `dnsName`.",
    fr: "Créez un load balancer avec les mêmes listeners dans un Subnet de chaque Sous-région, nommez-les de même, et faites répartir les clients entre leurs `dnsName` par un service de noms.",
  },
  settings: {
    entries: {
      type: "string",
      description: "In how many Subregions the entries that face the Internet must stand.",
      enum: ["all", "two", "one"],
      default: "all",
    },
  },
  messages: {
    missing: ({ subregions, enough, balancers }: Missing) => {
      const [where, names] = [formatList(subregions), formatList(balancers)];
      const asked =
        enough === undefined
          ? { en: "", fr: "" }
          : {
              en: `; ${String(enough)} Subregions are asked for`,
              fr: ` ; ${String(enough)} Sous-régions sont demandées`,
            };
      return {
        en: `This entry has no load balancer in ${where.en}${asked.en}. It consists of ${names.en}.`,
        fr: `Cette entrée n'a aucun load balancer dans ${where.fr}${asked.fr}. Elle se compose de ${names.fr}.`,
      };
    },
  },
  subjects: (system) => entriesOf(system),
  *check(entry, { settings, messages }) {
    const enough = entry.isInternetFacing() ? ENOUGH[settings.entries] : ENOUGH.two;
    const subregions = entry.missingSubregions(enough);
    const balancers = entry.balancers.map(({ name }) => name);
    if (subregions.length > 0) yield finding(entry, messages.missing({ subregions, enough, balancers }));
  },
});

/** Whether an entry is absent from a Subregion in which it would have to be, whatever the policy asks for. */
function isAbsent(entry: Entry): boolean {
  return findGaps(entry).length > 0;
}

function findGaps(entry: Entry): string[] {
  return entry.missingSubregions(enoughSubregions(entry.system));
}

/** Where an entry has no load balancer, in how many Subregions it must have one, and those that it has. */
interface Missing {
  readonly subregions: readonly string[];
  /** Every one, where it is `undefined`. */
  readonly enough: number | undefined;
  readonly balancers: readonly string[];
}

const ENOUGH = { all: undefined, two: 2, one: 1 } as const;
