import {
  exposedText,
  type Exposure,
  exposuresBy,
  LoadBalancer,
  portOf,
  SecurityGroupRule,
  serviceAt,
  waysIn,
} from "../../src/outscale";
import { definePolicy, finding, withDetail } from "../../src/policy";
import { pluralize } from "../../src/text";
import { formatList, type Text } from "../../src/text";

export const noPublicFileSharingPort = definePolicy({
  name: "no-public-file-sharing-port",
  clauses: ["SLA4.ports"],
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
  subjects: (stack) => waysIn(stack),
  *check(way, { shared }) {
    for (const exposure of exposuresBy(way, PORTS)) {
      const detail = exposedText(way, exposure.ports.map(serviceAt), shared);
      yield withDetail(finding(way, sentence(exposure)), detail);
    }
  },
});

const NAMES = new Map([
  [445, "SMB"],
  [2049, "NFS"],
]);
/** Both speak TCP; SMB over QUIC and NFS before version 4 speak UDP too. */
const PORTS = [...NAMES.keys()].flatMap((number) => [`${String(number)}/tcp`, `${String(number)}/udp`]).map(portOf);

function sentence({ by, ports, ranges }: Exposure): Text {
  const names = ports.map(({ number, protocol }) => {
    return `${NAMES.get(number) ?? ""} (${protocol.toUpperCase()} ${String(number)})`;
  });
  const what = formatList(names);
  if (by === "listener")
    return {
      en: `A load balancer that faces the Internet listens for ${what.en}.`,
      fr: `Un load balancer exposé à Internet écoute ${what.fr}.`,
    };
  if (by === "backend")
    return {
      en: `A load balancer that faces the Internet leads to ${what.en} on the VMs behind it.`,
      fr: `Un load balancer exposé à Internet mène à ${what.fr} sur les VM derrière lui.`,
    };
  const sources = formatList(ranges);
  const are = pluralize(names.length, { en: "is", fr: "est ouvert" }, { en: "are", fr: "sont ouverts" });
  const { en, fr } = {
    en: `${what.en} ${are.en} open to ${sources.en}.`,
    fr: `${what.fr} ${are.fr} à ${sources.fr}.`,
  };
  return by === "rule"
    ? { en, fr }
    : { en: `Several rules add up. ${en}`, fr: `Plusieurs règles s'additionnent. ${fr}` };
}
