import { SUPPORT_TIMES } from "../../src/contract";
import { enoughSubregions, entriesOf, type Entry, tiersShutOutWith } from "../../src/outscale";
import { definePolicy, finding, type Lack } from "../../src/policy";
import { formatList, joinTexts, pluralize, sameInEach, type Text } from "../../src/text";

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
      missing: describeGaps,
    },
    {
      forfeits: ["SLA4.firewall"],
      isLost: (entry: Entry, { settings }) => settings.readings.A2 !== "unstarred" && isAbsent(entry),
      missing: describeGaps,
    },
    { forfeits: SUPPORT_TIMES, isLost: isAbsent, missing: describeGaps },
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
    missing: ({ subregions, enough, balancers, idle }: Missing) => {
      const [where, names] = [formatList(subregions), formatList(balancers)];
      const asked =
        enough === undefined
          ? { en: "", fr: "" }
          : {
              en: `; ${String(enough)} Subregions are asked for`,
              fr: ` ; ${String(enough)} Sous-régions sont demandées`,
            };
      const fact = {
        en: `This entry has no load balancer in ${where.en}${asked.en}. It consists of ${names.en}.`,
        fr: `Cette entrée n'a aucun load balancer dans ${where.fr}${asked.fr}. Elle se compose de ${names.fr}.`,
      };
      return idle.length === 0 ? fact : joinTexts([fact, describeIdle(idle)], " ");
    },
  },
  subjects: (system) => entriesOf(system),
  *check(entry, { settings, messages }) {
    const enough = entry.isInternetFacing() ? ENOUGH[settings.entries] : ENOUGH.two;
    const subregions = entry.missingSubregions(enough);
    const idle = entry.idleBalancers().map(({ name }) => name);
    const balancers = entry.balancers.map(({ name }) => name).filter((name) => !idle.includes(name));
    if (subregions.length > 0) yield finding(entry, messages.missing({ subregions, enough, balancers, idle }));
  },
});

/** Whether an entry is absent from a Subregion in which it would have to be, whatever the policy asks for. */
function isAbsent(entry: Entry): boolean {
  return findGaps(entry).length > 0;
}

function describeGaps(entry: Entry): Lack {
  const which =
    entry.idleBalancers().length === 0
      ? sameInEach("")
      : { en: " with something behind it", fr: " qui ait des backends" };
  const what = {
    en: `no load balancer of entry ${entry.name}${which.en}`,
    fr: `aucun load balancer de l'entrée ${entry.name}${which.fr}`,
  };
  return { what, subregions: findGaps(entry) };
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
  /** Those that do not count, for they send requests to nothing. */
  readonly idle: readonly string[];
}

/** Says which load balancers do not count, and why. */
function describeIdle(idle: readonly string[]): Text {
  const names = formatList(idle);
  const verb = pluralize(
    idle.length,
    { en: "sends requests to nothing", fr: "n'a aucun backend" },
    { en: "send requests to nothing", fr: "n'ont aucun backend" },
  );
  return { en: `${names.en} ${verb.en}.`, fr: `${names.fr} ${verb.fr}.` };
}

const ENOUGH = { all: undefined, two: 2, one: 1 } as const;
