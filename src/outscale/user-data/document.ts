import type * as Yaml from "yaml";
import { lastAtMost, toSourceText, type SourceText } from "./source-text";
import { MAX_ALIASES, parseYaml } from "./yaml";

/** A value of a YAML or JSON document, present or not. */
export interface DocumentValue {
  readonly line: number;
  readonly lastLine: number;
  readonly isPresent: boolean;
  /** The text of a scalar, as YAML's own types are written. */
  readonly text: () => string | undefined;
  /** The bytes of a scalar, be it text or YAML's own binary. */
  readonly bytes: () => Buffer | undefined;
  readonly sourceText: () => SourceText;
  readonly items: () => DocumentValue[];
  readonly get: (key: string) => DocumentValue;
  readonly entries: () => (readonly [key: string, value: DocumentValue])[];
}

/** The documents of a text in YAML, which JSON is too; `undefined` when it is none, or multiplies when it is read. */
export function readDocuments(text: SourceText): DocumentValue[] | undefined {
  // Loaded when there is YAML to read, not with the pack.
  const yaml = require("yaml") as typeof Yaml;
  const lines = new yaml.LineCounter();
  const documents = parseYaml(text.text, lines);
  const lineOf = (offset: number) => text.lineAt(lastAtMost(lines.lineStarts, offset));
  const values = documents.map((document) => readValue(yaml, document, lineOf));
  return values.some((value) => value === undefined) ? undefined : values.flatMap((value) => value ?? []);
}

function readValue(
  yaml: typeof Yaml,
  document: Yaml.Document,
  lineOf: (offset: number) => number,
): DocumentValue | undefined {
  if (document.errors.length > 0) return undefined;
  try {
    document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch {
    return undefined;
  }
  const value = (written: unknown): DocumentValue => {
    const node = yaml.isAlias(written) ? written.resolve(document) : written;
    const [start, end] = yaml.isNode(node) ? (node.range ?? [0, 0]) : [0, 0];
    const line = lineOf(start);
    const lastLine = lineOf(Math.max(start, end - 1));
    const text = () => (yaml.isScalar(node) ? scalarText(node.value) : undefined);
    return {
      line,
      lastLine,
      isPresent: yaml.isNode(node),
      text,
      bytes: () => (yaml.isScalar(node) ? scalarBytes(node.value) : undefined),
      sourceText: () => {
        const block = yaml.isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
        return toSourceText(text() ?? "", block ? line + 1 : line, lastLine);
      },
      items: () => (yaml.isSeq(node) ? node.items.map(value) : []),
      get: (key) =>
        value(yaml.isMap(node) ? node.items.findLast((pair) => keyOf(yaml, pair) === key)?.value : undefined),
      entries: () =>
        yaml.isMap(node) ? node.items.map((pair) => [keyOf(yaml, pair) ?? "", value(pair.value)] as const) : [],
    };
  };
  return value(document.contents);
}

function keyOf(yaml: typeof Yaml, { key }: Yaml.Pair): string | undefined {
  return yaml.isScalar(key) ? scalarText(key.value) : undefined;
}

function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : undefined;
}

function scalarBytes(value: unknown): Buffer | undefined {
  if (value instanceof Uint8Array) return Buffer.from(value);
  const text = scalarText(value);
  return text === undefined ? undefined : Buffer.from(text, "utf8");
}
