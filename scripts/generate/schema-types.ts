import schema from "../../src/outscale/provider/outscale-1.8.0.schema.json";

interface PropertyType {
  type?: string;
  $ref?: string;
  items?: PropertyType;
}
type Properties = Record<string, PropertyType>;

const types: Record<string, { properties?: Properties }> = schema.types;
interface ResourceSchema {
  inputProperties?: Properties;
  requiredInputs?: string[];
  /** The outputs that are always there. */
  required?: string[];
}

const resources: Record<string, ResourceSchema> = {
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

/** `src/outscale/provider/shapes.ts`: the shapes of the inputs, for whoever writes text for a number or a list for a text. */
export function inputShapes(): string {
  // Not of the provider itself: Pulumi hands it its settings as texts, whatever they hold.
  const made: typeof resources = schema.resources;
  const entries = Object.entries(made).map(
    ([token, { inputProperties = {} }]) => [token, shapesOf(inputProperties)] as const,
  );
  return [
    'import type { Shapes } from "../../stack";',
    "",
    "/** The shapes of the inputs, by type token. */",
    `export const INPUT_SHAPES: Readonly<Record<string, Shapes>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)};`,
    "",
    "/** The inputs that the provider fills in where a program leaves them out, by type token. */",
    `export const FILLED_IN: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(filledIn(made), null, 2)};`,
    "",
    "/** The types of which a program writes something, or the provider makes nothing. */",
    `export const NEVER_BARE: readonly string[] = ${JSON.stringify(neverBare(made), null, 2)};`,
    "",
  ].join("\n");
}

/** What may be left out and is always answered. */
function filledIn(made: typeof resources): Record<string, string[]> {
  const entries = Object.entries(made).map(([token, { inputProperties = {}, requiredInputs = [], required = [] }]) => {
    const names = Object.keys(inputProperties);
    return [token, names.filter((name) => required.includes(name) && !requiredInputs.includes(name))] as const;
  });
  return Object.fromEntries(entries.filter(([, names]) => names.length > 0));
}

function neverBare(made: typeof resources): string[] {
  return Object.entries(made).flatMap(([token, { requiredInputs = [] }]) => (requiredInputs.length > 0 ? [token] : []));
}

function shapesOf(properties: Properties): object {
  return Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, shapeOf(property)]));
}

function shapeOf({ type, $ref, items }: PropertyType): string | object {
  if ($ref) return shapesOf(referred($ref));
  if (type === "array" && items) return [shapeOf(items)];
  if (type === "object") return "map";
  return type === "integer" || type === "number" ? "number" : type === "boolean" ? "boolean" : "text";
}
