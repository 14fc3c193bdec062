import { COMMITMENTS } from "../../contract";
import { addTo, shortType, type Subject } from "../../stack";
import { formatList, type Text } from "../../text";
import { type CommitmentLine, policyNames } from "./ledger";

/** What is lost, in one sentence: the commitments, for which systems, and the policies that say so. */
export function formatForfeits(lines: readonly CommitmentLine[]): Text {
  const bySystem = new Map<string, CommitmentLine[]>();
  for (const line of lines) addTo(bySystem, JSON.stringify([formatSystem(line.system).en, policiesOf(line)]), line);
  const byLoss = new Map<string, CommitmentLine[][]>();
  for (const group of bySystem.values()) {
    const [first] = group;
    addTo(byLoss, JSON.stringify([first && policiesOf(first), clausesOf(group)]), group);
  }
  const named = new Set(lines.filter(({ system }) => system.kind !== "stack").flatMap((line) => clausesOf([line])));
  const whole = new Set(lines.filter(({ system }) => system.kind === "stack").flatMap((line) => clausesOf([line])));
  const isEvery = COMMITMENTS.every(({ clause }) => named.has(clause) || whole.has(clause));
  // What is lost for the stack as a whole is said last, in a word when nothing is left.
  const losses = [...byLoss.values()]
    .sort((a, b) => Number(isOfStack(a)) - Number(isOfStack(b)))
    .map((groups) => formatLoss(groups, isEvery && isOfStack(groups) ? (named.size > 0 ? OTHERS : ALL) : undefined));
  const joined = (language: "en" | "fr") => losses.map((loss) => loss[language]).join("; ");
  return { en: `Forfeited: ${joined("en")}.`, fr: `Perdus : ${joined("fr").replaceAll("; ", " ; ")}.` };
}

/** A system by kind and name: `tier web`, `Volume data`, the stack. */
export function formatSystem({ kind, name, resource }: Subject): Text {
  if (kind === "stack") return { en: "the stack", fr: "la pile" };
  if (kind === "entry") return { en: `entry ${name}`, fr: `entrée ${name}` };
  if (kind === "tier") return { en: `tier ${name}`, fr: `tier ${name}` };
  const type = shortType(resource.type);
  return { en: `${type} ${name}`, fr: `${type} ${name}` };
}

const ALL: Text = { en: "every commitment", fr: "tous les engagements" };
const OTHERS: Text = { en: "every other commitment", fr: "tous les autres engagements" };

function isOfStack(groups: readonly (readonly CommitmentLine[])[]): boolean {
  return groups.some((group) => group.some(({ system }) => system.kind === "stack"));
}

/** Systems that lose the same for the same reason. */
function formatLoss(groups: readonly (readonly CommitmentLine[])[], instead: Text | undefined): Text {
  const [group = []] = groups;
  const [line] = group;
  const what = instead ?? formatList(clausesOf(group));
  const systems = groups.flatMap(([first]) => (first ? [formatWithArticle(first.system)] : []));
  const policies = formatList(line ? policiesOf(line) : []);
  return {
    en: `${what.en} for ${formatList(systems).en} (${policies.en})`,
    fr: `${what.fr} pour ${formatList(systems).fr} (${policies.fr})`,
  };
}

function formatWithArticle(system: Subject): Text {
  const { en, fr } = formatSystem(system);
  const article = { tier: "le ", entry: "l'" } as Readonly<Record<string, string>>;
  return { en, fr: `${article[system.kind] ?? ""}${fr}` };
}

function policiesOf({ reasons }: CommitmentLine): string[] {
  return policyNames(reasons).sort();
}

function clausesOf(lines: readonly CommitmentLine[]): string[] {
  return lines.map(({ commitment }) => commitment.clause);
}
