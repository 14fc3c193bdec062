import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CLAUSES } from "../../src/contract";
import { GROUND_NAMES, type Policy, type PolicyMetadata, policyPage } from "../../src/policy";

const START = "<!-- generated from the policy by `npm run generate` -->";
const END = "<!-- /generated -->";

/** A policy's page with what the policy says of itself at its head; the rest is written by hand. */
export function policyDocument(root: string, policy: PolicyMetadata & Partial<Pick<Policy, "alone">>): string {
  const page = readFileSync(join(root, policyPage(policy.name)), "utf8");
  const end = page.indexOf(END);
  if (!page.includes(START) || end === -1) {
    throw new Error(`${policyPage(policy.name)} needs the lines \`${START}\` and \`${END}\` below its heading.`);
  }
  return `# ${policy.name}\n\n${START}\n\n${header(policy)}\n\n${END}${page.slice(end + END.length)}`;
}

/** The head of the page of a policy that is still to be written. */
export const EMPTY_HEADER = `${START}\n\n${END}`;

function header(policy: Parameters<typeof policyDocument>[1]): string {
  const { title, clauses, ground, severity, level, alone = [] } = policy;
  return [
    `**${title.en}.**`,
    "",
    ...clauses.map((id) => `- Clause \`${id}\`: ${CLAUSES[id].paraphrase.en}`),
    `- Ground: ${GROUND_NAMES[ground].en}`,
    `- Severity: ${severity}`,
    `- Default level: ${level}`,
    `- Stages: ${alone.length > 0 ? "resource, stack" : "stack"}`,
  ].join("\n");
}
