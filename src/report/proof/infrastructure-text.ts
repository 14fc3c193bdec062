import type { Infrastructure, ListedResource, NodePoolEvidence, PlacedResource } from "../../outscale";
import type { Text } from "../../text";
import { type PageLines, wrapText } from "../page";
import { COLON, formatValue, type ProofStyle } from "./resource-text";

/** Writes what VMs and load balancers stand in and behind, each kind in a section of its own. */
export function formatInfrastructure(infrastructure: Infrastructure, style: ProofStyle): PageLines {
  const { natServices, subnets, securityGroups, nodePools } = infrastructure;
  const sections = [
    ...natServices.map((nat) => formatPlaced(NAT, nat, style)),
    ...nodePools.map((pool) => formatNodePool(pool, style)),
    ...subnets.map((subnet) => formatPlaced(SUBNET, subnet, style)),
    ...securityGroups.map((group) => `${style.say(GROUP)} ${formatNamed(group, style)}`),
  ];
  return sections.length === 0 ? [] : [style.say(TITLE), ...sections.flatMap((line) => wrapText(line, 2))];
}

function formatPlaced(kind: Text, { subregion, ...resource }: PlacedResource, style: ProofStyle): string {
  return `${style.say(kind)} ${formatNamed(resource, style)} (${formatValue(subregion, style.say)})`;
}

function formatNamed({ id, name }: ListedResource, { say, isPlan }: ProofStyle): string {
  if (typeof id === "string") return id === name ? name : `${id} ${name}`;
  return isPlan ? name : `${name}, id ${formatValue(id, say)}`;
}

function formatNodePool({ name, zones, nodes }: NodePoolEvidence, { say }: ProofStyle): string {
  const many = nodes === null ? say(ANY_NUMBER) : `${String(nodes)} ${say(NODES)}`;
  return `${say(POOL)} ${name}${say(COLON)} ${many} (${zones.join(", ")})`;
}

const TITLE: Text = { en: "What these stand in and behind", fr: "Ce dans quoi et derrière quoi ils se trouvent" };
const NAT: Text = { en: "NAT service", fr: "Service NAT" };
const SUBNET: Text = { en: "Subnet", fr: "Subnet" };
const GROUP: Text = { en: "Security group", fr: "Groupe de sécurité" };
const POOL: Text = { en: "Node pool", fr: "Node pool" };
const NODES: Text = { en: "nodes asked for", fr: "nœuds demandés" };
const ANY_NUMBER: Text = { en: "nodes, as many as the cluster decides", fr: "nœuds, autant que le cluster en décide" };
