import type * as Yaml from "yaml";

/** An alias used more often than this is one that multiplies. */
export const MAX_ALIASES = 100;

/**
 * The documents of a text as YAML 1.1 has them, which is what cloud-init and Kubernetes read: there `yes` and `on` are
 * booleans. Each document says its own errors, but for a key that stands twice. There is none where the parser gives up,
 * as it does on a text that is nested deeper than its stack.
 * @param lines is told where lines begin
 */
export function parseYaml(text: string, lines?: Yaml.LineCounter): readonly Yaml.Document[] {
  // Loaded when there is YAML to read, not with the pack.
  const yaml = require("yaml") as typeof Yaml;
  const frames = Error.stackTraceLimit;
  // A hostile text has an error at each sign; what costs most of one is its stack trace, which nobody reads.
  Error.stackTraceLimit = 0;
  try {
    const documents = yaml.parseAllDocuments(text, {
      version: "1.1",
      // The parser would hold each key against each.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
      ...(lines && { lineCounter: lines }),
    });
    return Array.isArray(documents) ? documents : [];
  } catch {
    return [];
  } finally {
    Error.stackTraceLimit = frames;
  }
}
