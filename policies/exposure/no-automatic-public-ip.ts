import { Subnet } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const noAutomaticPublicIp = definePolicy({
  name: "no-automatic-public-ip",
  clauses: ["R13.leastaccess"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  alone: [Subnet],
  title: {
    en: "No Subnet gives a public IP to whatever starts in it",
    fr: "Aucun Subnet ne donne d'IP publique à ce qui y démarre",
  },
  why: {
    en: "A public IP that comes by itself exposes VMs that nobody decided to expose, the next one added to the Subnet included.",
    fr: "Une IP publique qui vient d'elle-même expose des VM que personne n'a décidé d'exposer, y compris la prochaine ajoutée au Subnet.",
  },
  remediation: {
    en: "Leave out `mapPublicIpOnLaunch`, or set it to `false`, and link a `PublicIp` to each VM that needs one.",
    fr: "Retirez `mapPublicIpOnLaunch`, ou mettez-le à `false`, et liez une `PublicIp` à chaque VM qui en a besoin.",
  },
  messages: {
    given: {
      en: "Every VM that starts in this Subnet is given a public IP.",
      fr: "Chaque VM qui démarre dans ce Subnet reçoit une IP publique.",
    },
  },
  subjects: (system) => system.all(Subnet),
  *check(subnet, { messages }) {
    if (subnet.givesPublicIps()) yield finding(subnet, messages.given, "mapPublicIpOnLaunch");
  },
});
