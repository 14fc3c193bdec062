import { SUPPORT_TIMES } from "../../src/contract";
import { entriesOf, type Entry } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const requireRedundantLoadBalancer = definePolicy({
  name: "require-redundant-load-balancer",
  clauses: ["GEN.asterisk", "SLA10.zones", "SLA4.ddos"],
  severity: "high",
  level: "advisory",
  stakes: [
    {
      forfeits: SUPPORT_TIMES,
      unless: (entry: Entry, shared) =>
        shared.readings.A1 === "more-than-one" && entry.missingSubregions(shared, 2).length === 0,
    },
  ],
  weakens: ["SLA4.internet"],
  title: {
    en: "Every entry has load balancers in several Subregions",
    fr: "Chaque entrée a des load balancers dans plusieurs Sous-régions",
  },
  why: {
    en: "A load balancer stands in one Subregion: with it the whole service is lost, and support times cannot be claimed for it.",
    fr: "Un load balancer tient dans une seule Sous-région : avec lui tout le service est perdu, et les délais de support ne peuvent être réclamés pour lui.",
  },
  remediation: {
    en: "Make a load balancer with the same listeners in a Subnet of each Subregion, name them alike, and have a name service spread clients over their `dnsName`.",
    fr: "Créez un load balancer avec les mêmes écouteurs dans un Subnet de chaque Sous-région, nommez-les de même, et faites répartir les clients entre leurs `dnsName` par un service de noms.",
  },
  settings: {
    entries: {
      type: "string",
      description: "In how many Subregions the entries that face the Internet must stand.",
      enum: ["all", "two", "one"],
      default: "all",
    },
  },
  subjects: (stack, { shared }) => entriesOf(stack, shared),
  *check(entry, { settings, shared }) {
    const { entries } = settings;
    const enough = entry.isInternetFacing() ? ENOUGH[entries] : ENOUGH.two;
    const missing = entry.missingSubregions(shared, enough);
    if (missing.length > 0) yield finding(entry, absence(entry, missing, enough));
  },
});

const ENOUGH = { all: undefined, two: 2, one: 1 } as const;

function absence({ name, balancers }: Entry, missing: readonly string[], enough: number | undefined): Text {
  const where = formatList(missing);
  const names = formatList(balancers.map((balancer) => balancer.name));
  const asked =
    enough === undefined
      ? { en: "", fr: "" }
      : { en: `; ${String(enough)} Subregions are asked for`, fr: ` ; ${String(enough)} Sous-régions sont demandées` };
  return {
    en: `Entry ${name} has no load balancer in ${where.en}${asked.en}. It consists of ${names.en}.`,
    fr: `L'entrée ${name} n'a aucun load balancer dans ${where.fr}${asked.fr}. Elle se compose de ${names.fr}.`,
  };
}
