import { areTaggedApart, nameFirst, startApart, type Tier, tiersOf, type Vm } from "../../src/outscale";
import { all, certainly, definePolicy, finding } from "../../src/policy";

export const requireHostsApart = definePolicy({
  name: "require-hosts-apart",
  // The convention asks for nothing here: this clause is what it promises of each host.
  clauses: ["SLA9.hardware"],
  ground: "good practice",
  severity: "low",
  level: "advisory",
  title: {
    en: "VMs of a tier in one Subregion start on different hosts",
    fr: "Les VM d'un tier dans une même Sous-région démarrent sur des hôtes différents",
  },
  why: {
    en: "Outscale commits to each host for itself: VMs that share one all fall with it, and then the Subregion serves nobody.",
    fr: "Outscale s'engage sur chaque hôte pris seul : les VM qui en partagent un tombent toutes avec lui, et la Sous-région ne sert alors plus personne.",
  },
  remediation: {
    en: "Begin the `userData` of the tier's VMs with an OUTSCALE section in which `tags.osc.fcu.repulse_server` has one value for all of them.",
    fr: "Commencez le `userData` des VM du tier par une section OUTSCALE où `tags.osc.fcu.repulse_server` a la même valeur pour toutes.",
  },
  messages: {
    "tagged-only": ({ subregion, vms }: Together) => {
      const { en, fr } = nameFirst(vms);
      return {
        en: `In ${subregion}, ${en} are kept on different hosts by tags alone, which come after their first boot.`,
        fr: `Dans ${subregion}, ${fr} ne sont séparées que par des tags, posés après leur premier démarrage.`,
      };
    },
    together: ({ subregion, vms }: Together) => {
      const { en, fr } = nameFirst(vms);
      return {
        en: `In ${subregion}, the user data of ${en} share no \`osc.fcu.repulse_server\`: one host may carry them all.`,
        fr: `Dans ${subregion}, les \`userData\` de ${fr} n'ont aucun \`osc.fcu.repulse_server\` commun : un même hôte peut toutes les porter.`,
      };
    },
  },
  subjects: (system) => tiersOf(system).filter((tier) => tier.isDeclared),
  applies: (tier) =>
    all(
      () => !tier.isBestEffort(),
      () => groupsOf(tier).length > 0,
    ),
  *check(tier, { messages }) {
    const groups = groupsOf(tier);
    for (const { subregion, vms } of groups) {
      if (!certainly(() => !startApart(vms))) continue;
      const message = certainly(() => areTaggedApart(vms)) ? messages["tagged-only"] : messages.together;
      yield finding(tier, message({ subregion, vms: vms.map(({ name }) => name) }));
    }
    // Where it is not known how a group starts, this throws, and the verdict is undetermined.
    for (const { vms } of groups) startApart(vms);
  },
});

/** The names of a tier's VMs in one Subregion. */
interface Together {
  readonly subregion: string;
  readonly vms: readonly string[];
}

/** Several VMs of a tier in one Subregion. */
interface Group {
  readonly subregion: string;
  readonly vms: readonly Vm[];
}

function groupsOf(tier: Tier): Group[] {
  return [...tier.membersBySubregion()]
    .map(([subregion, vms]) => ({ subregion, vms }))
    .filter(({ vms }) => vms.length > 1)
    .sort((a, b) => (a.subregion < b.subregion ? -1 : 1));
}
