import type * as Unbash from "unbash";
import { joined, Lines, passage, type Passage } from "../passage";
import { COMPUTED_SCRIPT, DOWNLOADED_SCRIPT, TOO_LONG, UNPARSABLE } from "../phrase";
import { downloads } from "../download";
import type { Budget } from "./budget";
import { Call } from "./call";
import { type Channels, NO_CHANNELS, origins } from "./channels";
import {
  type Argument,
  type Behavior,
  type Command,
  known,
  noBehavior,
  type Observer,
  unknown,
  valueOf,
} from "./command";
import { expand, expandInto, expandWhole, mayAct, type Surroundings, wholeOf } from "./expand";
import { isSound, readStatements, testedWords } from "./parse";
import { handleText } from "./text-tools";
import { UNKNOWN, type Value, Variables } from "./variables";
import { unwrap, type Wrapped } from "./wrappers";

/**
 * Follows a script through all the ways it may take: both branches of a condition, every known word of a `for`,
 * every function whether called or not. Its input is what its first command reads.
 */
export function readScript(script: Passage, budget: Budget, observer: Observer, input?: Passage): void {
  const interpreter = new Interpreter(noBehavior(), budget, script, 0, observer);
  interpreter.run([], { input: input && { text: input, from: [] }, output: undefined });
}

/** Follows a command given as its words, of which those with a `$` or a `%` are not known. */
export function readWords(words: readonly string[], line: number, budget: Budget, observer: Observer): void {
  new Interpreter(noBehavior(), budget, passage("", line, line), 0, observer).runWords(words.map(asWritten));
}

function asWritten(word: string): Argument {
  return /[$%]/.test(word) ? unknown(word) : known(word);
}

const MAX_SCRIPTS = 8;
const MAX_CALLS = 12;
const MAX_ROUNDS = 256;
const MAX_VALUE = 10_000;
/** Files of the system, whose variables have well-known names. */
const HARMLESS = /(?:os-release|lsb-release|bashrc|bash_profile|profile|activate|environment|functions)$/;
/** Programs whose output is evaluated for its variables alone. */
const ENVIRONMENT_TOOLS = ["ssh-agent", "blkid", "lsblk", "dircolors", "findmnt", "resize", "getopt", "stat"];

/** Where a command stands, by positions in its script. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface Definition {
  readonly node: Unbash.Function;
  readonly lines: Lines;
}

class Interpreter {
  #behavior: Behavior;
  readonly #budget: Budget;
  readonly #script: Passage;
  readonly #nesting: number;
  readonly #observer: Observer;
  readonly #variables = new Variables();
  readonly #functions = new Map<string, Definition>();
  readonly #uncalled = new Map<Unbash.Function, Definition>();
  readonly #surroundings: Surroundings;
  #lines: Lines;
  /** `undefined` where the arguments are not known. */
  #words: readonly Argument[] | undefined;
  #locals: Map<string, Value | undefined> | undefined;
  #calls = 0;
  #branches = 0;
  #exited = false;

  constructor(behavior: Behavior, budget: Budget, script: Passage, nesting: number, observer: Observer) {
    this.#behavior = behavior;
    this.#budget = budget;
    this.#script = script;
    this.#nesting = nesting;
    this.#observer = observer;
    this.#lines = new Lines(script.text, 0);
    this.#surroundings = {
      lookup: (name, index) => this.#lookup(name, index),
      assign: (name, value) => {
        this.#set(name, value);
      },
      run: (substitution) => this.#substituted(substitution),
      spend: (characters) => this.#budget.spend(characters),
    };
  }

  /** Runs the script with these words as its arguments. */
  run(words: readonly Argument[] | undefined, channels = NO_CHANNELS): void {
    this.#words = words;
    const isWhole = readStatements(this.#script.text, (statement) => {
      this.#statement(statement, channels);
      this.#told();
    });
    if (!isWhole) this.#behavior.unread.push(UNPARSABLE);
    this.#words = undefined;
    this.#exited = false;
    // Running one may define others, which the iteration reaches too.
    for (const definition of this.#uncalled.values())
      this.#branch(() => {
        this.#defined(definition, NO_CHANNELS);
      });
    this.#told();
  }

  runWords([first, ...rest]: readonly Argument[]): void {
    if (first) this.#dispatch(first, () => rest, NO_CHANNELS, { start: 0, end: 0 });
    this.#told();
  }

  /** Keeps no more of a long script than one statement needs. */
  #told(): void {
    if (this.#nesting > 0) return;
    this.#observer.behavior(this.#behavior);
    this.#behavior = noBehavior();
  }

  /** Runs the body of a function. */
  #defined({ node, lines }: Definition, channels: Channels): void {
    this.#within(lines, () => {
      this.#node(node.body, channels);
    });
  }

  /** Runs what a substitution holds and names its commands. */
  #substituted({ pos, script }: Unbash.CommandExpansionPart | Unbash.ProcessSubstitutionPart): string[] {
    if (!script) return [];
    // Between backquotes with escapes in them it is a text of its own.
    const lines = script.source === undefined ? this.#lines : new Lines(script.source, this.#lines.at(pos));
    return this.#commandsOf(() => {
      this.#apart(() => {
        this.#within(lines, () => {
          this.#block(script, NO_CHANNELS);
        });
      });
    });
  }

  #within(lines: Lines, run: () => void): void {
    const before = this.#lines;
    this.#lines = lines;
    run();
    this.#lines = before;
  }

  #lineAt(position: number): number {
    return this.#script.lineAt(this.#lines.at(position));
  }

  /** A text that stands there in the script. */
  #passage(text: string, { start, end }: Span): Passage {
    return passage(text, this.#lineAt(start), this.#lineAt(end));
  }

  #block({ commands }: Unbash.CompoundList | Unbash.Script, channels: Channels): void {
    for (const statement of commands) this.#statement(statement, channels);
  }

  #statement({ command }: Unbash.Statement, channels: Channels): void {
    if (command.type !== "AndOr") {
      this.#node(command, channels);
      return;
    }
    for (const [index, node] of command.commands.entries()) {
      if (index === 0) this.#node(node, channels);
      else {
        const way = this.#branch(() => {
          this.#node(node, channels);
        });
        this.#variables.merge([way], false);
      }
    }
  }

  #node(node: Unbash.PipelineNode | Unbash.CompoundList, channels: Channels): void {
    switch (node.type) {
      case "Command":
        this.#simple(node, channels);
        return;
      case "Redirected":
        this.#redirected(node.redirects, channels, (inner) => {
          this.#node(node.command, inner);
        });
        return;
      case "Pipeline":
        this.#pipeline(node, channels);
        return;
      case "CompoundList":
        this.#block(node, channels);
        return;
      case "BraceGroup":
        this.#block(node.body, channels);
        return;
      case "Subshell":
        this.#apart(() => {
          this.#block(node.body, channels);
        });
        return;
      case "While":
        this.#loop([node.clause, node.body], channels);
        return;
      case "ArithmeticFor":
        this.#loop([node.body], channels);
        return;
      case "If":
        this.#if(node, channels);
        return;
      case "Case": {
        expandWhole(node.word, this.#surroundings);
        const rest = node.items.some(({ pattern }) => pattern.some(({ text }) => text === "*"));
        this.#either(
          node.items.map(({ body }) => body),
          rest,
          channels,
        );
        return;
      }
      case "For":
      case "Select":
        this.#for(node, channels);
        return;
      case "Function": {
        const definition = { node, lines: this.#lines };
        this.#functions.set(node.name.value, definition);
        this.#uncalled.set(node, definition);
        return;
      }
      case "Coproc":
        this.#node(node.body, channels);
        return;
      case "TestCommand":
        expand(testedWords(node.expression), this.#surroundings);
        return;
      case "ArithmeticCommand":
        return;
    }
  }

  #if(node: Unbash.If, channels: Channels): void {
    const branches = [node, ...node.elif];
    for (const { clause } of branches) this.#block(clause, channels);
    const bodies = branches.map(({ then }) => then);
    this.#either(node.else ? [...bodies, node.else] : bodies, node.else !== undefined, channels);
  }

  #loop(blocks: readonly Unbash.CompoundList[], channels: Channels): void {
    const behavior = this.#behavior;
    const { repeated: outer, runs, loops } = behavior;
    const start = runs.length;
    const commands: Command[] = [];
    behavior.repeated = commands;
    this.#either(blocks, false, channels);
    behavior.repeated = outer;
    for (const command of commands) outer?.push(command);
    loops.push({ commands, runs: runs.slice(start) });
  }

  #for({ name, wordlist, body }: Unbash.For | Unbash.Select, channels: Channels): void {
    const values = (wordlist && expand(wordlist, this.#surroundings)) ?? this.#words ?? [unknown("$@")];
    if (values.length <= MAX_ROUNDS && values.every(() => this.#budget.step())) {
      for (const { values: known } of values) {
        this.#set(name.value, { values: known });
        this.#block(body, channels);
      }
      if (values.length > 0) return;
    }
    this.#set(name.value, UNKNOWN);
    const way = this.#branch(() => {
      this.#block(body, channels);
    });
    this.#variables.merge([way], false);
  }

  #pipeline({ prefixes, commands }: Unbash.Pipeline, channels: Channels): void {
    const [only, more] = commands;
    if (only && !more) {
      // With options `time` is the program of that name, not the word before a pipeline.
      const isTimed = prefixes.some(({ type }) => type === "Time") && only.type === "Command";
      if (isTimed && only.name?.value.startsWith("-")) this.#simple(only, channels, known("time"));
      else this.#node(only, channels);
      return;
    }
    let input = channels.input;
    for (const [index, command] of commands.entries()) {
      const output = index === commands.length - 1 ? channels.output : [];
      const from = this.#commandsOf(() => {
        this.#apart(() => {
          this.#node(command, { input, output });
        });
      });
      input = {
        text: output && output.length > 0 ? joined(output) : undefined,
        from: origins([...(input?.from ?? []), ...from]),
      };
    }
  }

  /** Runs a command, or the program of the given name with the command's words as its arguments. */
  #simple({ pos, name, prefix, args, redirects }: Unbash.Command, channels: Channels, program?: Argument): void {
    this.#budget.step();
    const fields = program ? [program] : [];
    if (name) expandInto(fields, name, this.#surroundings);
    let next = 0;
    const expandNext = () => {
      const word = args[next];
      if (word?.type === "Word") expandInto(fields, word, this.#surroundings);
      next += 1;
    };
    // A word may come to nothing.
    while (fields.length === 0 && next < args.length) expandNext();
    const [first] = fields;
    let words: readonly Argument[] | undefined;
    const rest = () => {
      while (next < args.length) expandNext();
      return (words ??= fields.slice(1));
    };
    if (prefix.length > 0 || args.some(isActing) || redirects.some(isActing)) {
      rest();
      const isKept = !name || DECLARING.includes(valueOf(first) ?? "");
      this.#assign(
        [...prefix, ...args].filter((piece) => piece.type === "Assignment"),
        isKept,
        valueOf(first),
      );
    }
    const span = {
      start: name?.pos ?? pos,
      end: args.findLast(({ type }) => type === "Word")?.end ?? name?.end ?? pos,
    };
    const run = (inner: Channels) => {
      if (first) this.#dispatch(first, rest, inner, span);
    };
    if (redirects.length > 0) this.#redirected(redirects, channels, run);
    else run(channels);
  }

  /** Sets variables, which are kept when no command follows, or one that declares them. */
  #assign(assignments: readonly Unbash.Assignment[], isKept: boolean, command: string | undefined): void {
    const values = assignments.map((assignment) => ({ name: assignment.name, value: this.#assigned(assignment) }));
    if (!isKept) return;
    for (const { name, value } of values) {
      if (this.#locals && command !== undefined && command !== "export" && !this.#locals.has(name)) {
        this.#locals.set(name, this.#variables.get(name));
      }
      this.#set(name, value);
    }
  }

  /** Runs a command, and what it runs, down to the last. */
  #dispatch(given: Argument, words: () => readonly Argument[], channels: Channels, span: Span): void {
    let [first, rest] = [given, words];
    for (let depth = 0; depth < 16; depth += 1) {
      const path = valueOf(first);
      const definition = path === undefined ? undefined : this.#functions.get(path);
      if (definition) {
        this.#call(definition, rest(), channels);
        return;
      }
      const call = new Call(first, rest, () => this.#lineAt(span.start), !this.#exited);
      this.#pass(call);
      if (path?.includes("/")) this.#behavior.runs.push({ path, by: "itself" });
      const wrapped = unwrap(call);
      if (wrapped?.kind !== "command") {
        if (wrapped) this.#wrapped(wrapped, call.name === "eval", channels, span);
        else this.#builtin(call, channels, span);
        return;
      }
      const [inner, ...others] = wrapped.words;
      if (!inner) return;
      [first, rest] = [inner, () => others];
    }
  }

  #pass(call: Call): void {
    this.#behavior.names.push(call.name);
    this.#observer.command(call);
    // What its arguments are is known now only.
    if (this.#behavior.repeated) {
      const { name, arguments: words, line, reached } = call;
      this.#behavior.repeated.push({ name, arguments: words, line, reached });
    }
  }

  #wrapped(wrapped: Exclude<Wrapped, { kind: "command" }>, inPlace: boolean, channels: Channels, span: Span): void {
    switch (wrapped.kind) {
      case "foreign":
        this.#behavior.unread.push(wrapped.language);
        return;
      case "file": {
        const path = valueOf(wrapped.path);
        if (path !== undefined) this.#behavior.runs.push({ path, by: wrapped.language ?? "shell" });
        else if (wrapped.path.from.length > 0) this.#computed(wrapped.path.from);
        return;
      }
      case "input": {
        const { input } = channels;
        if (input?.text) {
          if (wrapped.language) this.#behavior.unread.push(wrapped.language);
          else this.#nested(input.text, undefined, { input: undefined, output: channels.output });
        } else if (input) this.#computed(input.from);
        return;
      }
      case "script": {
        const text = valueOf(wrapped.text);
        if (text === undefined) {
          const { from } = wrapped.text;
          if (from.length === 0 || !from.every((name) => ENVIRONMENT_TOOLS.includes(name))) this.#computed(from);
          if (inPlace) this.#variables.forget();
          return;
        }
        this.#nested(this.#passage(text, span), wrapped.words, channels, inPlace);
      }
    }
  }

  #computed(from: readonly string[]): void {
    this.#behavior.unread.push(downloads(from) ? DOWNLOADED_SCRIPT : COMPUTED_SCRIPT);
  }

  /** Runs a script that this one carries; in place when its variables are this one's. */
  #nested(script: Passage, words: readonly Argument[] | undefined, channels: Channels, inPlace = false): void {
    if (this.#nesting >= MAX_SCRIPTS || !this.#budget.spend(script.text.length)) {
      this.#behavior.unread.push(TOO_LONG);
      return;
    }
    const inner = new Interpreter(this.#behavior, this.#budget, script, this.#nesting + 1, this.#observer);
    inner.run(inPlace ? this.#words : words, channels);
    // What it set cannot be told from what it did not.
    if (inPlace) this.#variables.forget();
  }

  #builtin(call: Call, channels: Channels, span: Span): void {
    if (call.name === "printf" && call.arguments[0]?.text === "-v") {
      this.#set(call.arguments[1]?.text ?? "", UNKNOWN);
      return;
    }
    handleText(call, channels, { behavior: this.#behavior, textHere: (text) => this.#passage(text, span) });
    switch (call.name) {
      case "source":
      case ".":
        this.#source(call.arguments[0]);
        return;
      case "read":
      case "mapfile":
      case "readarray":
      case "getopts":
      case "unset":
        for (const { text } of call.arguments) this.#set(text, call.name === "unset" ? undefined : UNKNOWN);
        return;
      case "set":
        if (call.arguments[0]?.text !== "--") return;
        this.#words = this.#branches === 0 ? call.arguments.slice(1) : undefined;
        return;
      case "shift":
        this.#words = this.#branches === 0 && call.arguments.length === 0 ? this.#words?.slice(1) : undefined;
        return;
      case "exit":
        if (this.#branches === 0) this.#exited = true;
    }
  }

  #source(file: Argument | undefined): void {
    const path = valueOf(file);
    if (path !== undefined) this.#behavior.runs.push({ path, by: "shell" });
    else if (file && file.from.length > 0) this.#computed(file.from);
    if (!HARMLESS.test(path ?? "")) this.#variables.forget();
  }

  #call(definition: Definition, words: readonly Argument[], channels: Channels): void {
    if (this.#calls >= MAX_CALLS || !this.#budget.step()) return;
    this.#uncalled.delete(definition.node);
    const before = { words: this.#words, locals: this.#locals };
    const locals = new Map<string, Value | undefined>();
    this.#words = words;
    this.#locals = locals;
    this.#calls += 1;
    this.#branches += 1;
    this.#defined(definition, channels);
    this.#branches -= 1;
    this.#calls -= 1;
    this.#words = before.words;
    this.#locals = before.locals;
    for (const [name, value] of locals) this.#set(name, value);
  }

  /** Runs something that reads from and writes to where these say. */
  #redirected(
    redirections: readonly Unbash.Redirection[],
    channels: Channels,
    run: (channels: Channels) => void,
  ): void {
    let { input, output } = channels;
    const files: { path: string; append: boolean; content: Passage[] }[] = [];
    const start = this.#behavior.names.length;
    for (const redirection of redirections) {
      if (redirection.type === "HereDoc") {
        input = { text: this.#heredoc(redirection), from: [] };
        continue;
      }
      const { operator, descriptor, target } = redirection;
      if (!target) continue;
      const argument = expandWhole(target, this.#surroundings);
      if (operator === "<<<") {
        const text = `${valueOf(argument) ?? argument.text}\n`;
        input = { text: this.#passage(text, { start: target.pos, end: target.end }), from: [] };
      } else if (operator === "<") input = { text: undefined, from: argument.from };
      else if (operator.includes(">") && isOutput(descriptor) && !operator.startsWith("<")) {
        if (operator === ">&" && /^[\d-]/.test(argument.text)) continue;
        output = [];
        const path = valueOf(argument);
        if (path !== undefined) files.push({ path, append: operator.includes(">>"), content: output });
      }
    }
    run({ input, output });
    if (files.length === 0) return;
    const from = origins([...(input?.from ?? []), ...this.#commandsSince(start)]);
    for (const { path, append, content } of files) {
      if (content.length > 0) this.#behavior.writings.push({ path, append, content: joined(content) });
      else if (from.length > 0) this.#behavior.opaque.push({ path, from });
    }
  }

  /** A heredoc's text; as written when it is quoted, or does not parse, as prose with a stray backquote. */
  #heredoc({ operator, delimiter, body }: Unbash.HereDoc): Passage {
    const shown = (text: string) => (operator === "<<-" ? text.replace(/^\t+/gm, "") : text);
    const span = { start: body.pos, end: Math.max(body.pos, body.end - 1) };
    const parts = delimiter?.quoted ? undefined : body.parts;
    if (!parts?.every(isSound)) return this.#passage(shown(body.text), span);
    const written = parts.map((part) => (part.type === "Literal" ? { ...part, value: shown(part.value) } : part));
    const argument = wholeOf(written, true, this.#surroundings);
    return this.#passage(valueOf(argument) ?? argument.text, span);
  }

  #assigned({ name, append, index, value }: Unbash.Assignment): Value {
    if (index) return UNKNOWN;
    if (value.type === "ArrayValue") {
      return append ? UNKNOWN : { items: expand(value.elements, this.#surroundings) };
    }
    const { values } = expandWhole(value, this.#surroundings);
    if (values.some(({ length }) => length > MAX_VALUE)) return UNKNOWN;
    if (!append) return { values };
    const before = this.#variables.get(name) ?? { values: [""] };
    const [start, end] = ["values" in before ? before.values : [], values];
    const appended = start.length === 1 && end.length === 1 ? `${start[0] ?? ""}${end[0] ?? ""}` : undefined;
    return appended === undefined || appended.length > MAX_VALUE ? UNKNOWN : { values: [appended] };
  }

  #set(name: string, value: Value | undefined): void {
    this.#variables.set(name, value);
  }

  #lookup(name: string, index: string | undefined): Value | undefined {
    if (name === "@" || name === "*") return this.#words ? { items: this.#words } : UNKNOWN;
    if (/^[1-9]\d*$/.test(name)) {
      if (!this.#words) return UNKNOWN;
      const word = this.#words[Number(name) - 1];
      return word && { values: word.values };
    }
    if (!/^[A-Za-z_]/.test(name)) return UNKNOWN;
    const value = this.#variables.get(name);
    if (value === undefined || "values" in value) return index === undefined || index === "0" ? value : UNKNOWN;
    if (index === "@" || index === "*") return value;
    const item = value.items[Number(index ?? 0)];
    return item && { values: item.values };
  }

  /** Runs something that may not be run and takes back what it set. */
  #branch(run: () => void): Map<string, Value | undefined> {
    const mark = this.#variables.mark();
    this.#branches += 1;
    run();
    this.#branches -= 1;
    return this.#variables.rollback(mark);
  }

  /** Runs something in a process of its own. */
  #apart(run: () => void): void {
    const words = this.#words;
    this.#branch(run);
    this.#words = words;
  }

  #either(ways: readonly Unbash.CompoundList[], oneIsTaken: boolean, channels: Channels): void {
    const words = this.#words;
    const ends = ways.map((way) => {
      this.#words = words;
      return this.#branch(() => {
        this.#block(way, channels);
      });
    });
    this.#variables.merge(ends, oneIsTaken);
  }

  /** The names of the commands run meanwhile. */
  #commandsOf(run: () => void): string[] {
    const start = this.#behavior.names.length;
    run();
    return this.#commandsSince(start);
  }

  #commandsSince(start: number): string[] {
    return origins(this.#behavior.names.slice(start));
  }
}

const DECLARING = ["declare", "export", "local", "readonly", "typeset"];

function isOutput(descriptor: Unbash.RedirectDescriptor | undefined): boolean {
  return descriptor?.type !== "FileDescriptor" || descriptor.value === 1;
}

/** Whether a piece of a command may run or set something as it is expanded: the words before must not depend on it. */
function isActing(piece: Unbash.CommandArgument | Unbash.Redirection): boolean {
  switch (piece.type) {
    case "Word":
      return mayAct(piece.text);
    case "Redirect":
    case "HereString":
      return piece.target !== undefined && mayAct(piece.target.text);
    case "Assignment":
    case "HereDoc":
      return true;
  }
}
