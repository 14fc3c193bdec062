import type { Assignment, Block, CaseArm, IfBranch, Node, Part, Redirection, Statement, Word } from "./syntax";

/** Reads a script into its statements; `undefined` when its syntax cannot be followed. */
export function parseShell(source: string): Block | undefined {
  try {
    return new Parser(source, 0, 0).script();
  } catch (error) {
    if (error instanceof Unparsable) return undefined;
    throw error;
  }
}

class Unparsable extends Error {}

const MAX_DEPTH = 60;
// Arithmetic is looked ahead for, and a long look ahead at every `$((` would not be linear.
const MAX_ARITHMETIC = 2048;

const CLOSING_WORDS = ["then", "do", "done", "fi", "elif", "else", "esac", "}"];
const DECLARING_COMMANDS = ["declare", "export", "local", "readonly", "typeset"];

const BLANKS = /[ \t\r]+/y;
const COMMENT = /#[^\n]*/y;
const RESERVED = /(?:[a-z]+|[{}!]|\[\[)(?=[\s;&|()<>]|$)/y;
const PLAIN = /[^\s'"\\$`;&|<>()]+/y;
const IN_DOUBLE_QUOTES = /[^"\\$`]+/y;
const IN_HEREDOC = /[^\\$`]+/y;
const IN_BRACES = /[^'"\\$`}]+/y;
const IN_BRACES_QUOTED = /[^"\\$`}]+/y;
const ASSIGNMENT = /([A-Za-z_]\w*)(\[[^\]\n]*\])?(\+?)=/y;
const REDIRECTION = /(\d{0,5}|\{\w+\})(<<<|<<-|<<|<>|<&|>&|>>|>\||&>>|&>|<|>)/y;
const NAME = /[A-Za-z_]\w*/y;
const PARAMETER = /[A-Za-z_]\w*|\d+|[@*#?$!-]/y;
const INDEX = /\[([^\]\n]*)\]/y;
const FALLBACK = /:?[-=?]/y;

interface Heredoc {
  readonly delimiter: string;
  readonly literal: boolean;
  readonly strip: boolean;
  readonly fill: (body: Word) => void;
}

class Parser {
  readonly #source: string;
  readonly #firstLine: number;
  readonly #lineStarts: number[] = [0];
  readonly #heredocs: Heredoc[] = [];
  #position = 0;
  #lineIndex = 0;
  #depth: number;

  constructor(source: string, firstLine: number, depth: number) {
    this.#source = source;
    this.#firstLine = firstLine;
    this.#depth = depth;
    for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) this.#lineStarts.push(at + 1);
  }

  script(): Block {
    const block = this.#block();
    if (this.#position < this.#source.length || this.#heredocs.length > 0) throw new Unparsable();
    return block;
  }

  heredocBody(): Part[] {
    const parts: Part[] = [];
    while (this.#position < this.#source.length) {
      parts.push(...this.#quotedPart(IN_HEREDOC, "$`\\"));
    }
    return parts;
  }

  get #line(): number {
    // The position only ever moves back within a line or two.
    while ((this.#lineStarts[this.#lineIndex] ?? 0) > this.#position) this.#lineIndex -= 1;
    while ((this.#lineStarts[this.#lineIndex + 1] ?? Infinity) <= this.#position) this.#lineIndex += 1;
    return this.#firstLine + this.#lineIndex;
  }

  /** Statements up to a word or sign that closes the construct round them. */
  #block(): Block {
    return this.#nested(() => {
      const statements: Statement[] = [];
      let conditional = false;
      for (;;) {
        this.#skipLines();
        if (this.#atEnd() || this.#peek(")") || this.#peek(";") || CLOSING_WORDS.includes(this.#reserved() ?? "")) {
          if (conditional) throw new Unparsable();
          return statements;
        }
        statements.push({ node: this.#pipeline(), conditional });
        this.#skipBlanks();
        conditional = this.#take("&&") || this.#take("||");
        if (conditional || this.#newline()) continue;
        if (this.#peek(";;") || this.#peek(";&")) return statements;
        if (this.#take(";") || this.#take("&")) continue;
        if (!this.#atEnd() && !this.#peek(")")) throw new Unparsable();
      }
    });
  }

  #nested<T>(read: () => T): T {
    if (this.#depth >= MAX_DEPTH) throw new Unparsable();
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #pipeline(): Node {
    for (let word = this.#reserved(); word === "!" || this.#isTimeKeyword(word); word = this.#reserved()) {
      this.#position += word?.length ?? 0;
      if (word === "time") this.#match(/[ \t]+-p(?=\s)/y);
      this.#skipBlanks();
    }
    const commands = [this.#command()];
    for (;;) {
      this.#skipBlanks();
      if (this.#peek("||") || !(this.#take("|&") || this.#take("|"))) break;
      this.#skipLines();
      commands.push(this.#command());
    }
    const [only] = commands;
    return commands.length === 1 && only ? only : { kind: "pipeline", commands, redirections: [] };
  }

  /** The word before a pipeline, not the program of that name with its options. */
  #isTimeKeyword(word: string | undefined): boolean {
    return word === "time" && !/^time[ \t]+-[^p]/.test(this.#source.slice(this.#position, this.#position + 16));
  }

  #command(): Node {
    return this.#nested(() => {
      this.#skipBlanks();
      const compound = this.#compound();
      return compound ? { ...compound, redirections: this.#redirections() } : this.#simple();
    });
  }

  #compound(): Node | undefined {
    if (this.#peek("((") && this.#skipArithmetic(2)) return NOTHING;
    if (this.#take("(")) {
      const body = this.#block();
      this.#expect(")");
      return { kind: "subshell", blocks: [body], redirections: [] };
    }
    const word = this.#reserved();
    switch (word) {
      case "{": {
        this.#position += 1;
        const body = this.#block();
        this.#expectReserved("}");
        return { kind: "group", blocks: [body], redirections: [] };
      }
      case "if":
        return this.#if();
      case "while":
      case "until": {
        this.#position += word.length;
        const condition = this.#block();
        return { kind: "loop", blocks: [condition, this.#doGroup()], redirections: [] };
      }
      case "for":
      case "select":
        this.#position += word.length;
        return this.#for();
      case "case":
        return this.#case();
      case "function":
        return this.#function();
      case "[[":
        return this.#test();
      default:
        if (word !== undefined && CLOSING_WORDS.includes(word)) throw new Unparsable();
        return undefined;
    }
  }

  #if(): Node {
    const branches: IfBranch[] = [];
    let otherwise: Block | undefined;
    this.#expectReserved("if");
    do {
      const condition = this.#block();
      this.#expectReserved("then");
      branches.push({ condition, body: this.#block() });
    } while (this.#takeReserved("elif"));
    if (this.#takeReserved("else")) otherwise = this.#block();
    this.#expectReserved("fi");
    return { kind: "if", branches, otherwise, redirections: [] };
  }

  #doGroup(): Block {
    this.#expectReserved("do");
    const body = this.#block();
    this.#expectReserved("done");
    return body;
  }

  #for(): Node {
    this.#skipBlanks();
    if (this.#peek("((")) {
      if (!this.#skipArithmetic(2)) throw new Unparsable();
      this.#skipBlanks();
      this.#take(";");
      this.#skipLines();
      return { kind: "loop", blocks: [[], this.#doGroup()], redirections: [] };
    }
    const variable = this.#match(NAME)?.[0];
    if (variable === undefined) throw new Unparsable();
    this.#skipLines();
    const words: Word[] = [];
    if (this.#takeReserved("in")) {
      for (;;) {
        this.#skipBlanks();
        if (this.#atEnd() || this.#peek("\n") || this.#peek(";")) break;
        words.push(this.#word());
      }
    } else words.push(ARGUMENTS);
    this.#skipBlanks();
    this.#take(";");
    this.#skipLines();
    return { kind: "for", variable, words, body: this.#doGroup(), redirections: [] };
  }

  #case(): Node {
    this.#expectReserved("case");
    this.#skipBlanks();
    const subject = this.#word();
    this.#skipLines();
    this.#expectReserved("in");
    const arms: CaseArm[] = [];
    for (;;) {
      this.#skipLines();
      if (this.#takeReserved("esac")) return { kind: "case", subject, arms, redirections: [] };
      this.#take("(");
      const patterns: Word[] = [];
      do {
        this.#skipBlanks();
        patterns.push(this.#word());
        this.#skipBlanks();
      } while (this.#take("|"));
      this.#expect(")");
      arms.push({ patterns, body: this.#block() });
      this.#skipLines();
      if (this.#take(";;&") || this.#take(";;") || this.#take(";&")) continue;
      if (this.#reserved() !== "esac") throw new Unparsable();
    }
  }

  #function(): Node {
    this.#expectReserved("function");
    this.#skipBlanks();
    const name = this.#match(PLAIN)?.[0];
    if (name === undefined) throw new Unparsable();
    this.#match(/[ \t]*\([ \t]*\)/y);
    return this.#functionBody(name);
  }

  #functionBody(name: string): Node {
    this.#skipLines();
    return { kind: "function", name, body: this.#command(), redirections: [] };
  }

  /** `[[ ... ]]`, in which signs are operators of the test and only its substitutions run anything. */
  #test(): Node {
    const line = this.#line;
    const words: Word[] = [];
    this.#position += 2;
    for (;;) {
      this.#match(/(?:\s|\\\n)+/y);
      if (this.#atEnd()) throw new Unparsable();
      if (this.#match(/\]\](?=[\s;&|()<>]|$)/y)) break;
      if (!this.#match(/[;&|<>()]+/y)) words.push(this.#word({ patterns: false }));
    }
    return { kind: "simple", assignments: [], words: [literal("[[", line), ...words], line, redirections: [] };
  }

  #simple(): Node {
    const line = this.#line;
    const words: Word[] = [];
    const assignments: Assignment[] = [];
    const redirections: Redirection[] = [];
    let declares = false;
    for (;;) {
      this.#skipBlanks();
      if (this.#atEnd()) break;
      const redirection = this.#redirection();
      if (redirection) {
        redirections.push(redirection);
        continue;
      }
      if (this.#peek("\n") || this.#peekAny(";&|)")) break;
      if (this.#peek("(")) {
        const name = words.length === 1 && assignments.length === 0 ? literalText(words[0]) : undefined;
        if (name === undefined || !this.#match(/\([ \t]*\)/y)) throw new Unparsable();
        return this.#functionBody(name);
      }
      const assignment = words.length === 0 || declares ? this.#assignment() : undefined;
      if (assignment) assignments.push(assignment);
      else {
        words.push(this.#word());
        if (words.length === 1) declares = DECLARING_COMMANDS.includes(literalText(words[0]) ?? "");
      }
    }
    if (words.length + assignments.length + redirections.length === 0) throw new Unparsable();
    return { kind: "simple", assignments, words, line, redirections };
  }

  #assignment(): Assignment | undefined {
    const match = this.#match(ASSIGNMENT);
    if (!match) return undefined;
    const [, name = "", index, plus] = match;
    const target = { name, append: plus === "+", indexed: index !== undefined };
    if (!this.#take("(")) return { ...target, value: this.#word({ mayBeEmpty: true }) };
    const value: Word[] = [];
    for (;;) {
      this.#skipLines();
      if (this.#take(")")) return { ...target, value };
      value.push(this.#word());
    }
  }

  #redirections(): Redirection[] {
    const redirections: Redirection[] = [];
    for (;;) {
      this.#skipBlanks();
      const redirection = this.#redirection();
      if (!redirection) return redirections;
      redirections.push(redirection);
    }
  }

  #redirection(): Redirection | undefined {
    const start = this.#position;
    const match = this.#match(REDIRECTION);
    if (!match) return undefined;
    const [, descriptor = "", operator = ""] = match;
    if (descriptor === "" && (operator === "<" || operator === ">") && this.#peek("(")) {
      this.#position = start;
      return undefined;
    }
    this.#skipBlanks();
    const target = this.#word();
    const redirection = { operator, descriptor: /^\d+$/.test(descriptor) ? Number(descriptor) : undefined, target };
    if (operator !== "<<" && operator !== "<<-") return redirection;
    this.#heredocs.push({
      delimiter: target.parts.map((part) => (part.kind === "text" ? part.text : "$")).join(""),
      literal: target.parts.some((part) => part.kind !== "text" || part.quoted),
      strip: operator === "<<-",
      fill: (body) => (redirection.target = body),
    });
    return redirection;
  }

  #word({ mayBeEmpty = false, patterns = true } = {}): Word {
    const line = this.#line;
    const start = this.#position;
    const parts: Part[] = [];
    while (!this.#atEnd()) {
      const char = this.#source[this.#position] ?? "";
      if (/[\s;&|]/.test(char)) break;
      if (char === "<" || char === ">") {
        if (this.#source[this.#position + 1] !== "(") break;
        this.#position += 2;
        const body = this.#block();
        this.#expect(")");
        parts.push({ kind: "process", body });
      } else if (
        char === "(" &&
        patterns &&
        parts.length > 0 &&
        /[?*+@!]/.test(this.#source[this.#position - 1] ?? "")
      ) {
        const pattern = this.#match(/\([^()\n]*\)/y);
        if (!pattern) throw new Unparsable();
        parts.push({ kind: "text", text: pattern[0], quoted: false });
      } else if (char === "(" || char === ")") break;
      else parts.push(...this.#part());
    }
    if (this.#position === start && !mayBeEmpty) throw new Unparsable();
    return { parts, line, lastLine: this.#line };
  }

  /** The next piece of a word outside quotes. */
  #part(): Part[] {
    const plain = this.#match(PLAIN);
    if (plain) return [{ kind: "text", text: plain[0], quoted: false }];
    if (this.#take("\\\n")) return [];
    if (this.#take("'")) return [this.#singleQuoted()];
    if (this.#take('"')) return this.#doubleQuoted();
    if (this.#take("\\")) return [{ kind: "text", text: this.#next(), quoted: true }];
    if (this.#take("`")) return [this.#backquoted(false)];
    this.#expectSign("$");
    return this.#dollar(false);
  }

  #singleQuoted(): Part {
    const end = this.#source.indexOf("'", this.#position);
    if (end === -1) throw new Unparsable();
    const text = this.#source.slice(this.#position, end);
    this.#position = end + 1;
    return { kind: "text", text, quoted: true };
  }

  #doubleQuoted(): Part[] {
    // The empty text makes `""` a word.
    const parts: Part[] = [{ kind: "text", text: "", quoted: true }];
    while (!this.#take('"')) {
      if (this.#atEnd()) throw new Unparsable();
      parts.push(...this.#quotedPart(IN_DOUBLE_QUOTES, '$`"\\'));
    }
    return parts;
  }

  /** The next piece of a text in which only `$`, backquotes and some escapes mean anything. */
  #quotedPart(plain: RegExp, escapable: string): Part[] {
    const text = this.#match(plain);
    if (text) return [{ kind: "text", text: text[0], quoted: true }];
    if (this.#take("\\\n")) return [];
    if (this.#take("\\")) {
      const escaped = this.#source[this.#position] ?? "";
      if (escaped === "" || !escapable.includes(escaped)) return [{ kind: "text", text: "\\", quoted: true }];
      return [{ kind: "text", text: this.#next(), quoted: true }];
    }
    if (this.#take("`")) return [this.#backquoted(true)];
    this.#expectSign("$");
    return this.#dollar(true);
  }

  #backquoted(quoted: boolean): Part {
    const line = this.#line;
    const inner = this.#escapedUntil("`", /[^`\\]+/y);
    const script = inner.replace(quoted ? /\\([`$\\"])/g : /\\([`$\\])/g, "$1");
    return { kind: "substitution", body: new Parser(script, line, this.#depth + 1).script(), quoted };
  }

  /** What follows a `$`. */
  #dollar(quoted: boolean): Part[] {
    if (!quoted && this.#take("'")) return [this.#ansiQuoted()];
    if (!quoted && this.#take('"')) return this.#doubleQuoted();
    if (this.#peek("((") && this.#skipArithmetic(2)) return [{ kind: "computed" }];
    if (this.#match(/\[[^\][\n]*\]/y)) return [{ kind: "computed" }];
    if (this.#take("(")) {
      const body = this.#block();
      this.#expect(")");
      return [{ kind: "substitution", body, quoted }];
    }
    if (this.#take("{")) return [this.#nested(() => this.#braced(quoted))];
    const name = this.#match(/[A-Za-z_]\w*|[\d@*#?$!-]/y)?.[0];
    if (name === undefined) return [{ kind: "text", text: "$", quoted: true }];
    return [{ kind: "parameter", name, quoted, index: undefined, fallback: undefined, assigns: false }];
  }

  #braced(quoted: boolean): Part {
    const name = this.#match(PARAMETER)?.[0];
    const index = name === undefined ? undefined : this.#match(INDEX)?.[1];
    const simple = name !== undefined && (index === undefined || /^(?:[@*]|\d+)$/.test(index));
    if (simple && this.#take("}"))
      return { kind: "parameter", name, quoted, index, fallback: undefined, assigns: false };
    const operator = simple ? this.#match(FALLBACK)?.[0] : undefined;
    const operand = this.#operand(quoted);
    if (!simple || operator === undefined) return { kind: "computed" };
    const fallback = operator.endsWith("?") ? undefined : operand;
    return { kind: "parameter", name, quoted, index, fallback, assigns: operator.endsWith("=") };
  }

  #operand(quoted: boolean): Word {
    const line = this.#line;
    const parts: Part[] = [];
    while (!this.#take("}")) {
      const plain = this.#match(quoted ? IN_BRACES_QUOTED : IN_BRACES);
      if (plain) parts.push({ kind: "text", text: plain[0], quoted });
      else if (this.#atEnd()) throw new Unparsable();
      else parts.push(...this.#part());
    }
    return { parts, line, lastLine: this.#line };
  }

  #ansiQuoted(): Part {
    return { kind: "text", text: unescapeAnsi(this.#escapedUntil("'", /[^'\\]+/y)), quoted: true };
  }

  /** The text up to a closing quote, its escapes left as they are. */
  #escapedUntil(quote: string, plain: RegExp): string {
    const start = this.#position;
    for (;;) {
      this.#match(plain);
      if (this.#take(quote)) return this.#source.slice(start, this.#position - 1);
      if (this.#atEnd()) throw new Unparsable();
      this.#position += 2;
    }
  }

  /** Steps over arithmetic between double parentheses; false, without a step, when they are two subshells. */
  #skipArithmetic(depth: number): boolean {
    const limit = Math.min(this.#source.length, this.#position + MAX_ARITHMETIC);
    for (let at = this.#position + depth; at < limit; at += 1) {
      if (this.#source[at] === "(") depth += 1;
      if (this.#source[at] === ")") depth -= 1;
      if (depth !== 1) continue;
      if (this.#source[at + 1] !== ")") return false;
      this.#position = at + 2;
      return true;
    }
    return false;
  }

  #newline(): boolean {
    if (!this.#take("\n")) return false;
    for (const heredoc of this.#heredocs.splice(0)) heredoc.fill(this.#heredoc(heredoc));
    return true;
  }

  #heredoc({ delimiter, literal, strip }: Heredoc): Word {
    const line = this.#line;
    const lines: string[] = [];
    for (;;) {
      if (this.#atEnd()) throw new Unparsable();
      const end = this.#source.indexOf("\n", this.#position);
      const raw = this.#source.slice(this.#position, end === -1 ? undefined : end);
      const text = strip ? raw.replace(/^\t+/, "") : raw;
      this.#position = end === -1 ? this.#source.length : end + 1;
      if (text === delimiter) break;
      lines.push(`${text}\n`);
    }
    const body = lines.join("");
    const parts = literal ? undefined : heredocParts(body, line, this.#depth + 1);
    const lastLine = line + Math.max(lines.length - 1, 0);
    return { parts: parts ?? [{ kind: "text", text: body, quoted: true }], line, lastLine };
  }

  #skipBlanks(): void {
    while (this.#match(BLANKS) ?? this.#take("\\\n"));
    this.#match(COMMENT);
  }

  #skipLines(): void {
    do this.#skipBlanks();
    while (this.#newline());
  }

  #reserved(): string | undefined {
    RESERVED.lastIndex = this.#position;
    return RESERVED.exec(this.#source)?.[0];
  }

  #takeReserved(word: string): boolean {
    if (this.#reserved() !== word) return false;
    this.#position += word.length;
    return true;
  }

  #expectReserved(word: string): void {
    if (!this.#takeReserved(word)) throw new Unparsable();
  }

  #expect(sign: string): void {
    this.#skipLines();
    this.#expectSign(sign);
  }

  #expectSign(sign: string): void {
    if (!this.#take(sign)) throw new Unparsable();
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#source);
    if (!match) return undefined;
    this.#position = pattern.lastIndex;
    return match;
  }

  #take(text: string): boolean {
    if (!this.#peek(text)) return false;
    this.#position += text.length;
    return true;
  }

  #peek(text: string): boolean {
    return this.#source.startsWith(text, this.#position);
  }

  #peekAny(signs: string): boolean {
    return signs.includes(this.#source[this.#position] ?? " ");
  }

  #next(): string {
    const char = this.#source[this.#position];
    if (char === undefined) return "\\";
    this.#position += 1;
    return char;
  }

  #atEnd(): boolean {
    return this.#position >= this.#source.length;
  }
}

const NOTHING: Node = { kind: "group", blocks: [], redirections: [] };

const ARGUMENTS: Word = {
  parts: [{ kind: "parameter", name: "@", quoted: true, index: undefined, fallback: undefined, assigns: false }],
  line: 0,
  lastLine: 0,
};

/** A word of known text, on one line. */
export function literal(text: string, line: number): Word {
  return { parts: [{ kind: "text", text, quoted: true }], line, lastLine: line };
}

/** The text of a word that contains nothing to expand. */
function literalText(word: Word | undefined): string | undefined {
  const [part, more] = word?.parts ?? [];
  return part?.kind === "text" && !more ? part.text : undefined;
}

/** A heredoc's text and expansions; `undefined` when they do not parse, as in prose with a stray backquote. */
function heredocParts(body: string, line: number, depth: number): Part[] | undefined {
  if (!/[\\$`]/.test(body)) return undefined;
  try {
    return new Parser(body, line, depth).heredocBody();
  } catch (error) {
    if (error instanceof Unparsable) return undefined;
    throw error;
  }
}

const ANSI_ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", a: "\x07", e: "\x1b", "0": "\0" };

function unescapeAnsi(text: string): string {
  return text.replace(/\\(?:x([0-9a-fA-F]{1,2})|([^]))/g, (_, hex: string | undefined, char: string | undefined) =>
    hex === undefined ? (ANSI_ESCAPES[char ?? ""] ?? char ?? "") : String.fromCharCode(parseInt(hex, 16)),
  );
}
