import { isValues, Unknown, type Value, type Values } from "./value";

/** What a provider takes for an input: a scalar, texts by name, a list of one shape, or an object with properties. */
export type Shape = "text" | "number" | "boolean" | "map" | readonly [Shape] | Shapes;

/** The shapes of properties, by name. */
export interface Shapes {
  readonly [property: string]: Shape;
}

/**
 * Values as the provider understands them. Numbers are read from text as its bridge does, and text from numbers and
 * booleans; where a value has another shape than the provider takes, nobody knows what comes of it. What needs no change
 * is handed back as it is.
 */
export function shapeValues(values: Values, shapes: Shapes): Values {
  let shaped: Record<string, Value> | undefined;
  for (const [property, value] of Object.entries(values)) {
    const shape = Object.hasOwn(shapes, property) ? shapes[property] : undefined;
    const own = shape === undefined ? value : shapeValue(value, shape);
    if (own !== value) (shaped ??= { ...values })[property] = own;
  }
  return shaped ?? values;
}

function shapeValue(value: Value, shape: Shape): Value {
  if (value instanceof Unknown) return value;
  if (typeof shape === "string") return shapeScalar(value, shape);
  if (isShapeOfList(shape)) {
    const [element] = shape;
    if (Array.isArray(value)) return shapeList(value, element);
    // Other versions of a provider take one object for a list of one, or a list for the object.
    return isValues(value) && typeof element === "object" ? [shapeValue(value, element)] : MISSHAPEN;
  }
  if (!Array.isArray(value)) return isValues(value) ? shapeObject(value, shape) : MISSHAPEN;
  const shaped = shapeList(value, shape);
  const [only, ...more] = shaped;
  return only !== undefined && more.length === 0 ? only : shaped;
}

/** An object with properties of which the provider knows none is another one than it takes: a list written as an object. */
function shapeObject(value: Values, shape: Shapes): Value {
  const names = Object.keys(value).filter((name) => name !== DEFAULTS);
  return names.length === 0 || names.some((name) => Object.hasOwn(shape, name)) ? shapeValues(value, shape) : MISSHAPEN;
}

/** Where Pulumi keeps which properties its bridge filled in. */
const DEFAULTS = "__defaults";

function shapeList(values: readonly Value[], shape: Shape): readonly Value[] {
  const shaped = values.map((value) => shapeValue(value, shape));
  return shaped.some((value, index) => value !== values[index]) ? shaped : values;
}

function shapeScalar(value: Value, shape: "text" | "number" | "boolean" | "map"): Value {
  switch (shape) {
    case "text":
      return typeof value === "number" || typeof value === "boolean" ? String(value) : asKind(value, "string");
    case "number":
      return typeof value === "string" ? (integerOf(value) ?? MISSHAPEN) : asKind(value, "number");
    case "boolean":
      return asKind(value, "boolean");
    case "map":
      return isValues(value) ? value : MISSHAPEN;
  }
}

function asKind(value: Value, kind: "string" | "number" | "boolean"): Value {
  return typeof value === kind ? value : MISSHAPEN;
}

function isShapeOfList(shape: readonly [Shape] | Shapes): shape is readonly [Shape] {
  return Array.isArray(shape);
}

/** Numbers as Go's `strconv.ParseInt` reads them of base 0: by their prefix, with `_` between digits; a leading zero means octal. */
const SEPARATORS = /(?<=[\da-f])_(?=[\da-f])/gi;
const INTEGER = /^[+-]?(?:0|[1-9]\d*|0x[\da-f]+|0o?[0-7]+|0b[01]+)$/i;
const OCTAL_WITHOUT_LETTER = /^0(?=\d)/;

/**
 * The whole number that a text stands for where the provider takes a number: Pulumi's bridge for Terraform providers reads
 * it so, and refuses what is none.
 */
export function integerOf(text: string): number | undefined {
  const written = text.replace(SEPARATORS, "");
  if (!INTEGER.test(written)) return undefined;
  const magnitude = Number(written.replace(/^[+-]/, "").replace(OCTAL_WITHOUT_LETTER, "0o"));
  if (!Number.isSafeInteger(magnitude)) return undefined;
  return written.startsWith("-") ? -magnitude : magnitude;
}

/** Stands for a value of another shape than the provider takes. */
export const MISSHAPEN = new Unknown(undefined, false, true);
