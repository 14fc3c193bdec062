import {
  exposedText,
  type Exposure,
  exposuresBy,
  LoadBalancer,
  PORT,
  portOf,
  SecurityGroupRule,
  serviceAt,
  waysIn,
} from "../../src/outscale";
import { definePolicy, finding, withDetail } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const noPublicAdminPort = definePolicy({
  name: "no-public-admin-port",
  clauses: ["SLA4.ports"],
  severity: "critical",
  level: "mandatory",
  alone: [SecurityGroupRule, LoadBalancer],
  title: {
    en: "Administration ports are not open to the Internet",
    fr: "Les ports d'administration ne sont pas ouverts à Internet",
  },
  why: {
    en: "The convention asks that SSH and RDP never face the whole Internet: a guessed password or an unpatched service is then enough to take the VM.",
    fr: "La convention demande que SSH et RDP ne soient jamais exposés à tout Internet : un mot de passe deviné ou un service non corrigé suffit alors à prendre la VM.",
  },
  remediation: {
    en: "Set `ipRange` to the address of your bastion or to the range of your VPN, or name the bastion's security group in `securityGroupsMembers`.",
    fr: "Donnez à `ipRange` l'adresse de votre bastion ou la plage de votre VPN, ou nommez le groupe de sécurité du bastion dans `securityGroupsMembers`.",
  },
  settings: {
    adminPorts: {
      type: "array",
      description: 'The ports this policy watches, instead of the shared `adminPorts`: `22`, `"5900/tcp"`.',
      items: PORT,
    },
  },
  subjects: (stack) => waysIn(stack),
  *check(way, { settings, shared }) {
    const ports = (settings.adminPorts ?? shared.adminPorts).map(portOf);
    for (const exposure of exposuresBy(way, ports)) {
      const detail = exposedText(way, exposure.ports.map(serviceAt), shared);
      yield withDetail(finding(way, sentence(exposure)), detail);
    }
  },
});

function sentence({ by, ports, ranges }: Exposure): Text {
  const numbers = formatList(ports.map(({ number }) => number));
  if (by === "listener")
    return {
      en: `A load balancer that faces the Internet listens on port ${numbers.en}.`,
      fr: `Un load balancer exposé à Internet écoute sur le port ${numbers.fr}.`,
    };
  if (by === "backend")
    return {
      en: `A load balancer that faces the Internet leads to port ${numbers.en} of the VMs behind it.`,
      fr: `Un load balancer exposé à Internet mène au port ${numbers.fr} des VM derrière lui.`,
    };
  const sources = formatList(ranges);
  const { en, fr } =
    ports.length === 1
      ? { en: `Port ${numbers.en} is open to ${sources.en}.`, fr: `Le port ${numbers.fr} est ouvert à ${sources.fr}.` }
      : {
          en: `Ports ${numbers.en} are open to ${sources.en}.`,
          fr: `Les ports ${numbers.fr} sont ouverts à ${sources.fr}.`,
        };
  return by === "rule"
    ? { en, fr }
    : { en: `Several rules add up. ${en}`, fr: `Plusieurs règles s'additionnent. ${fr}` };
}
