import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const examples = join(__dirname, "..", "..", "examples");

/** Runs the script of an example on a file of this text, or on none. */
export function convert(script: string, report: string | object | undefined, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "converter-"));
  const text = typeof report === "object" ? JSON.stringify(report) : report;
  if (text !== undefined) writeFileSync(join(folder, "report.json"), text);
  const options = { cwd: folder, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(examples, script), "report.json", ...args],
    options,
  );
  rmSync(folder, { recursive: true });
  return { status, stdout, stderr };
}

/** A report with these findings, which differ from a plain one by what is given. */
export function reportOf(...findings: object[]): object {
  return { schemaVersion: 2, findings: findings.map((finding) => ({ ...PLAIN, ...finding })) };
}

const PLAIN = {
  policy: "no-public-admin-port",
  severity: "critical",
  level: "mandatory",
  verdict: "violation",
  subject: { name: "ssh" },
  message: "Port 22 is open.",
  fix: "Close it.",
  position: { file: "index.ts", line: 9, column: 1 },
  fingerprint: "f2abd0a7c930fedf",
};

const NO_REPORT = "report.json is not what `pulumi-policy-outscale check --format json` prints.\n";

/** What is not the report, and what a script says of it. */
export const NOT_THE_REPORT: readonly (readonly [string, string | undefined, string])[] = [
  ["no file", undefined, "report.json cannot be read (ENOENT).\n"],
  ["an empty file", "", NO_REPORT],
  ["what is no JSON", "minimal (dev): 9 resources", NO_REPORT],
  ["a JSON text", '"report"', NO_REPORT],
  ["null", "null", NO_REPORT],
  ["another document", '{"steps":[]}', NO_REPORT],
  ["another version of the report", '{"schemaVersion":1,"findings":[]}', NO_REPORT],
  ["a report without findings", '{"schemaVersion":2}', NO_REPORT],
  ["a finding about nothing", '{"schemaVersion":2,"findings":[{}]}', NO_REPORT],
];
