import { bypassAt, Net, Tag, Vm } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const noSecurityGroupBypass = definePolicy({
  name: "no-security-group-bypass",
  clauses: ["SLA2.bypass"],
  ground: "good practice",
  severity: "high",
  level: "mandatory",
  weakens: ["SLA2.network", "SLA4.firewall"],
  alone: [Net, Vm, Tag],
  title: {
    en: "Nothing has security groups passed by",
    fr: "Rien ne fait contourner les groupes de sécurité",
  },
  why: {
    en: "The convention warns that a client who passes security groups by has none: whatever their rules say, they are not applied to what is inside.",
    fr: "La convention en avertit : un client qui contourne les groupes de sécurité n'en a plus, car leurs règles, quoi qu'elles disent, ne sont pas appliquées à ses ressources internes.",
  },
  remediation: {
    en: "Remove the tag `osc.fcu.disable_lan_security_groups`, and write a rule for each flow that is needed; a Net that has Subnets already must be made anew.",
    fr: "Retirez le tag `osc.fcu.disable_lan_security_groups`, et écrivez une règle pour chaque flux utile ; un Net qui a déjà des Subnets doit être refait.",
  },
  messages: {
    net: {
      en: "The tag `osc.fcu.disable_lan_security_groups` has security groups passed by inside the Subnets of this Net.",
      fr: "Le tag `osc.fcu.disable_lan_security_groups` fait contourner les groupes de sécurité dans les Subnets de ce Net.",
    },
    vm: {
      en: "The tag `osc.fcu.disable_lan_security_groups` has security groups passed by between this VM and others of its Subnet.",
      fr: "Le tag `osc.fcu.disable_lan_security_groups` fait contourner les groupes de sécurité entre cette VM et d'autres de son Subnet.",
    },
    elsewhere: {
      en: "It sets the tag `osc.fcu.disable_lan_security_groups` on what another stack made, where security groups are then passed by.",
      fr: "Il pose le tag `osc.fcu.disable_lan_security_groups` sur ce qu'une autre stack a créé, où les groupes de sécurité sont alors contournés.",
    },
  },
  subjects: (system) => [...system.all(Net), ...system.all(Vm), ...system.all(Tag)],
  applies: (subject: Net | Vm | Tag) =>
    all(
      // A `Tag` on a Net or a VM of the stack is judged with that Net or VM.
      () => !(subject instanceof Tag) || bypassAt(subject) !== undefined,
      () => subject.isProduction(),
    ),
  *check(subject, { messages }) {
    const path = bypassAt(subject);
    if (path === undefined) return;
    if (subject instanceof Net) yield finding(subject, messages.net, path);
    else if (subject instanceof Vm) yield finding(subject, messages.vm, path);
    else yield finding(subject, messages.elsewhere, path);
  },
});
