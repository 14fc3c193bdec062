import type * as Yaml from "yaml";
import { isValues, type Value, type Values } from "../../../stack";

// An alias used more often than this is one that multiplies.
const MAX_ALIASES = 100;

/** The objects of a text in YAML, a document each; `undefined` when it is none, or one of them is no object. */
export function documentsIn(text: string): Values[] | undefined {
  const documents = parsed(text);
  const objects = documents?.map(toObject);
  return objects?.every((object) => object !== undefined) === true && objects.length > 0 ? objects : undefined;
}

/** The object of a text's first document, whatever follows. */
export function firstDocumentIn(text: string): Values | undefined {
  const [first] = parsed(text) ?? [];
  return first && toObject(first);
}

function parsed(text: string): readonly Yaml.Document.Parsed[] | undefined {
  // Loaded when there is YAML to read, not with the pack.
  const yaml = require("yaml") as typeof Yaml;
  try {
    // Kubernetes reads `yes` and `on` as YAML 1.1 does. A key that stands twice is looked for below: the parser would
    // hold each against each.
    const documents = yaml.parseAllDocuments(text, {
      version: "1.1",
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    });
    return Array.isArray(documents) ? documents : undefined;
  } catch {
    // Nesting deeper than the stack.
    return undefined;
  }
}

function toObject(document: Yaml.Document.Parsed): Values | undefined {
  if (document.errors.length > 0) return undefined;
  try {
    if (hasKeyTwice(document)) return undefined;
    // What is null is as good as not written.
    const value = document.toJS({
      maxAliasCount: MAX_ALIASES,
      reviver: (_: unknown, each: unknown) => each ?? undefined,
    }) as Value | undefined;
    return isValues(value) ? value : undefined;
  } catch {
    // Aliases that multiply.
    return undefined;
  }
}

/** Whether an object has a key twice, which Kubernetes refuses. */
function hasKeyTwice(document: Yaml.Document.Parsed): boolean {
  const yaml = require("yaml") as typeof Yaml;
  let found = false;
  yaml.visit(document, {
    Map: (_key, { items }) => {
      const keys = items.flatMap(({ key }) => (yaml.isScalar(key) ? [key.value] : []));
      if (new Set(keys).size === keys.length) return undefined;
      found = true;
      return yaml.visit.BREAK;
    },
  });
  return found;
}
