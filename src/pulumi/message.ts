import { type PolicyMetadata, policyPage } from "../policy";
import type { Language, Text } from "../text";

/** A message as the CLI prints it under the policy's title: the fact, why it matters, and what to do. */
export function messageOf(policy: PolicyMetadata, fact: Text, language: Language): string {
  const clauses = policy.clauses.length > 0 ? ` (${policy.clauses.join(", ")})` : "";
  const page = policy.clauses.length > 0 ? ` ${policyPage(policy.name)}` : "";
  return [fact[language], `${policy.why[language]}${clauses}`, `${policy.remediation[language]}${page}`].join("\n");
}
