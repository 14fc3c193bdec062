import type { Comparison, Difference, Seen, SeenKind } from "../../outscale";
import type { Text } from "../../text";
import { type PageLines, type Say, wrapText } from "../page";
import { formatConclusions } from "./conclusion-text";
import type { Proof } from "./proof";
import type { ProofStyle } from "./resource-text";

/** Writes how the stack stood before: its own conclusion, and what has changed since. */
export function formatBefore({ before }: Proof, style: ProofStyle): PageLines {
  if (!before) return [];
  const { say } = style;
  return [
    `${say(BEFORE)}${say(COLON)} ${before.writtenAt ?? say(NOT_TOLD)}`,
    ...formatConclusions(before.conclusions, style).slice(1),
    ...formatComparison(before, { missing: NEW, others: GONE, alike: UNCHANGED, there: THEN }, say),
  ];
}

/** Writes where the API's own answers and the state agree, and where they do not. */
export function formatLive({ live }: Proof, say: Say): PageLines {
  if (!live) return [];
  const kinds = live.kinds.map((kind) => say(KINDS[kind][1])).join(", ");
  return [
    `${say(LIVE)} (${kinds})`,
    ...formatComparison(live, { missing: NOT_ANSWERED, others: NOT_IN_STATE, alike: AGREE, there: IN_ACCOUNT }, say),
  ];
}

/** What stands before the names of what is here alone, of what is there alone, before the number of what is alike, and before what is seen there. */
type Labels = Readonly<Record<"missing" | "others" | "alike" | "there", Text>>;

function formatComparison({ alike, differences, missing, others }: Comparison, labels: Labels, say: Say): PageLines {
  return [
    ...wrapText(`${say(labels.alike)}${say(COLON)} ${String(alike)}.`, 2),
    ...differences.flatMap((difference) => wrapText(formatDifference(difference, labels.there, say), 2)),
    ...formatNames(labels.missing, missing, say),
    ...formatNames(labels.others, others, say),
  ];
}

function formatDifference({ seen, property, here, there }: Difference, label: Text, say: Say): string {
  return `${formatSeen(seen, say)}${say(COLON)} ${say(PROPERTIES[property])} ${here}, ${say(label)}${say(COLON)} ${there}`;
}

function formatNames(label: Text, seen: readonly Seen[], say: Say): PageLines {
  if (seen.length === 0) return [];
  return wrapText(`${say(label)}${say(COLON)} ${seen.map((each) => formatSeen(each, say)).join(", ")}.`, 2);
}

function formatSeen({ kind, id, name }: Seen, say: Say): string {
  return `${say(KINDS[kind][0])} ${id}${name === undefined || name === id ? "" : ` ${name}`}`;
}

const COLON: Text = { en: ":", fr: " :" };
const NOT_TOLD: Text = { en: "not told", fr: "non indiqué" };
const BEFORE: Text = { en: "Before, by the state written", fr: "Avant, d'après l'état écrit le" };
const UNCHANGED: Text = { en: "Unchanged since", fr: "Inchangés depuis" };
const NEW: Text = { en: "New since", fr: "Nouveaux depuis" };
const GONE: Text = { en: "Gone since", fr: "Disparus depuis" };
const LIVE: Text = { en: "What the API itself answers", fr: "Ce que répond l'API elle-même" };
const AGREE: Text = { en: "State and account agree on", fr: "L'état et le compte concordent pour" };
const NOT_ANSWERED: Text = { en: "In the state, and not in the account", fr: "Dans l'état, et pas dans le compte" };
const NOT_IN_STATE: Text = { en: "In the account, and not in the state", fr: "Dans le compte, et pas dans l'état" };
const THEN: Text = { en: "before", fr: "avant" };
const IN_ACCOUNT: Text = { en: "in the account", fr: "dans le compte" };
const PROPERTIES = {
  state: { en: "state", fr: "état" },
  subregion: { en: "Subregion", fr: "Sous-région" },
  nodes: { en: "nodes", fr: "nœuds" },
} as const satisfies Readonly<Record<Difference["property"], Text>>;
const KINDS: Readonly<Record<SeenKind, readonly [Text, Text]>> = {
  vm: [
    { en: "VM", fr: "VM" },
    { en: "VMs", fr: "VM" },
  ],
  "load balancer": [
    { en: "load balancer", fr: "load balancer" },
    { en: "load balancers", fr: "load balancers" },
  ],
  volume: [
    { en: "volume", fr: "volume" },
    { en: "volumes", fr: "volumes" },
  ],
  subnet: [
    { en: "Subnet", fr: "Subnet" },
    { en: "Subnets", fr: "Subnets" },
  ],
  "NAT service": [
    { en: "NAT service", fr: "service NAT" },
    { en: "NAT services", fr: "services NAT" },
  ],
  "security group": [
    { en: "security group", fr: "groupe de sécurité" },
    { en: "security groups", fr: "groupes de sécurité" },
  ],
  "node pool": [
    { en: "node pool", fr: "node pool" },
    { en: "node pools", fr: "node pools" },
  ],
};
