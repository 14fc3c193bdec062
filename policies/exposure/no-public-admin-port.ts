import {
  addUp,
  countPorts,
  coversPorts,
  describeExposure,
  type Exposure,
  findAdminExposures,
  formatPortRange,
  LoadBalancer,
  PORT,
  type Ports,
  SecurityGroupRule,
  servicesAt,
  listEntryPoints,
  tcpPort,
} from "../../src/outscale";
import { definePolicy, finding, withClauses, withDetail } from "../../src/policy";
import { formatList, pluralize, type Text } from "../../src/text";

export const noPublicAdminPort = definePolicy({
  name: "no-public-admin-port",
  clauses: ["SLA4.ports", "SLA4.minimal", "R13.leastaccess"],
  ground: "recommendation",
  severity: "critical",
  level: "mandatory",
  alone: [SecurityGroupRule, LoadBalancer],
  title: {
    en: "Administration ports are not open to the Internet",
    fr: "Les ports d'administration ne sont pas ouverts à Internet",
  },
  why: {
    en: "In the convention Outscale insists that SSH and RDP never face the whole Internet, and that the client open as little as it can: a guessed password or an unpatched service is then enough to take the machine.",
    fr: "Dans la convention, Outscale insiste pour que SSH et RDP ne soient jamais exposés à tout Internet, et pour que le client ouvre le moins possible : un mot de passe deviné ou un service non corrigé suffit alors à prendre la machine.",
  },
  remediation: {
    en: "Set `ipRange` to the address of your bastion or to the range of your VPN, or name the bastion's security group in `securityGroupsMembers`.",
    fr: "Donnez à `ipRange` l'adresse de votre bastion ou la plage de votre VPN, ou nommez le groupe de sécurité du bastion dans `securityGroupsMembers`.",
  },
  settings: {
    adminPorts: {
      type: "array",
      description: 'The ports this policy watches, instead of the shared `adminPorts`: `22`, `"5900-5910/tcp"`.',
      items: PORT,
    },
  },
  emptiedBy: ({ settings, system }) => {
    if (coversPorts(settings.adminPorts ?? system.settings.adminPorts, NAMED)) return undefined;
    return settings.adminPorts ? "no-public-admin-port.adminPorts" : "pack-settings.adminPorts";
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
    const watched = settings.adminPorts ?? system.settings.adminPorts;
    for (const { by, ...exposed } of findAdminExposures(wayIn, watched)) {
      const found = finding(wayIn, messages[by](exposed));
      const areNamed = exposed.ports.map((ports) => coversPorts(NAMED, [ports]));
      const clauses = [
        ...(NAMED.some((ports) => coversPorts(exposed.ports, [ports])) ? (["SLA4.ports"] as const) : []),
        ...(areNamed.includes(false) ? (["SLA4.minimal", "R13.leastaccess"] as const) : []),
      ];
      yield withDetail(withClauses(found, clauses), describeExposure(wayIn, exposed.ports.map(servicesAt)));
    }
  },
});

/** SSH and RDP, the two that the convention names. */
const NAMED = [22, 3389].map(tcpPort);

/** How many ports a message names before it only counts them. */
const MOST = 5;

type Exposed = Pick<Exposure, "ports" | "ranges">;

function describeOpening({ ports, ranges }: Exposed): Text {
  const [numbers, sources] = [formatNumbers(ports), formatList(ranges)];
  const open = pluralize(
    countPorts(ports),
    { en: `Port ${numbers.en} is`, fr: `Le port ${numbers.fr} est ouvert` },
    { en: `Ports ${numbers.en} are`, fr: `Les ports ${numbers.fr} sont ouverts` },
  );
  return { en: `${open.en} open to ${sources.en}.`, fr: `${open.fr} à ${sources.fr}.` };
}

function formatNumbers(ports: readonly Ports[]): Text {
  return formatList(ports.map(formatPortRange), MOST);
}
