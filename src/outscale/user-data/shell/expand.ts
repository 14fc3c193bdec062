import type * as Unbash from "unbash";
import { alternatives } from "./braces";
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
  for (const word of words) {
    if (PLAIN.test(word.text)) {
      fields.push(known(word.text));
      continue;
    }
    const { parts } = word;
    if (!parts) fields.push(known(word.value));
    else if (!parts.some(({ type }) => type === "BraceExpansion")) addFields(parts, surroundings, fields);
    else for (const each of listed(parts)) addFields(each, surroundings, fields);
  }
  return fields;
}

/** The words that the braces of a word list. */
function listed(parts: readonly Unbash.WordPart[]): Unbash.WordPart[][] {
  const lists = parts.map((part): Unbash.WordPart[] => {
    const texts = part.type === "BraceExpansion" ? alternatives(part.text) : undefined;
    return texts?.map((text) => ({ ...part, type: "Literal", text, value: text })) ?? [part];
  });
  return lists.reduce<Unbash.WordPart[][]>(
    (starts, list) => starts.flatMap((start) => list.map((end) => [...start, end])),
    [[]],
  );
}

/** Adds the words that these parts of one make up. */
function addFields(parts: readonly Unbash.WordPart[], surroundings: Surroundings, fields: Argument[]): void {
  let current: Argument[] | undefined;
  const end = () => {
    if (current) fields.push(concatenated(current));
    current = undefined;
  };
  const add = (part: Unbash.WordPart, quoted: boolean) => {
    if (part.type === "DoubleQuoted" || part.type === "LocaleString") {
      // Even `""` is a word.
      current ??= [];
      for (const inner of part.parts) add(inner, true);
      return;
    }
    for (const [index, piece] of pieces(part, quoted, surroundings).entries()) {
      if ("split" in piece) {
        const texts = piece.split.split(/[ \t\n]+/);
        for (const [position, text] of texts.entries()) {
          if (position > 0) end();
          if (text !== "") (current ??= []).push(known(text));
        }
      } else {
        if (index > 0) end();
        (current ??= []).push(piece);
      }
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
export function wholeOf(parts: readonly Unbash.WordPart[], quoted: boolean, surroundings: Surroundings): Argument {
  const whole = parts.flatMap((part): Argument[] => {
    if (part.type === "DoubleQuoted" || part.type === "LocaleString") return [wholeOf(part.parts, true, surroundings)];
    return pieces(part, quoted, surroundings).flatMap((piece, index): Argument[] => {
      const argument = "split" in piece ? known(piece.split) : piece;
      return index > 0 ? [known(" "), argument] : [argument];
    });
  });
  return concatenated(whole);
}

type SimplePart = Exclude<Unbash.WordPart, Unbash.DoubleQuotedPart | Unbash.LocaleStringPart>;

function pieces(part: SimplePart, quoted: boolean, surroundings: Surroundings): Piece[] {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return [known(part.value)];
    case "Glob":
    case "ExtendedGlob":
    case "BraceExpansion":
      return [known(part.text)];
    case "SimpleExpansion": {
      const name = part.text.slice(1);
      return valuePieces(name, surroundings.lookup(name, undefined), quoted, surroundings);
    }
    case "ParameterExpansion":
      return parameterPieces(part, quoted, surroundings);
    case "ArithmeticExpansion":
      return [unknown("$()")];
    case "CommandExpansion":
    case "ProcessSubstitution":
      return [unknown("$()", surroundings.run(part))];
  }
}

function parameterPieces(part: Unbash.ParameterExpansionPart, quoted: boolean, surroundings: Surroundings): Piece[] {
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

function valuePieces(name: string, value: Value | undefined, quoted: boolean, surroundings: Surroundings): Piece[] {
  if (value && "items" in value) return [...value.items];
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
  const text = parts.map((part) => part.text).join("");
  const from = parts.flatMap((part) => part.from);
  if (parts.some(({ values }) => values.length === 0)) return { text, values: [], from };
  if (parts.every(({ values }) => values.length === 1)) {
    return { text, values: [parts.map(({ values }) => values[0] ?? "").join("")], from };
  }
  const values = parts.reduce<readonly string[]>(
    (starts, part) =>
      starts.length * part.values.length > MAX_VALUES || (starts[0]?.length ?? 0) > MAX_LENGTH
        ? []
        : starts.flatMap((start) => part.values.map((end) => start + end)),
    [""],
  );
  return { text, values, from };
}
