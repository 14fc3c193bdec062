import { POLICIES } from "../../policies";
import type { Language } from "../contract";

/** Every policy: its level, name, clauses and title, one line each. */
export function list(language: Language): string {
  const width = Math.max(...POLICIES.map(({ name }) => name.length));
  const clauses = Math.max(...POLICIES.map((policy) => policy.clauses.join(" ").length));
  const lines = POLICIES.map((policy) =>
    [
      policy.name.padEnd(width),
      policy.level.padEnd(9),
      policy.severity.padEnd(8),
      policy.clauses.join(" ").padEnd(clauses),
      policy.title[language],
    ].join("  "),
  );
  return `${lines.join("\n")}\n`;
}
