import { POLICIES } from "../../policies";
import { findClosest } from "../config";
import { CLAUSE_IDS } from "../contract";
import { PACK_POLICIES, type Policy, type PolicyMetadata, policyPage } from "../policy";
import { LEVEL_NAMES, type Say, sayIn, SEVERITY_NAMES } from "../report";
import { type Language, type Text, UserError } from "../text";
import { explainClause, formatClauses, formatSection } from "./explain-clause";

/**
 * Explains what a policy asks for and what depends on it, or what a clause says and how it can be claimed.
 * @param name of a policy, or the id of a clause in any case
 * @throws {UserError} when the name is neither
 */
export function explain(name: string, language: Language): string {
  const say = sayIn(language);
  const policy = POLICIES.find((each) => each.name === name);
  if (policy) return joinLines(explainPolicy(policy, say));
  const packPolicy = PACK_POLICIES.find((each) => each.name === name);
  if (packPolicy) return joinLines(describePolicy(packPolicy, say));
  const clause = CLAUSE_IDS.find((id) => id.toLowerCase() === name.toLowerCase());
  if (clause) return joinLines(explainClause(clause, say));
  throw makeUnknownNameError(name);
}

function makeUnknownNameError(name: string): UserError {
  const names = [...CLAUSE_IDS, ...POLICIES.map((each) => each.name)];
  const lowered = findClosest(
    name.toLowerCase(),
    names.map((each) => each.toLowerCase()),
  );
  const closest = names.find((each) => each.toLowerCase() === lowered) ?? lowered;
  return new UserError({
    en: `\`${name}\` is no policy and no clause. The closest is ${closest}; \`list\` shows them all.`,
    fr: `\`${name}\` n'est ni une politique ni une clause. Le plus proche est ${closest} ; \`list\` les montre toutes.`,
  });
}

/** Formats what every policy has: its name, level, severity, title, why and remediation. */
function describePolicy({ name, title, why, remediation, severity, level }: PolicyMetadata, say: Say): string[] {
  return [
    `${name}  ${say(LEVEL_NAMES[level])}, ${say(SEVERITY_NAMES[severity])}`,
    "",
    `${say(title)}.`,
    say(why),
    say(remediation),
  ];
}

/** A policy, its clauses, and what a violation of it costs. */
function explainPolicy(policy: Policy, say: Say): string[] {
  const forfeits = policy.stakes.flatMap((stake) => stake.forfeits);
  return [
    ...describePolicy(policy, say),
    policyPage(policy.name),
    ...formatSection(HEADINGS.clauses, formatClauses(policy.clauses, say), say),
    ...formatSection(HEADINGS.forfeits, [forfeits.join(" ")].filter(Boolean), say),
    ...formatSection(HEADINGS.weakens, [policy.weakens.join(" ")].filter(Boolean), say),
  ];
}

function joinLines(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

const HEADINGS = {
  clauses: { en: "Clauses", fr: "Clauses" },
  forfeits: { en: "A violation forfeits", fr: "Une violation fait perdre" },
  weakens: { en: "A violation leaves less evidence for", fr: "Une violation affaiblit les preuves de" },
} as const satisfies Readonly<Record<string, Text>>;
