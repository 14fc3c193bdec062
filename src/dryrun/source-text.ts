import { blankLiterals } from "./javascript-code";

const NOT_CODE = /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
const NOT_PYTHON = /#[^\n]*|"""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;
const SHORTEST_SAID = 8;

/** A `new` expression in a source text. */
export interface NewExpression {
  /** The class, without the module it comes from. */
  readonly name: string;
  readonly offset: number;
  /** Its first argument, when that is a literal text. */
  readonly argument: string | undefined;
}

/** A source text whose comments and literals are blanks, so that what is left is code at its old place. */
export class SourceText {
  readonly #text: string;
  readonly #code: string;
  readonly #notCode: RegExp;

  constructor(text: string, language: "javascript" | "python" | "other" = "other") {
    this.#text = text;
    this.#notCode = language === "python" ? NOT_PYTHON : NOT_CODE;
    this.#code =
      language === "javascript"
        ? blankLiterals(text)
        : text.replaceAll(this.#notCode, (literal) => literal.replaceAll(/[^\n]/g, " "));
  }

  /** The text as it was written. */
  get written(): string {
    return this.#text;
  }

  /** The code alone, at its old place. */
  get code(): string {
    return this.#code;
  }

  /** Where a call's parentheses begin and end, for each match of a pattern that ends with the opening one. */
  calls(pattern: RegExp): { readonly offset: number; readonly start: number; readonly end: number }[] {
    return [...this.#code.matchAll(pattern)].map((found) => {
      const start = found.index + found[0].length;
      return { offset: found.index, start, end: this.closing(start) };
    });
  }

  /** The first call at or after an offset. */
  callAt(offset: number): { readonly start: number; readonly end: number } | undefined {
    const opening = this.#code.indexOf("(", offset);
    return opening < 0 ? undefined : { start: opening + 1, end: this.closing(opening + 1) };
  }

  newExpressions(start = 0, end = this.#code.length): NewExpression[] {
    return [...this.#code.slice(start, end).matchAll(/\bnew\s+([A-Za-z_$][\w$.]*)/g)].map((found) => {
      const [, written = ""] = found;
      const offset = start + found.index;
      const argument = /^\s*(?:<[^(]*>)?\(\s*(["'`])([^"'`$\\]*)\1/.exec(
        this.#text.slice(offset + found[0].length),
      )?.[2];
      return { name: written.split(".").at(-1) ?? written, offset, argument };
    });
  }

  /** The literal texts that these words hold, but for what `%s` and the like stand for; short ones say too little. */
  literalsIn(words: string): number[] {
    return [...this.#text.matchAll(this.#notCode)].flatMap(({ 0: literal, index }) => {
      const parts = literal.slice(1, -1).split(/%[-+#.\d]*[a-z]/i);
      const isSaid = /^["'`]/.test(literal) && parts.join("").length >= SHORTEST_SAID && holdsInOrder(words, parts);
      return isSaid ? [index] : [];
    });
  }

  offsetOf(line: number, column: number): number {
    const before = this.#code.split("\n").slice(0, line - 1);
    return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  }

  placeOf(offset: number): { readonly line: number; readonly column: number } {
    const before = this.#code.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }

  /** Where the bracket closes that was opened just before. */
  closing(start: number): number {
    return closingOf(this.#code, start);
  }
}

/** Where in code the bracket closes that was opened just before; there again where it does not close. */
export function closingOf(code: string, start: number): number {
  let depth = 1;
  for (let index = start; index < code.length; index += 1) {
    if ("([{".includes(code[index] ?? "")) depth += 1;
    else if (")]}".includes(code[index] ?? "")) depth -= 1;
    if (depth === 0) return index;
  }
  return start;
}

/** Where in code the bracket opens that closes here; there again where none opens. */
export function openingOf(code: string, end: number): number {
  let depth = 0;
  for (let index = end; index >= 0; index -= 1) {
    if (")]}".includes(code[index] ?? "")) depth += 1;
    else if ("([{".includes(code[index] ?? "")) depth -= 1;
    if (depth === 0) return index;
  }
  return end;
}

function holdsInOrder(words: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const found = words.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return true;
}
