// Turns the JSON report of `pulumi-policy-outscale check` into a Code Quality report of GitLab's:
//   node code-quality.mjs [report.json] [folder of the program, seen from the root of the repository]
import { readFileSync } from "node:fs";
import { posix } from "node:path";

const SEVERITIES = { critical: "blocker", high: "critical", medium: "major", low: "minor" };

const [file = "report.json", program = "."] = process.argv.slice(2);

try {
  process.stdout.write(codeQualityOf(readFileSync(file, "utf8")));
} catch ({ syscall, code }) {
  const why = syscall ? `cannot be read (${code})` : "is not what `pulumi-policy-outscale check --format json` prints";
  process.stderr.write(`${file} ${why}.\n`);
  process.exitCode = 2;
}

function codeQualityOf(text) {
  const { schemaVersion, findings } = JSON.parse(text);
  if (schemaVersion !== 2) throw new Error("another version of the report");
  const issues = findings.filter(({ verdict }) => verdict !== "exempted").map(issueOf);
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function issueOf({ policy, severity, verdict, subject, message, position, fingerprint }) {
  // An issue needs a line, and every program has this file.
  const { file, line } = position ?? { file: "Pulumi.yaml", line: 1 };
  return {
    description: `${subject.name}: ${message}`,
    check_name: policy,
    fingerprint,
    severity: verdict === "undetermined" ? "info" : SEVERITIES[severity],
    location: { path: posix.join(program, file), lines: { begin: line } },
  };
}
