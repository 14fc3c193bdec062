// Turns the JSON report of `pulumi-policy-outscale check` into annotations on the lines of a pull request:
//   node annotate.mjs [report.json] [folder of the program, seen from the root of the repository]
import { readFileSync } from "node:fs";
import { posix } from "node:path";

const [file = "report.json", program = "."] = process.argv.slice(2);

try {
  process.stdout.write(annotationsOf(readFileSync(file, "utf8")));
} catch ({ syscall, code }) {
  const why = syscall ? `cannot be read (${code})` : "is not what `pulumi-policy-outscale check --format json` prints";
  process.stderr.write(`${file} ${why}.\n`);
  process.exitCode = 2;
}

function annotationsOf(text) {
  const { schemaVersion, findings } = JSON.parse(text);
  if (schemaVersion !== 2) throw new Error("another version of the report");
  return findings
    .filter(({ verdict }) => verdict !== "exempted")
    .map(annotationOf)
    .join("");
}

function annotationOf({ policy, verdict, level, subject, message, fix, position }) {
  const place = position && { file: posix.join(program, position.file), line: position.line, col: position.column };
  const properties = Object.entries({ ...place, title: `${policy}: ${subject.name}` })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(",");
  return `::${commandOf(verdict, level)} ${properties}::${escaped(`${message}\n${fix}`)}\n`;
}

function commandOf(verdict, level) {
  if (verdict === "undetermined") return "notice";
  return level === "advisory" ? "warning" : "error";
}

function escaped(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text) {
  return escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
