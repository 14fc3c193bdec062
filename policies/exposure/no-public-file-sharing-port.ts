import {
  addUp,
  describeExposure,
  type Exposure,
  findExposures,
  LoadBalancer,
  portOf,
  SecurityGroupRule,
  serviceAt,
  listEntryPoints,
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
    en: "File sharing is not open to the Internet",
    fr: "Le partage de fichiers n'est pas ouvert à Internet",
  },
  why: {
    en: "The convention asks that internal protocols such as SMB and NFS never face the whole Internet: NFS believes whom the client says it is, and SMB is what worms come in by.",
    fr: "La convention demande que les protocoles internes tels que SMB et NFS ne soient jamais exposés à tout Internet : NFS croit le client sur parole, et SMB est la porte d'entrée des vers.",
  },
  remediation: {
    en: "Name the security group of the clients in `securityGroupsMembers`, or set `ipRange` to their Subnet or to the range of your VPN.",
    fr: "Nommez le groupe de sécurité des clients dans `securityGroupsMembers`, ou donnez à `ipRange` leur Subnet ou la plage de votre VPN.",
  },
  messages: {
    listener: ({ ports }: Exposed) => {
      const { en, fr } = formatNames(ports);
      return {
        en: `A load balancer that faces the Internet listens for ${en}.`,
        fr: `Un load balancer exposé à Internet écoute ${fr}.`,
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
    for (const { by, ...exposed } of findExposures(wayIn, PORTS)) {
      const detail = describeExposure(wayIn, exposed.ports.map(serviceAt));
      yield withDetail(finding(wayIn, messages[by](exposed)), detail);
    }
  },
});

const NAMES = new Map([
  [445, "SMB"],
  [2049, "NFS"],
]);
/** Both speak TCP; SMB over QUIC and NFS before version 4 speak UDP too. */
const PORTS = [...NAMES.keys()].flatMap((number) => [`${String(number)}/tcp`, `${String(number)}/udp`]).map(portOf);

type Exposed = Pick<Exposure, "ports" | "ranges">;

function describeOpening({ ports, ranges }: Exposed): Text {
  const [names, sources] = [formatNames(ports), formatList(ranges)];
  const are = pluralize(ports.length, { en: "is", fr: "est ouvert" }, { en: "are", fr: "sont ouverts" });
  return {
    en: `${names.en} ${are.en} open to ${sources.en}.`,
    fr: `${names.fr} ${are.fr} à ${sources.fr}.`,
  };
}

function formatNames(ports: Exposed["ports"]): Text {
  return formatList(
    ports.map(({ number, protocol }) => `${NAMES.get(number) ?? ""} (${protocol.toUpperCase()} ${String(number)})`),
  );
}
