import type * as Unbash from "unbash";
import { lastAtMost } from "../passage";
import { alternatives } from "./braces";
import type { Assignment, Block, Node, Part, Redirection, SimpleCommand, Statement, Word } from "./syntax";

/**
 * Reads a script statement by statement. False when its syntax breaks off: a shell runs what comes before, and no more.
 */
export function readStatements(source: string, run: (statement: Statement) => void): boolean {
  // Loaded when there is a script to read, not with the pack.
  const { parse } = require("unbash") as typeof Unbash;
  const { commands, errors = [] } = parse(source);
  const reader = new Reader(source, 0);
  const broken = errors.reduce((first, { pos }) => Math.min(first, pos), Infinity);
  // The statement in which an error lies can begin long before it.
  const sound = broken === Infinity ? commands : commands.filter(({ pos }) => pos <= broken).slice(0, -1);
  for (const statement of sound) {
    const read = reader.sound(statement);
    if (!read) return false;
    for (const each of read) run(each);
  }
  return broken === Infinity;
}

class Unparsable extends Error {}

/** From the parser's tree, which tells all of a script, to what is followed of it. */
class Reader {
  readonly #firstLine: number;
  readonly #lineStarts: number[] = [0];
  #lineIndex = 0;

  constructor(source: string, firstLine: number) {
    this.#firstLine = firstLine;
    for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) this.#lineStarts.push(at + 1);
  }

  /** The statements of a line; `undefined` when a part of it does not parse. */
  sound(statement: Unbash.Statement): Statement[] | undefined {
    try {
      return this.#statement(statement);
    } catch (error) {
      if (error instanceof Unparsable) return undefined;
      throw error;
    }
  }

  #statement({ command }: Unbash.Statement): Statement[] {
    if (command.type !== "AndOr") return [{ node: this.#node(command), conditional: false }];
    return command.commands.map((node, index) => ({ node: this.#node(node), conditional: index > 0 }));
  }

  #block({ commands }: Unbash.CompoundList | Unbash.Script): Block {
    return commands.flatMap((statement) => this.#statement(statement));
  }

  #node(node: Unbash.PipelineNode | Unbash.CompoundList): Node {
    const plain = { redirections: [] };
    switch (node.type) {
      case "Command":
        return this.#simple(node);
      case "Redirected":
        return { ...this.#node(node.command), redirections: this.#redirections(node.redirects) };
      case "Pipeline":
        return this.#pipeline(node);
      case "CompoundList":
        return { kind: "group", blocks: [this.#block(node)], ...plain };
      case "BraceGroup":
        return { kind: "group", blocks: [this.#block(node.body)], ...plain };
      case "Subshell":
        return { kind: "subshell", blocks: [this.#block(node.body)], ...plain };
      case "While":
        return { kind: "loop", blocks: [this.#block(node.clause), this.#block(node.body)], ...plain };
      case "ArithmeticFor":
        return { kind: "loop", blocks: [[], this.#block(node.body)], ...plain };
      case "If": {
        const branches = [node, ...node.elif].map(({ clause, then }) => ({
          condition: this.#block(clause),
          body: this.#block(then),
        }));
        return { kind: "if", branches, otherwise: node.else && this.#block(node.else), ...plain };
      }
      case "For":
      case "Select": {
        const words = node.wordlist?.flatMap((word) => this.#words(word)) ?? [ARGUMENTS];
        return { kind: "for", variable: node.name.value, words, body: this.#block(node.body), ...plain };
      }
      case "Case": {
        const arms = node.items.map(({ pattern, body }) => ({
          patterns: pattern.map((word) => this.#word(word)),
          body: this.#block(body),
        }));
        return { kind: "case", subject: this.#word(node.word), arms, ...plain };
      }
      case "Function":
        return { kind: "function", name: node.name.value, body: this.#node(node.body), ...plain };
      case "Coproc":
        return this.#node(node.body);
      case "TestCommand": {
        const line = this.#lineAt(node.pos);
        const words = [literal("[[", line), ...this.#tested(node.expression)];
        return { kind: "simple", assignments: [], words, line, ...plain };
      }
      case "ArithmeticCommand":
        return { kind: "group", blocks: [], ...plain };
    }
  }

  #pipeline({ prefixes, commands }: Unbash.Pipeline): Node {
    const nodes = commands.map((command) => this.#node(command));
    const [first, more] = nodes;
    if (more || !first) return { kind: "pipeline", commands: nodes, redirections: [] };
    // With options it is the program of that name, not the word before a pipeline.
    const timed = first.kind === "simple" && prefixes.some(({ type }) => type === "Time");
    const [option] = timed ? (first.words[0]?.parts ?? []) : [];
    if (!timed || option?.kind !== "text" || !option.text.startsWith("-")) return first;
    return { ...first, words: [literal("time", first.line), ...first.words] };
  }

  #simple({ pos, name, prefix, suffix }: Unbash.Command): SimpleCommand & Node {
    const words = name ? this.#words(name) : [];
    const assignments: Assignment[] = [];
    const redirections: Redirection[] = [];
    for (const piece of [...prefix, ...suffix]) {
      if (piece.type === "Word") words.push(...this.#words(piece));
      else if (piece.type === "Assignment") assignments.push(this.#assignment(piece));
      else redirections.push(this.#redirection(piece));
    }
    return { kind: "simple", assignments, words, line: this.#lineAt(name?.pos ?? pos), redirections };
  }

  #assignment({ name, append = false, index, value }: Unbash.Assignment): Assignment {
    const held =
      value.type === "ArrayValue" ? value.elements.flatMap((element) => this.#words(element)) : this.#word(value);
    return { name, append, indexed: index !== undefined, value: held };
  }

  #redirections(redirections: readonly Unbash.Redirection[]): Redirection[] {
    return redirections.map((redirection) => this.#redirection(redirection));
  }

  #redirection(redirection: Unbash.Redirection): Redirection {
    const { operator } = redirection;
    const descriptor = redirection.descriptor?.type === "FileDescriptor" ? redirection.descriptor.value : undefined;
    if (redirection.type === "HereDoc") return { operator, descriptor, target: this.#heredoc(redirection) };
    if (!redirection.target) throw new Unparsable();
    return { operator, descriptor, target: this.#word(redirection.target) };
  }

  #heredoc({ operator, delimiter, body }: Unbash.HereDoc): Word {
    const line = this.#lineAt(body.pos);
    const lastLine = Math.max(line, this.#lineAt(body.end - 1));
    const shown = (text: string) => (operator === "<<-" ? text.replace(/^\t+/gm, "") : text);
    const whole: Part[] = [{ kind: "text", text: shown(body.text) }];
    if (delimiter?.quoted) return { parts: whole, line, lastLine };
    return { parts: this.#heredocParts(body.parts, shown) ?? whole, line, lastLine };
  }

  /** A heredoc's text and expansions; `undefined` when they do not parse, as in prose with a stray backquote. */
  #heredocParts(parts: Unbash.HereDocBody["parts"], shown: (text: string) => string): Part[] | undefined {
    try {
      return parts?.flatMap((part) =>
        part.type === "Literal" ? { kind: "text", text: shown(part.value) } : this.#part(part, true),
      );
    } catch (error) {
      if (error instanceof Unparsable) return undefined;
      throw error;
    }
  }

  /** The words a word stands for: several when braces of it list some. */
  #words(word: Unbash.Word): Word[] {
    const { parts } = word;
    if (!parts?.some(({ type }) => type === "BraceExpansion")) return [this.#word(word)];
    const [line, lastLine] = this.#linesOf(word);
    const lists = parts.map((part) => {
      const listed = part.type === "BraceExpansion" ? alternatives(part.text) : undefined;
      return listed?.map((text): Part[] => [{ kind: "text", text }]) ?? [this.#part(part, false)];
    });
    const words = lists.reduce<Part[][]>(
      (starts, list) => starts.flatMap((start) => list.map((end) => [...start, ...end])),
      [[]],
    );
    return words.map((of) => ({ parts: of, line, lastLine }));
  }

  #word(word: Unbash.Word): Word {
    const [line, lastLine] = this.#linesOf(word);
    const parts: Part[] = word.parts?.flatMap((part) => this.#part(part, false)) ?? [
      { kind: "text", text: word.value },
    ];
    return { parts, line, lastLine };
  }

  #linesOf({ text, pos, end }: Unbash.Word): [number, number] {
    const line = this.#lineAt(pos);
    return [line, text.includes("\n") ? this.#lineAt(end) : line];
  }

  #part(part: Unbash.WordPart, quoted: boolean): Part[] {
    switch (part.type) {
      case "Literal":
      case "SingleQuoted":
      case "AnsiCQuoted":
        return [{ kind: "text", text: part.value }];
      case "Glob":
      case "ExtendedGlob":
      case "BraceExpansion":
        return [{ kind: "text", text: part.text }];
      case "DoubleQuoted":
      case "LocaleString":
        // The empty text makes `""` a word.
        return [{ kind: "text", text: "" }, ...part.parts.flatMap((inner) => this.#part(inner, true))];
      case "SimpleExpansion":
        return [{ ...NO_OPERATION, name: part.text.slice(1), quoted }];
      case "ParameterExpansion":
        return [this.#parameter(part, quoted)];
      case "ArithmeticExpansion":
        return [{ kind: "computed" }];
      case "CommandExpansion":
        return [{ kind: "substitution", body: this.#script(part) }];
      case "ProcessSubstitution":
        return [{ kind: "process", body: this.#script(part) }];
    }
  }

  #parameter(part: Unbash.ParameterExpansionPart, quoted: boolean): Part {
    const { parameter: name, prefix, operation } = part;
    const index = part.index?.value;
    if (prefix || (index !== undefined && !/^(?:[@*]|\d+)$/.test(index))) return { kind: "computed" };
    const parameter = { ...NO_OPERATION, name, quoted, index };
    if (!operation) return parameter;
    if (operation.type !== "Default" || operation.operator.endsWith("+")) return { kind: "computed" };
    const fallback = operation.operator.endsWith("?") ? undefined : this.#word(operation.operand);
    return { ...parameter, fallback, assigns: operation.operator.endsWith("=") };
  }

  #script({ pos, text, script }: Unbash.CommandExpansionPart | Unbash.ProcessSubstitutionPart): Block {
    const closing = text.startsWith("`") ? "`" : text.startsWith("${") ? "}" : ")";
    if (!text.endsWith(closing) || text.length < 2) throw new Unparsable();
    if (!script) return [];
    if (script.errors && script.errors.length > 0) throw new Unparsable();
    // Between backquotes with escapes in them it is a text of its own.
    if (script.source === undefined) return this.#block(script);
    return new Reader(script.source, this.#lineAt(pos)).#block(script);
  }

  /** The words of a `[[ ... ]]`, of which only the substitutions run anything. */
  #tested(expression: Unbash.TestExpression): Word[] {
    switch (expression.type) {
      case "TestUnary":
        return [this.#word(expression.operand)];
      case "TestBinary":
        return [this.#word(expression.left), this.#word(expression.right)];
      case "TestLogical":
        return expression.operands.flatMap((operand) => this.#tested(operand));
      case "TestNot":
        return this.#tested(expression.operand);
      case "TestGroup":
        return this.#tested(expression.expression);
    }
  }

  #lineAt(position: number): number {
    const starts = this.#lineStarts;
    let index = this.#lineIndex;
    // Most positions are on the line of the one before, or on the next.
    if ((starts[index] ?? 0) > position || (starts[index + 2] ?? Infinity) <= position) {
      index = lastAtMost(starts, position);
    } else if ((starts[index + 1] ?? Infinity) <= position) index += 1;
    this.#lineIndex = index;
    return this.#firstLine + index;
  }
}

const NO_OPERATION = { kind: "parameter", index: undefined, fallback: undefined, assigns: false } as const;

const ARGUMENTS: Word = { parts: [{ ...NO_OPERATION, name: "@", quoted: true }], line: 0, lastLine: 0 };

/** A word of known text, on one line. */
export function literal(text: string, line: number): Word {
  return { parts: [{ kind: "text", text }], line, lastLine: line };
}
