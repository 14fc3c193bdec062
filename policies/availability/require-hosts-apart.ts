import { areTaggedApart, type SharedSettings, startApart, type Tier, tiersOf, type Vm } from "../../src/outscale";
import { all, certainly, definePolicy, finding, possibly } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const requireHostsApart = definePolicy({
  name: "require-hosts-apart",
  // The convention asks for nothing here: this is what it promises of a host, each for itself.
  clauses: ["SLA9.hardware"],
  severity: "low",
  level: "advisory",
  title: {
    en: "VMs of a tier in one Subregion start on different hosts",
    fr: "Les VM d'un tier dans une même Sous-région démarrent sur des hôtes différents",
  },
  why: {
    en: "Outscale commits to each host for itself: VMs that share one all fall with it, and then the Subregion serves nobody.",
    fr: "Outscale s'engage sur chaque hôte pris seul : les VM qui en partagent un tombent toutes avec lui, et la Sous-région ne sert alors plus personne.",
  },
  remediation: {
    en: "Begin the `userData` of the tier's VMs with an OUTSCALE section in which `tags.osc.fcu.repulse_server` has one value for all of them.",
    fr: "Commencez le `userData` des VM du tier par une section OUTSCALE où `tags.osc.fcu.repulse_server` a la même valeur pour toutes.",
  },
  subjects: (stack, { shared }) =>
    tiersOf(stack, shared).filter((tier) => tier.isDeclared && possibly(() => isJudged(tier, shared))),
  *check(tier, { shared }) {
    if (!isJudged(tier, shared)) return;
    const groups = groupsOf(tier, shared);
    for (const group of groups) if (certainly(() => !startApart(group.vms))) yield finding(tier, together(group));
    // What is not known of a group leaves the tier open.
    for (const { vms } of groups) startApart(vms);
  },
});

function isJudged(tier: Tier, shared: SharedSettings): boolean {
  return all(
    () => !tier.isBestEffort(),
    () => groupsOf(tier, shared).length > 0,
  );
}

/** Several VMs of a tier in one Subregion. */
interface Group {
  readonly subregion: string;
  readonly vms: readonly Vm[];
}

function groupsOf(tier: Tier, shared: SharedSettings): Group[] {
  return [...tier.membersBySubregion(shared)]
    .map(([subregion, vms]) => ({ subregion, vms }))
    .filter(({ vms }) => vms.length > 1)
    .sort((a, b) => (a.subregion < b.subregion ? -1 : 1));
}

const MOST_NAMED = 6;

function together({ subregion, vms }: Group): Text {
  const named = vms.slice(0, MOST_NAMED).map(({ name }) => name);
  const { en, fr } = formatList(vms.length > MOST_NAMED ? [...named, "..."] : named);
  return certainly(() => areTaggedApart(vms))
    ? {
        en: `In ${subregion}, ${en} are kept on different hosts by tags alone, which come after their first boot.`,
        fr: `Dans ${subregion}, ${fr} ne sont séparées que par des étiquettes, posées après leur premier démarrage.`,
      }
    : {
        en: `In ${subregion}, the user data of ${en} share no \`osc.fcu.repulse_server\`: one host may carry them all.`,
        fr: `Dans ${subregion}, les données utilisateur de ${fr} n'ont aucun \`osc.fcu.repulse_server\` commun : un même hôte peut toutes les porter.`,
      };
}
