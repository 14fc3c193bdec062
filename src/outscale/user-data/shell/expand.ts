import { type Argument, known, unknown } from "./command";
import type { Block, Parameter, Part, Word } from "./syntax";
import type { Value } from "./variables";

/** What expansion asks of the script round the word. */
export interface Surroundings {
  readonly lookup: (parameter: Parameter) => Value | undefined;
  readonly assign: (name: string, value: Value) => void;
  /** Runs a substitution and names its commands. */
  readonly run: (body: Block) => readonly string[];
  /** False when the script has been expanded to more text than is followed. */
  readonly spend: (characters: number) => boolean;
}

const MAX_VALUES = 8;
const MAX_LENGTH = 10_000;

type Piece = Argument | { readonly split: string };

/** The words that a word of a script becomes. */
export function expand(word: Word, surroundings: Surroundings): Argument[] {
  const fields: Argument[] = [];
  let current: Argument[] | undefined;
  const end = () => {
    if (current) fields.push(concatenated(current));
    current = undefined;
  };
  for (const part of word.parts) {
    for (const [index, piece] of pieces(part, surroundings).entries()) {
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
  }
  end();
  return fields;
}

/** The one text that a word becomes where the shell does not split it. */
export function expandWhole(word: Word, surroundings: Surroundings): Argument {
  const whole = word.parts.flatMap((part) =>
    pieces(part, surroundings).flatMap((piece, index): Argument[] => {
      const argument = "split" in piece ? known(piece.split) : piece;
      return index > 0 ? [known(" "), argument] : [argument];
    }),
  );
  return concatenated(whole);
}

function pieces(part: Part, surroundings: Surroundings): Piece[] {
  switch (part.kind) {
    case "text":
      return [known(part.text)];
    case "computed":
      return [unknown("$()")];
    case "process":
    case "substitution":
      return [unknown("$()", surroundings.run(part.body))];
    case "parameter":
      return parameterPieces(part, surroundings);
  }
}

function parameterPieces(parameter: Parameter, surroundings: Surroundings): Piece[] {
  const { name, quoted, fallback, assigns } = parameter;
  let value = surroundings.lookup(parameter);
  if (fallback && (value === undefined || isEmpty(value))) {
    const { values } = expandWhole(fallback, surroundings);
    value = { values };
    if (assigns) surroundings.assign(name, value);
  }
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
