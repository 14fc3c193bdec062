import { execFile } from "node:child_process";
import { join } from "node:path";
import type { ReportedPolicyEvent } from "./engine-stack";

const root = join(__dirname, "..", "..");

/** A finding of the JSON report. */
export interface JsonFinding {
  readonly policy: string;
  readonly level: string;
  readonly verdict: string;
  readonly clauses: readonly string[];
  readonly subject: { readonly urn: string };
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

/** What the CLI shows of the pack's findings, without the title that it shows above each. */
export function shown(policyEvents: readonly ReportedPolicyEvent[]): string[] {
  return policyEvents
    .map(({ policyName, enforcementLevel, resourceUrn, message }) => {
      const [, ...lines] = message.trimEnd().split("\n");
      return [policyName, enforcementLevel, resourceUrn, ...lines].join("\n");
    })
    .sort();
}

/** What `check` finds, in the words of the pack. */
export async function checked(program: string, ...options: readonly string[]): Promise<string[]> {
  const { findings } = JSON.parse(await printed(program, options)) as { findings: JsonFinding[] };
  return worded(findings);
}

/** The violations among findings, as the pack words them. */
export function worded(findings: readonly JsonFinding[]): string[] {
  return findings
    .filter(({ verdict }) => verdict === "violation")
    .map(({ policy, level, subject, message, why, clauses, fix }) => {
      const cited = clauses.length > 0 ? ` (${clauses.join(", ")})` : "";
      const page = clauses.length > 0 ? ` docs/policies/${policy}.md` : "";
      return [policy, level, subject.urn, message, why + cited, fix + page].join("\n");
    })
    .sort();
}

/** As built, like the pack: both are of one moment. */
async function printed(program: string, options: readonly string[]): Promise<string> {
  const command = join(root, "dist", "src", "cli", "main.js");
  const args = [command, "check", program, "--format", "json", "--lang", "en", ...options];
  return new Promise((resolve, reject) => {
    // It ends with 1 where it finds something.
    execFile(process.execPath, args, { cwd: root, maxBuffer: Infinity }, (error, stdout, stderr) => {
      if (stdout === "") reject(new Error(stderr, { cause: error }));
      else resolve(stdout);
    });
  });
}
