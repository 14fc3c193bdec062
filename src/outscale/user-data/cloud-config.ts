import type * as Yaml from "yaml";
import type { Boot } from "./boot";
import { useOfEntry } from "./disk-use";
import { entryMounting } from "./fstab";
import { joined, lastAtMost, passage, type Passage } from "./passage";
import { DOWNLOADED_FILE, GZIP_FILE, INVALID_YAML } from "./phrase";

// An alias used more often than this is one that multiplies.
const MAX_ALIASES = 100;

/** Adds what a cloud-config does at boot; values of a type that cloud-init does not take are passed over. */
export function readCloudConfig(config: Passage, boot: Boot): void {
  const root = parse(config);
  if (!root) {
    boot.addUnread(INVALID_YAML);
    return;
  }
  for (const key of ["bootcmd", "runcmd"]) {
    const lines = root.get(key).items().map(shellLine);
    if (lines.length > 0) boot.addScript(joined(lines));
  }
  for (const file of root.get("write_files").items()) addFile(file, boot);
  for (const entry of root.get("mounts").items()) {
    const [what = "", where = "", type = ""] = entry.items().map((field) => field.text() ?? "");
    boot.addDiskUse(useOfEntry(what, where, type));
    const mounting = entryMounting(what, where, type);
    if (mounting) boot.addMounting(mounting, entry.line);
  }
}

/** A command of `runcmd`: a line of shell, or words that cloud-init quotes. */
function shellLine(command: Value): Passage {
  const line = command.text();
  if (line !== undefined) return joined([command.passage(), passage("\n", command.line)]);
  const words = command.items().map((word) => `'${(word.text() ?? "").replaceAll("'", "'\\''")}'`);
  return passage(`${words.join(" ")}\n`, command.line, command.lastLine);
}

function addFile(file: Value, boot: Boot): void {
  const path = file.get("path").text();
  if (path === undefined) return;
  if (file.get("source").get("uri").text() !== undefined) boot.addUnread(DOWNLOADED_FILE);
  const content = file.get("content");
  const text = content.text();
  if (text === undefined) return;
  const encoding = (file.get("encoding").text() ?? "").trim().toLowerCase();
  if (/^gz(?:ip)?(?:\+(?:b64|base64))?$/.test(encoding)) {
    boot.addUnread(GZIP_FILE);
    return;
  }
  const encoded = encoding === "b64" || encoding === "base64";
  const written = encoded
    ? passage(Buffer.from(text, "base64").toString("utf8"), content.line, content.line)
    : content.passage();
  boot.addFile(path, written, file.get("append").text() === "true");
}

/** A value of the document, present or not. */
interface Value {
  readonly line: number;
  readonly lastLine: number;
  /** The text of a scalar, as YAML's own types are written. */
  readonly text: () => string | undefined;
  readonly passage: () => Passage;
  readonly items: () => Value[];
  readonly get: (key: string) => Value;
}

function parse(config: Passage): Value | undefined {
  // Loaded when there is YAML to read, not with the pack.
  const yaml = require("yaml") as typeof Yaml;
  const lines = new yaml.LineCounter();
  const [document, more] = parsed(yaml, config.text, lines);
  if (!document || more || document.errors.length > 0) return undefined;
  try {
    document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    return undefined;
  }

  const lineOf = (offset: number) => config.lineAt(lastAtMost(lines.lineStarts, offset));

  const value = (written: unknown): Value => {
    const node = yaml.isAlias(written) ? written.resolve(document) : written;
    const [start, end] = yaml.isNode(node) ? (node.range ?? [0, 0]) : [0, 0];
    const line = lineOf(start);
    const lastLine = lineOf(Math.max(start, end - 1));
    const text = () => (yaml.isScalar(node) ? scalarText(node.value) : undefined);
    return {
      line,
      lastLine,
      text,
      passage: () => {
        const block = yaml.isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
        return passage(text() ?? "", block ? line + 1 : line, lastLine);
      },
      items: () => (yaml.isSeq(node) ? node.items.map(value) : []),
      get: (key) =>
        value(yaml.isMap(node) ? lastOf(node, (pair) => yaml.isScalar(pair.key) && pair.key.value === key) : undefined),
    };
  };
  return value(document.contents);
}

function parsed(yaml: typeof Yaml, text: string, lines: Yaml.LineCounter) {
  try {
    // cloud-init reads YAML 1.1, where the last of two equal keys counts.
    const documents = yaml.parseAllDocuments(text, {
      version: "1.1",
      uniqueKeys: false,
      lineCounter: lines,
      prettyErrors: false,
      logLevel: "silent",
    });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    // Nesting deeper than the stack.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function lastOf(map: Yaml.YAMLMap, matches: (pair: Yaml.Pair) => boolean): unknown {
  return map.items.findLast(matches)?.value;
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : undefined;
}
