import { execFile } from "node:child_process";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import type { ReportedPolicyEvent } from "./engine-stack";

const root = join(__dirname, "..", "..");

/** A finding of the JSON report. */
export interface JsonFinding {
  readonly policy: string;
  readonly level: string;
  readonly verdict: string;
  readonly clauses: readonly string[];
  readonly subject: { readonly urn: string; readonly name: string };
  readonly message: string;
  readonly why: string;
  readonly fix: string;
}

/** What the CLI shows of the pack's findings, without the title that it shows above each, and without notes. */
export function shown(policyEvents: readonly ReportedPolicyEvent[]): string[] {
  return policyEvents
    .map(({ message, ...event }) => ({ ...event, lines: message.trimEnd().split("\n").slice(1) }))
    .filter(({ lines }) => !isNote(lines))
    .map(({ policyName, enforcementLevel, resourceUrn, lines }) =>
      [policyName, enforcementLevel, resourceUrn, ...lines].join("\n"),
    )
    .sort();
}

/** A note is one line; a finding has why it matters and what to do below its fact. */
function isNote(lines: readonly string[]): boolean {
  return lines.length === 1;
}

/** What one door of the command says: every verdict but the compliant ones, and how often each policy reached which. */
export interface Report {
  readonly findings: readonly JsonFinding[];
  readonly policies: readonly object[];
  readonly summary: object;
}

/** What `check` finds, in the words of the pack. */
export async function checked(...args: readonly string[]): Promise<string[]> {
  return worded(await reported(...args));
}

/** The violations among findings, as the pack words them. */
export function worded({ findings }: Pick<Report, "findings">): string[] {
  return findings
    .filter(({ verdict }) => verdict === "violation")
    .map(({ policy, level, subject, message, why, clauses, fix }) => {
      const cited = clauses.length > 0 ? ` (${clauses.join(", ")})` : "";
      const page = ` docs/policies/${policy}.md`;
      // The pack names what is more than the resource that is shown beside it.
      const named = subject.urn.endsWith(`::${subject.name}`) ? message : `${subject.name}: ${message}`;
      return [policy, level, subject.urn, named, why + cited, fix + page].join("\n");
    })
    .sort();
}

/** The report of the command as built, like the pack: both are of one moment. */
export async function reported(...args: readonly string[]): Promise<Report> {
  const command = join(root, "dist", "src", "cli", "main.js");
  const all = [command, "check", ...args, "--format", "json", "--lang", "en"];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, all, { cwd: root, maxBuffer: Infinity }, (_error, stdout, stderr) => {
      if (stdout === "") reject(new Error(`check ${args.join(" ")}: ${stderr}`));
      else resolve(JSON.parse(stdout) as Report);
    });
  });
}

/** Whether it is a finding about a resource, not a line that sums up what is undetermined, or what is lost. */
export function isNoSummary(finding: string): boolean {
  return !/^(?:verdicts-are-known|commitments-are-enforceable)\n/.test(finding);
}

/** What `all` would enable too: the policies that are disabled by default. */
export const OFF = Object.fromEntries(
  POLICIES.filter(({ level }) => level === "disabled").map(({ name }) => [name, "disabled"]),
);

/** A finding as it is said before its resource is created: without the way that the Internet comes by. */
export function withoutWay(finding: string): string {
  return finding.replace(/(?<=\.) [^.]* of \w+ "[^"]*" can be reached from the Internet: .*$/m, "");
}

/**
 * The policies that the pack cannot decide where other doors can: it is told neither of `retainOnDelete` nor of which
 * inputs are secret (docs/doors.md).
 */
export const UNTOLD = {
  "require-protected-state": "disabled",
  "no-fresh-snapshot-as-only-copy": "disabled",
  "no-long-lived-secret-in-program": "disabled",
} as const;
