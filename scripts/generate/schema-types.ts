import schema from "../../src/outscale/provider/outscale-1.8.0.schema.json";

interface PropertyType {
  type?: string;
  $ref?: string;
  items?: PropertyType;
}
type Properties = Record<string, PropertyType>;

const types: Record<string, { properties?: Properties }> = schema.types;
const resources: Record<string, { inputProperties?: Properties }> = {
  ...schema.resources,
  "pulumi:providers:outscale": schema.provider,
};

/** `src/outscale/provider/inputs.ts`: what a program may write, so that a misspelt property or a wrong kind does not compile. */
export function inputTypes(): string {
  const entries = Object.entries(resources).map(
    ([token, { inputProperties = {} }]) => `  ${JSON.stringify(token)}: ${object(inputProperties)};`,
  );
  return [
    "/** The inputs of every resource of the provider, by type token. Nothing is required: a program may be wrong. */",
    `export interface Inputs {\n${entries.join("\n")}\n}`,
    "",
  ].join("\n");
}

function object(properties: Properties): string {
  const fields = Object.entries(properties).map(([name, property]) => `readonly ${name}?: ${spelled(property)}`);
  return `{ ${fields.join("; ")} }`;
}

function spelled({ type, $ref, items }: PropertyType): string {
  if ($ref) return object(referred($ref));
  if (type === "array" && items) return `readonly (${spelled(items)})[]`;
  if (type === "object") return "Readonly<Record<string, string>>";
  if (type === "integer") return "number";
  if (type === "string" || type === "number" || type === "boolean") return type;
  throw new Error(`unexpected type in the provider's schema: ${JSON.stringify({ type, $ref, items })}`);
}

function referred($ref: string): Properties {
  return types[$ref.replace("#/types/", "")]?.properties ?? {};
}

/** `src/outscale/provider/kinds.ts`: the numbers and booleans among the inputs, read when a program spells them as text. */
export function inputKinds(): string {
  const entries = Object.entries(resources)
    .map(([token, { inputProperties = {} }]) => [token, kinds(inputProperties)] as const)
    .filter(([, nested]) => Object.keys(nested).length > 0);
  return [
    'import type { Kinds } from "../../stack";',
    "",
    "/** The inputs that are not text, by type token. */",
    `export const INPUT_KINDS: Readonly<Record<string, Kinds>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};`,
    "",
  ].join("\n");
}

interface KindTree {
  [property: string]: string | KindTree;
}

function kinds(properties: Properties): KindTree {
  const tree: KindTree = {};
  for (const [name, property] of Object.entries(properties)) {
    const { type, $ref } = property.type === "array" && property.items ? property.items : property;
    if ($ref) {
      const nested = kinds(referred($ref));
      if (Object.keys(nested).length > 0) tree[name] = nested;
    } else if (type === "number" || type === "integer") tree[name] = "number";
    else if (type === "boolean") tree[name] = "boolean";
  }
  return tree;
}
