import type {
  Infrastructure,
  ListedResource,
  NodePoolEvidence,
  PlacedResource,
  PublicIpEvidence,
} from "../../outscale";
import type { Text } from "../../text";
import { COLON, type PageLines, wrapText } from "../page";
import { formatSubregion, formatValue, type ProofStyle } from "./resource-text";

/** Writes what VMs and load balancers stand in and behind, and are reached by. */
export function formatInfrastructure(infrastructure: Infrastructure, style: ProofStyle): PageLines[] {
  const { natServices, subnets, securityGroups, nodePools, nets, publicIps } = infrastructure;
  return [
    formatSection(
      PLACED,
      [
        ...natServices.map((nat) => formatPlaced(NAT, nat, style)),
        ...subnets.map((subnet) => formatPlaced(SUBNET, subnet, style)),
        ...securityGroups.map((group) => `${style.say(GROUP)} ${formatNamed(group, style)}`),
      ],
      style,
    ),
    formatSection(
      OTHERS,
      [
        ...nets.map((net) => `${style.say(NET)} ${formatNamed(net, style)}`),
        ...publicIps.map((ip) => formatPublicIp(ip, style)),
        ...nodePools.map((pool) => formatNodePool(pool, style)),
      ],
      style,
    ),
  ];
}

/** A section with a line for each resource; without any there is no section. */
function formatSection(title: Text, resources: readonly string[], { say }: ProofStyle): PageLines {
  return resources.length === 0 ? [] : [say(title), ...resources.flatMap((line) => wrapText(line, 2))];
}

function formatPlaced(kind: Text, { subregion, ...resource }: PlacedResource, style: ProofStyle): string {
  return `${style.say(kind)} ${formatNamed(resource, style)} (${formatSubregion(subregion, style.say)})`;
}

function formatNamed({ id, name }: ListedResource, { say, isPlan }: ProofStyle): string {
  if (typeof id === "string") return id === name ? name : `${id} ${name}`;
  return isPlan ? name : `${name}, id ${formatValue(id, say)}`;
}

function formatPublicIp({ address, ...ip }: PublicIpEvidence, style: ProofStyle): string {
  const { say } = style;
  const named = `${say(PUBLIC_IP)} ${formatNamed(ip, style)}`;
  return typeof address === "string" ? `${named}${say(COLON)} ${address}` : named;
}

function formatNodePool({ name, zones, nodes }: NodePoolEvidence, { say }: ProofStyle): string {
  const many = nodes === null ? say(ANY_NUMBER) : `${String(nodes)} ${say(NODES)}`;
  return `${say(POOL)} ${name}${say(COLON)} ${many} (${zones.join(", ")})`;
}

const PLACED: Text = {
  en: "Subnets, NAT services and security groups involved",
  fr: "Subnets, services NAT et groupes de sécurité concernés",
};
const OTHERS: Text = {
  en: "Nets, public IPs and node pools involved",
  fr: "Nets, IP publiques et node pools concernés",
};
const NET: Text = { en: "Net", fr: "Net" };
const PUBLIC_IP: Text = { en: "Public IP", fr: "IP publique" };
const NAT: Text = { en: "NAT service", fr: "Service NAT" };
const SUBNET: Text = { en: "Subnet", fr: "Subnet" };
const GROUP: Text = { en: "Security group", fr: "Groupe de sécurité" };
const POOL: Text = { en: "Node pool", fr: "Node pool" };
const NODES: Text = { en: "nodes asked for", fr: "nœuds demandés" };
const ANY_NUMBER: Text = { en: "nodes, as many as the cluster decides", fr: "nœuds, autant que le cluster en décide" };
