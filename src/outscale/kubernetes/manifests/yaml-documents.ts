import type * as Yaml from "yaml";
import { isValues, type Value, type Values } from "../../../stack";
import { MAX_ALIASES, parseYaml } from "../../user-data/yaml";

/** The objects of a text in YAML, a document each; `undefined` when it is none, or one of them is no object. */
export function documentsIn(text: string): Values[] | undefined {
  const objects = parseYaml(text).map(toObject);
  return objects.length > 0 && objects.every((object) => object !== undefined) ? objects : undefined;
}

/** The object of a text's first document, whatever follows. */
export function firstDocumentIn(text: string): Values | undefined {
  const [first] = parseYaml(text);
  return first && toObject(first);
}

function toObject(document: Yaml.Document): Values | undefined {
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
function hasKeyTwice(document: Yaml.Document): boolean {
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
