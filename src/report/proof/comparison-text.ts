import type { ComparedKind, Comparison, Difference, SeenKind, SeenName, SeenProperty, SeenValue } from "../../outscale";
import { joinWithSemicolons, sameInEach, type Text } from "../../text";
import { COLON, type PageLines, type Say, wrapText } from "../page";
import { formatConclusions } from "./conclusion-text";
import { formatLimits } from "./limits-text";
import type { Proof } from "./proof";
import { GIBIBYTES, type ProofStyle } from "./resource-text";

/** Writes how the stack stood before: its own conclusion, and what has changed since. */
export function formatBefore({ before }: Proof, style: ProofStyle): PageLines {
  if (!before) return [];
  const { say } = style;
  return [
    before.writtenAt === null ? say(BEFORE_UNDATED) : `${say(BEFORE)} ${before.writtenAt}`,
    ...formatConclusions(before.conclusions, style).slice(1),
    ...formatLimits(before, say).flatMap((limit) => wrapText(limit, 2)),
    ...formatComparison(before, { missing: NEW, others: GONE, unlisted: OFF_PAGE, alike: UNCHANGED, there: THEN }, say),
  ];
}

/** Writes where the API's own answers and the state agree, and where they do not. */
export function formatLive({ live }: Proof, say: Say): PageLines {
  if (!live) return [];
  const kinds = live.kinds.map((kind) => say(KINDS[kind][1])).join(", ");
  return [
    `${say(LIVE)} (${kinds})`,
    ...formatComparison(
      live,
      { missing: NOT_ANSWERED, others: NOT_IN_STATE, unlisted: OFF_PAGE, alike: AGREE, there: IN_ACCOUNT },
      say,
    ),
  ];
}

/**
 * What stands before the names of what is here alone, of what is there alone, of what is here and not on the page, before
 * the number of what is alike, and before what is seen there.
 */
type Labels = Readonly<Record<"missing" | "others" | "unlisted" | "alike" | "there", Text>>;

function formatComparison(comparison: Comparison, labels: Labels, say: Say): PageLines {
  const { alike, presentOnly, compared, differences, missing, others, unlisted } = comparison;
  return [
    ...wrapText(`${say(labels.alike)}${say(COLON)} ${String(alike)}.`, 2),
    ...(presentOnly === 0 ? [] : wrapText(`${say(PRESENCE)}${say(COLON)} ${String(presentOnly)}.`, 2)),
    ...(compared.length === 0 ? [] : wrapText(`${say(COMPARED)}${say(COLON)} ${say(describeCompared(compared))}.`, 2)),
    ...differences.flatMap((difference) => wrapText(formatDifference(difference, labels.there, say), 2)),
    ...formatNames(labels.missing, missing, say),
    ...formatNames(labels.others, others, say),
    ...formatNames(labels.unlisted, unlisted, say),
  ];
}

/** `VMs (state, Subregion); volumes (size)`. */
function describeCompared(compared: readonly ComparedKind[]): Text {
  return joinWithSemicolons(
    compared.map(({ kind, properties }) => {
      const [, kinds] = KINDS[kind];
      const names = properties.map((property) => PROPERTIES[property]);
      return {
        en: `${kinds.en} (${names.map(({ en }) => en).join(", ")})`,
        fr: `${kinds.fr} (${names.map(({ fr }) => fr).join(", ")})`,
      };
    }),
  );
}

function formatDifference({ seen, property, here, there }: Difference, label: Text, say: Say): string {
  const what = `${formatSeen(seen, say)}${say(COLON)} ${say(PROPERTIES[property])}`;
  if (here === null || there === null) return `${what} ${say(NOT_ALIKE)}`;
  const [ours, theirs] = [here, there].map((value) => formatSeenValue(property, value, say));
  return `${what} ${ours ?? ""}, ${say(label)}${say(COLON)} ${theirs ?? ""}`;
}

function formatSeenValue(property: SeenProperty, value: SeenValue, say: Say): string {
  if (typeof value !== "string") return value.length === 0 ? say(NOTHING) : value.join(", ");
  return property === "size" ? `${value} ${say(GIBIBYTES)}` : value;
}

function formatNames(label: Text, seen: readonly SeenName[], say: Say): PageLines {
  if (seen.length === 0) return [];
  return wrapText(`${say(label)}${say(COLON)} ${seen.map((each) => formatSeen(each, say)).join(", ")}.`, 2);
}

function formatSeen({ kind, id, name }: SeenName, say: Say): string {
  return `${say(KINDS[kind][0])} ${id}${name === null || name === id ? "" : ` ${name}`}`;
}

const BEFORE: Text = { en: "Before, by the state written", fr: "Avant, d'après l'état écrit le" };
const BEFORE_UNDATED: Text = {
  en: "Before, by a state that does not tell when it was written",
  fr: "Avant, d'après un état qui ne dit pas quand il a été écrit",
};
const UNCHANGED: Text = { en: "Unchanged since", fr: "Inchangés depuis" };
const NEW: Text = { en: "New since", fr: "Nouveaux depuis" };
const GONE: Text = { en: "Gone since", fr: "Disparus depuis" };
const OFF_PAGE: Text = {
  en: "Still there, and no longer on this page",
  fr: "Encore présents, et plus sur cette page",
};
const LIVE: Text = { en: "What the API itself answers", fr: "Ce que répond l'API elle-même" };
const AGREE: Text = { en: "State and account agree on", fr: "L'état et le compte concordent pour" };
const NOT_ANSWERED: Text = { en: "In the state, and not in the account", fr: "Dans l'état, et pas dans le compte" };
const NOT_IN_STATE: Text = { en: "In the account, and not in the state", fr: "Dans le compte, et pas dans l'état" };
const PRESENCE: Text = { en: "Only their presence was compared", fr: "Seule leur présence a été comparée" };
const COMPARED: Text = { en: "Compared, where both tell", fr: "Comparés, là où les deux le disent" };
const NOT_ALIKE: Text = {
  en: "are not the same, and not shown on this page",
  fr: "différents, et non affichés sur cette page",
};
const THEN: Text = { en: "before", fr: "avant" };
const IN_ACCOUNT: Text = { en: "in the account", fr: "dans le compte" };
const NOTHING: Text = { en: "none", fr: "néant" };
const PROPERTIES: Readonly<Record<SeenProperty, Text>> = {
  state: { en: "state", fr: "état" },
  subregion: { en: "Subregion", fr: "Sous-région" },
  type: sameInEach("type"),
  performance: sameInEach("performance"),
  size: { en: "size", fr: "taille" },
  iops: sameInEach("IOPS"),
  net: sameInEach("Net"),
  subnets: sameInEach("Subnets"),
  volumes: { en: "attached volumes", fr: "volumes attachés" },
  rootVolume: { en: "root volume", fr: "volume racine" },
  vm: { en: "attached to", fr: "attaché à" },
  backends: sameInEach("backends"),
  nodes: { en: "nodes", fr: "nœuds" },
};
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
