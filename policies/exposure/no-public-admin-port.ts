import {
  addUp,
  describeExposure,
  type Exposure,
  findExposures,
  LoadBalancer,
  PORT,
  SecurityGroupRule,
  serviceAt,
  listEntryPoints,
} from "../../src/outscale";
import { definePolicy, finding, withDetail } from "../../src/policy";
import { formatList, pluralize, type Text } from "../../src/text";

export const noPublicAdminPort = definePolicy({
  name: "no-public-admin-port",
  clauses: ["SLA4.ports"],
  ground: "recommendation",
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
  messages: {
    listener: ({ ports }: Exposed) => {
      const { en, fr } = formatNumbers(ports);
      return {
        en: `A load balancer that faces the Internet listens on port ${en}.`,
        fr: `Un load balancer exposé à Internet écoute sur le port ${fr}.`,
      };
    },
    backend: ({ ports }: Exposed) => {
      const { en, fr } = formatNumbers(ports);
      return {
        en: `A load balancer that faces the Internet leads to port ${en} of the VMs behind it.`,
        fr: `Un load balancer exposé à Internet mène au port ${fr} des VM derrière lui.`,
      };
    },
    rule: describeOpening,
    rules: (exposed: Exposed) => addUp(describeOpening(exposed)),
  },
  subjects: (system) => listEntryPoints(system),
  *check(wayIn, { settings, system, messages }) {
    const ports = settings.adminPorts ?? system.settings.adminPorts;
    for (const { by, ...exposed } of findExposures(wayIn, ports)) {
      const detail = describeExposure(wayIn, exposed.ports.map(serviceAt));
      yield withDetail(finding(wayIn, messages[by](exposed)), detail);
    }
  },
});

type Exposed = Pick<Exposure, "ports" | "ranges">;

function describeOpening({ ports, ranges }: Exposed): Text {
  const [numbers, sources] = [formatNumbers(ports), formatList(ranges)];
  const open = pluralize(
    ports.length,
    { en: `Port ${numbers.en} is`, fr: `Le port ${numbers.fr} est ouvert` },
    { en: `Ports ${numbers.en} are`, fr: `Les ports ${numbers.fr} sont ouverts` },
  );
  return { en: `${open.en} open to ${sources.en}.`, fr: `${open.fr} à ${sources.fr}.` };
}

function formatNumbers(ports: Exposed["ports"]): Text {
  return formatList(ports.map(({ number }) => number));
}
