import { SecurityGroupTarget, listSecurityGroupTargets } from "../../src/outscale";
import { any, certainly, definePolicy, finding } from "../../src/policy";

export const requireSecurityGroup = definePolicy({
  name: "require-security-group",
  clauses: ["SLA4.firewall", "R13.leastaccess"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  weakens: ["SLA4.firewall"],
  alone: [SecurityGroupTarget],
  title: {
    en: "VMs, NICs and load balancers have security groups of their own",
    fr: "Les VM, les NIC et les load balancers ont leurs propres groupes de sécurité",
  },
  why: {
    en: "Whatever names no security group shares the default one, whose members all reach each other: there is then no filtering of its own whose availability could be claimed.",
    fr: "Ce qui ne nomme aucun groupe de sécurité partage celui par défaut, dont tous les membres se joignent entre eux : il n'y a alors aucun filtrage propre dont réclamer la disponibilité.",
  },
  remediation: {
    en: "Make a `SecurityGroup` for each tier, and name it in `securityGroupIds` of the VM or of each of its NICs, or in `securityGroups` of the load balancer.",
    fr: "Créez un `SecurityGroup` par tier, et nommez-le dans `securityGroupIds` de la VM ou de chacune de ses NIC, ou dans `securityGroups` du load balancer.",
  },
  messages: {
    none: {
      en: "No security group is named: it falls into `default`, whose members all reach each other.",
      fr: "Aucun groupe de sécurité n'est nommé : c'est `default` qui s'applique, dont tous les membres se joignent entre eux.",
    },
    default: {
      en: "It is in the security group `default`, whose members all reach each other.",
      fr: "Il est dans le groupe de sécurité `default`, dont tous les membres se joignent entre eux.",
    },
  },
  subjects: (system) => listSecurityGroupTargets(system),
  applies: (guarded) => guarded.isJudged(),
  *check(guarded, { messages }) {
    const isUnguarded = any(
      () => guarded.lacksGroups(),
      () => guarded.defaultGroupAt() !== undefined,
    );
    if (!isUnguarded) return;
    if (certainly(() => guarded.lacksGroups())) yield finding(guarded, messages.none, guarded.groupsProperty);
    else yield finding(guarded, messages.default, guarded.defaultGroupAt());
  },
});
