import type * as Unbash from "unbash";
import { alternatives, MAX_WORDS } from "./braces";
import { type Argument, known, unknown } from "./command";
import { fallbackOf, isComputed } from "./parse";
import type { Value } from "./variables";

/** What expansion asks of the script round the word. */
export interface Surroundings {
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
export function expand(words: readonly Unbash.Word[], surroundings: Surroundings): Argument[] {
  const fields: Argument[] = [];
  for (const word of words) expandInto(fields, word, surroundings);
  return fields;
}

/** Adds the words that a word of a script becomes. */
export function expandInto(fields: Argument[], word: Unbash.Word, surroundings: Surroundings): void {
  if (PLAIN.test(word.text)) {
    fields.push(known(word.text));
    return;
  }
  const { parts } = word;
  if (!parts) fields.push(known(word.value));
  else if (!parts.some(({ type }) => type === "BraceExpansion")) addFields(fields, parts, surroundings);
  else for (const each of listed(parts)) addFields(fields, each, surroundings);
}

/** The words that the braces of a word list; braces that multiply to too many stay as written, as long ones do. */
function listed(parts: readonly Unbash.WordPart[]): Unbash.WordPart[][] {
  return parts.reduce<Unbash.WordPart[][]>(
    (starts, part) => {
      const texts = part.type === "BraceExpansion" ? alternatives(part.text) : undefined;
      if (!texts || starts.length * texts.length > MAX_WORDS) return starts.map((start) => [...start, part]);
      const ends = texts.map((text): Unbash.WordPart => ({ ...part, type: "Literal", text, value: text }));
      return starts.flatMap((start) => ends.map((end) => [...start, end]));
    },
    [[]],
  );
}

/** Adds the words that these parts of one make up. */
function addFields(fields: Argument[], parts: readonly Unbash.WordPart[], surroundings: Surroundings): void {
  let current: Argument[] | undefined;
  const end = () => {
    if (current) fields.push(concatenated(current));
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
      (current ??= []).push(known(text));
      return;
    }
    let isFirst = true;
    for (const piece of pieces(part, quoted, surroundings)) {
      if ("split" in piece) {
        for (const [position, word] of piece.split.split(/[ \t\n]+/).entries()) {
          if (position > 0) end();
          if (word !== "") (current ??= []).push(known(word));
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
export function expandWhole(word: Unbash.Word, surroundings: Surroundings): Argument {
  if (PLAIN.test(word.text)) return known(word.text);
  return word.parts ? wholeOf(word.parts, false, surroundings) : known(word.value);
}

/** The one text that parts of a word, or of a heredoc, become. */
export function wholeOf(parts: readonly Unbash.WordPart[], isQuoted: boolean, surroundings: Surroundings): Argument {
  const whole: Argument[] = [];
  const add = (part: Unbash.WordPart, quoted: boolean) => {
    if (isQuotation(part)) {
      for (const inner of part.parts) add(inner, true);
      return;
    }
    const text = textOf(part);
    if (text !== undefined) {
      whole.push(known(text));
      return;
    }
    let isFirst = true;
    for (const piece of pieces(part, quoted, surroundings)) {
      if (!isFirst) whole.push(known(" "));
      whole.push("split" in piece ? known(piece.split) : piece);
      isFirst = false;
    }
  };
  for (const part of parts) add(part, isQuoted);
  return concatenated(whole);
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

function pieces(part: Unbash.WordPart, quoted: boolean, surroundings: Surroundings): readonly Piece[] {
  switch (part.type) {
    case "SimpleExpansion": {
      const name = part.text.slice(1);
      return valuePieces(name, surroundings.lookup(name, undefined), quoted, surroundings);
    }
    case "ParameterExpansion":
      return parameterPieces(part, quoted, surroundings);
    case "CommandExpansion":
    case "ProcessSubstitution":
      return [unknown("$()", surroundings.run(part))];
    default:
      return [unknown("$()")];
  }
}

function parameterPieces(
  part: Unbash.ParameterExpansionPart,
  quoted: boolean,
  surroundings: Surroundings,
): readonly Piece[] {
  if (isComputed(part)) return [unknown("$()")];
  const { parameter: name, index, operation } = part;
  const fallback = fallbackOf(part);
  let value = surroundings.lookup(name, index?.value);
  if (fallback && (value === undefined || isEmpty(value))) {
    value = { values: expandWhole(fallback, surroundings).values };
    if (operation?.type === "Default" && operation.operator.endsWith("=")) surroundings.assign(name, value);
  }
  return valuePieces(name, value, quoted, surroundings);
}

function valuePieces(
  name: string,
  value: Value | undefined,
  quoted: boolean,
  surroundings: Surroundings,
): readonly Piece[] {
  if (value && "items" in value) return value.items;
  const [first, ...more] = value?.values ?? [];
  if (value === undefined || first === undefined) return [unknown(`$${name}`)];
  if (![first, ...more].every((text) => surroundings.spend(text.length))) return [unknown(`$${name}`)];
  if (more.length === 0) return quoted ? [known(first)] : [{ split: first }];
  const spaced = !quoted && value.values.some((text) => /[ \t\n]/.test(text));
  return spaced ? [unknown(`$${name}`)] : [{ text: `$${name}`, values: value.values, from: [] }];
}

function isEmpty(value: Value): boolean {
  return "values" in value ? value.values.length === 1 && value.values[0] === "" : value.items.length === 0;
}

function concatenated(parts: readonly Argument[]): Argument {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  let text = "";
  let value = "";
  let from: readonly string[] = [];
  for (const part of parts) {
    text += part.text;
    value += part.values[0] ?? "";
    if (part.from.length > 0) from = [...from, ...part.from];
  }
  if (parts.some(({ values }) => values.length === 0)) return { text, values: [], from };
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
