import type * as Unbash from "unbash";
import { listAlternatives, MAX_WORDS } from "./braces";
import { listOrigins } from "./channels";
import { type Argument, knownArgument, unknownArgument } from "./command";
import { fallbackOf, isComputed } from "./parse";
import { type Value, valueOfWord } from "./variables";

/** What the expansion of a word asks of the script that it is in. */
export interface ExpansionContext {
  /** The value of a variable, of one of its elements (`@`, `*` or a number), or of an argument. */
  readonly lookup: (name: string, index: string | undefined) => Value | undefined;
  readonly assign: (name: string, value: Value) => void;
  /** Runs a substitution and names its commands. */
  readonly run: (substitution: Unbash.CommandExpansionPart | Unbash.ProcessSubstitutionPart) => readonly string[];
  /** False when the script has been expanded to more text than is followed. */
  readonly spend: (characters: number) => boolean;
}

const MAX_VALUES = 8;
const MAX_LENGTH = 10_000;

type Piece = Argument | { readonly split: string };

/** Whether the expansion of a text may run or set something, `$(...)` or `${NAME:=...}`. */
export function mayAct(text: string): boolean {
  return /[`(=]|\{[\s|\\]/.test(text);
}

// What these alone make up means itself.
const PLAIN = /^[\w./:=@%+,-]*$/;

/** The words that words of a script become. */
export function expand(words: readonly Unbash.Word[], context: ExpansionContext): Argument[] {
  const fields: Argument[] = [];
  for (const word of words) expandInto(fields, word, context);
  return fields;
}

/** Adds the words that a word of a script becomes. */
export function expandInto(fields: Argument[], word: Unbash.Word, context: ExpansionContext): void {
  if (PLAIN.test(word.text)) {
    fields.push(knownArgument(word.text));
    return;
  }
  const { parts } = word;
  if (!parts) fields.push(knownArgument(word.value));
  else if (!parts.some(({ type }) => type === "BraceExpansion")) addFields(fields, parts, context);
  else for (const each of expandBraces(parts)) addFields(fields, each, context);
}

/** The words that the braces of a word list; braces that multiply to too many stay as written, as long ones do. */
function expandBraces(parts: readonly Unbash.WordPart[]): Unbash.WordPart[][] {
  let starts: Unbash.WordPart[][] = [[]];
  for (const part of parts) {
    const texts = part.type === "BraceExpansion" ? listAlternatives(part.text) : undefined;
    const isFollowed = texts !== undefined && starts.length * texts.length <= MAX_WORDS;
    const ends = isFollowed ? texts.map((text) => toLiteral(part, text)) : [part];
    // What multiplies nothing is added in place: a word may have thousands of parts.
    if (ends.length === 1) for (const start of starts) start.push(...ends);
    else starts = starts.flatMap((start) => ends.map((end) => [...start, end]));
  }
  return starts;
}

function toLiteral(part: Unbash.WordPart, text: string): Unbash.WordPart {
  return { ...part, type: "Literal", text, value: text };
}

/** Adds the words that these parts of one make up. */
function addFields(fields: Argument[], parts: readonly Unbash.WordPart[], context: ExpansionContext): void {
  let current: Argument[] | undefined;
  const end = () => {
    if (current) fields.push(concatenate(current));
    current = undefined;
  };
  const add = (part: Unbash.WordPart, quoted: boolean) => {
    if (isQuotation(part)) {
      // Even `""` is a word.
      current ??= [];
      for (const inner of part.parts) add(inner, true);
      return;
    }
    const text = textOf(part);
    if (text !== undefined) {
      (current ??= []).push(knownArgument(text));
      return;
    }
    let isFirst = true;
    for (const piece of expandPart(part, quoted, context)) {
      if ("split" in piece) {
        for (const [position, word] of piece.split.split(/[ \t\n]+/).entries()) {
          if (position > 0) end();
          if (word !== "") (current ??= []).push(knownArgument(word));
        }
      } else {
        if (!isFirst) end();
        (current ??= []).push(piece);
      }
      isFirst = false;
    }
  };
  for (const part of parts) add(part, false);
  end();
}

/** The one text that a word becomes where the shell does not split it. */
export function expandWhole(word: Unbash.Word, context: ExpansionContext): Argument {
  if (PLAIN.test(word.text)) return knownArgument(word.text);
  return word.parts ? expandParts(word.parts, false, context) : knownArgument(word.value);
}

/** The one text that parts of a word, or of a heredoc, become. */
export function expandParts(parts: readonly Unbash.WordPart[], isQuoted: boolean, context: ExpansionContext): Argument {
  const whole: Argument[] = [];
  const add = (part: Unbash.WordPart, quoted: boolean) => {
    if (isQuotation(part)) {
      for (const inner of part.parts) add(inner, true);
      return;
    }
    const text = textOf(part);
    if (text !== undefined) {
      whole.push(knownArgument(text));
      return;
    }
    let isFirst = true;
    for (const piece of expandPart(part, quoted, context)) {
      if (!isFirst) whole.push(knownArgument(" "));
      whole.push("split" in piece ? knownArgument(piece.split) : piece);
      isFirst = false;
    }
  };
  for (const part of parts) add(part, isQuoted);
  return concatenate(whole);
}

type Quotation = Unbash.DoubleQuotedPart | Unbash.LocaleStringPart;

function isQuotation(part: Unbash.WordPart): part is Quotation {
  return part.type === "DoubleQuoted" || part.type === "LocaleString";
}

/** The text of a part that stands for itself. */
function textOf(part: Unbash.WordPart): string | undefined {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return part.value;
    case "Glob":
    case "ExtendedGlob":
    case "BraceExpansion":
      return part.text;
    default:
      return undefined;
  }
}

function expandPart(part: Unbash.WordPart, quoted: boolean, context: ExpansionContext): readonly Piece[] {
  switch (part.type) {
    case "SimpleExpansion": {
      const name = part.text.slice(1);
      return expandValue(name, context.lookup(name, undefined), quoted, context);
    }
    case "ParameterExpansion":
      return expandParameter(part, quoted, context);
    case "CommandExpansion":
    case "ProcessSubstitution":
      return [unknownArgument("$()", context.run(part))];
    default:
      return [unknownArgument("$()")];
  }
}

function expandParameter(
  part: Unbash.ParameterExpansionPart,
  quoted: boolean,
  context: ExpansionContext,
): readonly Piece[] {
  if (isComputed(part)) return [unknownArgument("$()")];
  const { parameter: name, index, operation } = part;
  const fallback = fallbackOf(part);
  let value = context.lookup(name, index?.value);
  if (fallback && (value === undefined || isEmpty(value))) {
    value = valueOfWord(expandWhole(fallback, context));
    if (operation?.type === "Default" && operation.operator.endsWith("=")) context.assign(name, value);
  }
  return expandValue(name, value, quoted, context);
}

function expandValue(
  name: string,
  value: Value | undefined,
  quoted: boolean,
  context: ExpansionContext,
): readonly Piece[] {
  if (value && "items" in value) return value.items;
  const [first, ...more] = value?.values ?? [];
  if (value === undefined || first === undefined) return [{ ...unknownArgument(`$${name}`), ...throughOf(value) }];
  if (![first, ...more].every((text) => context.spend(text.length))) return [unknownArgument(`$${name}`)];
  if (more.length === 0) return quoted ? [knownArgument(first)] : [{ split: first }];
  const spaced = !quoted && value.values.some((text) => /[ \t\n]/.test(text));
  return spaced ? [unknownArgument(`$${name}`)] : [{ text: `$${name}`, values: value.values, from: [] }];
}

function throughOf(value: Exclude<Value, { readonly items: unknown }> | undefined): Pick<Argument, "through"> {
  return value?.from && value.from.length > 0 ? { through: value.from } : {};
}

function isEmpty(value: Value): boolean {
  return "values" in value ? value.values.length === 1 && value.values[0] === "" : value.items.length === 0;
}

function concatenate(parts: readonly Argument[]): Argument {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  let text = "";
  let value = "";
  const from: string[] = [];
  for (const part of parts) {
    text += part.text;
    value += part.values[0] ?? "";
    from.push(...part.from);
  }
  if (parts.some(({ values }) => values.length === 0)) {
    const through = parts.flatMap((part) => part.through ?? []);
    return { text, values: [], from, ...(through.length > 0 && { through: listOrigins(through) }) };
  }
  if (parts.every(({ values }) => values.length === 1)) return { text, values: [value], from };
  const values = parts.reduce<readonly string[]>(
    (starts, part) =>
      starts.length * part.values.length > MAX_VALUES || (starts[0]?.length ?? 0) > MAX_LENGTH
        ? []
        : starts.flatMap((start) => part.values.map((end) => start + end)),
    [""],
  );
  return { text, values, from };
}
