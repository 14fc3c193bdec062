import { filtersInside, isTaggedToFilter, Net, type Subnet, subnetsOf, tiersTogetherIn } from "../../src/outscale";
import { all, certainly, definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const requireFilteringInsideSubnets = definePolicy({
  name: "require-filtering-inside-subnets",
  clauses: ["SLA2.bypass", "R13.leastaccess"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  weakens: ["SLA2.network"],
  title: {
    en: "Security groups filter inside Subnets, or each Subnet holds one tier",
    fr: "Les groupes de sécurité filtrent à l'intérieur des Subnets, ou chaque Subnet n'accueille qu'un tier",
  },
  why: {
    en: "By default security groups are not applied between VMs of one Subnet: tiers that share one reach each other on every port, whatever their rules say.",
    fr: "Par défaut, les groupes de sécurité ne sont pas appliqués entre les VM d'un même Subnet : les tiers qui en partagent un se joignent sur tous les ports, quoi que disent leurs règles.",
  },
  remediation: {
    en: "Write the tag `osc.fcu.enable_lan_security_groups` in the Net's own `tags` when it is made, or give each tier Subnets of its own.",
    fr: "Écrivez le tag `osc.fcu.enable_lan_security_groups` dans les `tags` du Net lui-même dès sa création, ou donnez à chaque tier ses propres Subnets.",
  },
  messages: {
    mixed: ({ subnet, tiers }: Mixed) => {
      const { en, fr } = formatList(tiers);
      return {
        en: `Subnet ${subnet} holds the tiers ${en}, and security groups do not filter inside it.`,
        fr: `Le Subnet ${subnet} accueille les tiers ${fr}, et les groupes de sécurité n'y filtrent pas.`,
      };
    },
    "tagged-late": ({ subnet, tiers }: Mixed) => {
      const { en, fr } = formatList(tiers);
      return {
        en: `Subnet ${subnet} holds the tiers ${en}, and security groups do not filter inside it: the tag that has them do so may come after it.`,
        fr: `Le Subnet ${subnet} accueille les tiers ${fr}, et les groupes de sécurité n'y filtrent pas : le tag qui le leur demande peut être posé après sa création.`,
      };
    },
  },
  subjects: (system) => system.all(Net).filter((net) => subnetsOf(net).length > 0),
  applies: (net) => net.isProduction(),
  *check(net, { messages }) {
    if (certainly(() => filtersInside(net))) return;
    const subnets = subnetsOf(net);
    const isMixed = (subnet: () => Subnet) =>
      all(
        () => tiersTogetherIn(subnet()).length > 0,
        () => !filtersInside(net),
      );
    const id = certainly(() => isTaggedToFilter(net)) ? "tagged-late" : "mixed";
    for (const subnet of subnets.filter((each) => certainly(() => isMixed(each)))) {
      const tiers = tiersTogetherIn(subnet()).map(({ name }) => name);
      yield finding(net, messages[id]({ subnet: subnet().name, tiers }), "tags");
    }
    // Where it is not known whether one more Subnet is mixed, this throws, and the verdict is undetermined.
    for (const subnet of subnets) isMixed(subnet);
  },
});

/** A Subnet, and the tiers that share it. */
interface Mixed {
  readonly subnet: string;
  readonly tiers: readonly string[];
}
