import { SUPPORT_TIMES } from "../../src/contract";
import { describeGrouping, nameOrCount, type Tier, tiersOf } from "../../src/outscale";
import { acceptance, definePolicy, doubt, finding } from "../../src/policy";
import { formatList, joinTexts, type Text } from "../../src/text";

export const requireTierInEverySubregion = definePolicy({
  name: "require-tier-in-every-subregion",
  clauses: ["GEN.asterisk", "SLA4.internet", "SLA4.firewall", "SLA10.zones"],
  ground: "condition",
  severity: "critical",
  level: "mandatory",
  stakes: [
    { forfeits: ["SLA4.internet"], when: (tier: Tier) => tier.hasInternetPath(), unless: isEnough },
    {
      forfeits: ["SLA4.firewall"],
      unless: (tier: Tier, { settings }) => settings.readings.A2 === "unstarred" || isEnough(tier),
    },
    { forfeits: SUPPORT_TIMES, unless: isEnough },
  ],
  title: {
    en: "Every production tier runs in all Subregions",
    fr: "Chaque tier de production tourne dans toutes les Sous-régions",
  },
  why: {
    en: "Internet access, firewalls and support times cannot be claimed for systems that the client could have deployed in every Subregion and did not.",
    fr: "Accès Internet, pare-feu et délais de support ne peuvent être réclamés pour des systèmes que le client pouvait déployer dans chaque Sous-région et ne l'a pas fait.",
  },
  remediation: {
    en: "Run an equivalent VM of the tier in each Subregion; declare tiers with the tag `tier`, and what must stand alone, with its reason, in `pack-settings.singletons`.",
    fr: "Faites tourner une VM équivalente du tier dans chaque Sous-région ; déclarez les tiers par l'étiquette `tier`, et ce qui doit rester seul, avec sa raison, dans `pack-settings.singletons`.",
  },
  messages: {
    singleton: ({ reason }: { readonly reason: string }) => ({
      en: `It stands alone: ${reason}`,
      fr: `Il reste seul : ${reason}`,
    }),
    "best-effort": { en: "It is run as well as may be.", fr: "Il tourne au mieux." },
    missing: describeAbsence,
    guessed: (absence: Absence) =>
      joinTexts(
        [
          describeAbsence(absence),
          {
            en: "This tier is guessed: tag its VMs `tier` to declare it.",
            fr: "Ce tier est deviné : donnez à ses VM l'étiquette `tier` pour le déclarer.",
          },
        ],
        " ",
      ),
  },
  subjects: (system) => tiersOf(system),
  *check(tier, { system, messages }) {
    const singleton = system.settings.singletons.find((each) => each.tier === tier.name.toLowerCase());
    if (singleton) {
      yield acceptance(messages.singleton({ reason: singleton.reason }));
      return;
    }
    const subregions = tier.missingSubregions();
    if (subregions.length === 0) return;
    if (tier.isBestEffort()) {
      yield acceptance(messages["best-effort"]);
      return;
    }
    const absence = { subregions, vms: tier.members.map(({ name }) => name), by: tier.by };
    yield tier.isDeclared ? finding(tier, messages.missing(absence)) : doubt(tier, messages.guessed(absence));
  },
});

/** Whether a client who reads "all" Subregions as "more than one" has enough of them. */
function isEnough(tier: Tier): boolean {
  return tier.system.settings.readings.A1 === "more-than-one" && tier.missingSubregions(2).length === 0;
}

/** The Subregions in which a tier has no VM, the VMs that it has, and by what these were grouped. */
interface Absence {
  readonly subregions: readonly string[];
  readonly vms: readonly string[];
  readonly by: Tier["by"];
}

function describeAbsence({ subregions, vms, by }: Absence): Text {
  const [where, names, how] = [formatList(subregions), nameOrCount(vms), describeGrouping(by)];
  return {
    en: `This tier has no VM in ${where.en}. It consists of ${names.en} (${how.en}).`,
    fr: `Ce tier n'a aucune VM dans ${where.fr}. Il se compose de ${names.fr} (${how.fr}).`,
  };
}
