import {
  addUp,
  coversPorts,
  describeExposure,
  type Exposure,
  findInternalExposures,
  formatPortRange,
  LoadBalancer,
  type Ports,
  SecurityGroupRule,
  serviceName,
  servicesAt,
  listEntryPoints,
  tcpPort,
} from "../../src/outscale";
import { definePolicy, finding, withDetail } from "../../src/policy";
import { formatList, pluralize, type Text } from "../../src/text";

export const noPublicFileSharingPort = definePolicy({
  name: "no-public-file-sharing-port",
  clauses: ["SLA4.ports"],
  ground: "recommendation",
  severity: "critical",
  level: "mandatory",
  alone: [SecurityGroupRule, LoadBalancer],
  title: {
    en: "Internal services are not open to the Internet",
    fr: "Les services internes ne sont pas ouverts à Internet",
  },
  why: {
    en: "In the convention Outscale insists that internal protocols such as SMB and NFS never face the whole Internet: file servers, databases, caches and directories were made for a network whose members are known.",
    fr: "Dans la convention, Outscale insiste pour que les protocoles internes tels que SMB et NFS ne soient jamais exposés à tout Internet : serveurs de fichiers, bases de données, caches et annuaires sont faits pour un réseau dont on connaît les membres.",
  },
  remediation: {
    en: "Name the security group of the clients in `securityGroupsMembers`, or set `ipRange` to their Subnet or to the range of your VPN.",
    fr: "Nommez le groupe de sécurité des clients dans `securityGroupsMembers`, ou donnez à `ipRange` leur Subnet ou la plage de votre VPN.",
  },
  emptiedBy: ({ system }) =>
    coversPorts(system.settings.internalPorts, NAMED) ? undefined : "pack-settings.internalPorts",
  messages: {
    listener: ({ ports }: Exposed) => {
      const { en, fr } = formatNames(ports);
      return {
        en: `A load balancer that faces the Internet listens for ${en}.`,
        fr: `Un load balancer exposé à Internet accepte ${fr}.`,
      };
    },
    backend: ({ ports }: Exposed) => {
      const { en, fr } = formatNames(ports);
      return {
        en: `A load balancer that faces the Internet leads to ${en} on the VMs behind it.`,
        fr: `Un load balancer exposé à Internet mène à ${fr} sur les VM derrière lui.`,
      };
    },
    rule: describeOpening,
    rules: (exposed: Exposed) => addUp(describeOpening(exposed)),
  },
  subjects: (system) => listEntryPoints(system),
  *check(wayIn, { messages }) {
    for (const { by, ...exposed } of findInternalExposures(wayIn)) {
      const detail = describeExposure(wayIn, exposed.ports.map(servicesAt));
      yield withDetail(finding(wayIn, messages[by](exposed)), detail);
    }
  },
});

/** SMB and NFS, the two that the convention names. */
const NAMED = [445, 2049].map(tcpPort).flatMap((port) => [port, { ...port, protocol: "udp" } as const]);

/** How many services a message names before it only counts them. */
const MOST = 4;

type Exposed = Pick<Exposure, "ports" | "ranges">;

function describeOpening({ ports, ranges }: Exposed): Text {
  const [names, sources] = [formatNames(ports), formatList(ranges)];
  const are = pluralize(ports.length, { en: "is", fr: "est ouvert" }, { en: "are", fr: "sont ouverts" });
  return {
    en: `${names.en} ${are.en} open to ${sources.en}.`,
    fr: `${names.fr} ${are.fr} à ${sources.fr}.`,
  };
}

function formatNames(ports: readonly Ports[]): Text {
  const names = ports.map((each) => {
    const service = `${each.protocol.toUpperCase()} ${formatPortRange(each)}`;
    const name = serviceName(each);
    return name === undefined ? service : `${name} (${service})`;
  });
  return formatList(names, MOST);
}
