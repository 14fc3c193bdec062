import { SUPPORT_TIMES } from "../../src/contract";
import { type SharedSettings, type Tier, tiersOf } from "../../src/outscale";
import { acceptance, definePolicy, doubt, finding } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const requireTierInEverySubregion = definePolicy({
  name: "require-tier-in-every-subregion",
  clauses: ["GEN.asterisk", "SLA4.internet", "SLA4.firewall", "SLA10.zones"],
  severity: "critical",
  level: "mandatory",
  stakes: [
    { forfeits: ["SLA4.internet"], when: (tier: Tier) => tier.hasInternetPath(), unless: isEnough },
    {
      forfeits: ["SLA4.firewall"],
      unless: (tier: Tier, shared) => shared.readings.A2 === "unstarred" || isEnough(tier, shared),
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
  subjects: (stack, { shared }) => tiersOf(stack, shared),
  *check(tier, { shared }) {
    const singleton = shared.singletons.find((each) => each.tier.toLowerCase() === tier.name.toLowerCase());
    if (singleton) {
      yield acceptance({ en: `It stands alone: ${singleton.reason}`, fr: `Il reste seul : ${singleton.reason}` });
      return;
    }
    const missing = tier.missingSubregions(shared);
    if (missing.length === 0) return;
    if (tier.isBestEffort()) {
      yield acceptance({ en: "It is run as well as may be.", fr: "Il tourne au mieux." });
      return;
    }
    const message = absence(tier, missing);
    yield tier.isDeclared ? finding(tier, message) : doubt(tier, asGuess(message));
  },
});

/** Whether a client who reads "all" Subregions as "more than one" has enough of them. */
function isEnough(tier: Tier, shared: SharedSettings): boolean {
  return shared.readings.A1 === "more-than-one" && tier.missingSubregions(shared, 2).length === 0;
}

function absence({ name, members, groupedBy }: Tier, missing: readonly string[]): Text {
  const where = formatList(missing);
  const vms =
    members.length > MOST_NAMED ? { en: many(members), fr: many(members) } : formatList(members.map((vm) => vm.name));
  const { en, fr } = groupedBy;
  return {
    en: `Tier ${name} has no VM in ${where.en}. It consists of ${vms.en} (${en}).`,
    fr: `Le tier ${name} n'a aucune VM dans ${where.fr}. Il se compose de ${vms.fr} (${fr}).`,
  };
}

const MOST_NAMED = 6;

function many(vms: readonly unknown[]): string {
  return `${String(vms.length)} VM`;
}

function asGuess({ en, fr }: Text): Text {
  return {
    en: `${en} This tier is guessed: tag its VMs \`tier\` to declare it.`,
    fr: `${fr} Ce tier est deviné : donnez à ses VM l'étiquette \`tier\` pour le déclarer.`,
  };
}
