import { joined, passage, type Passage } from "../passage";
import { COMPUTED_SCRIPT, DOWNLOADED_SCRIPT, TOO_LONG, UNPARSABLE } from "../phrase";
import { USER_CRONTAB } from "../crontab";
import { downloads } from "../download";
import type { Budget } from "./budget";
import { type Argument, baseName, type Behavior, known, noBehavior, unknown, valueOf } from "./command";
import { expand, expandWhole, type Surroundings } from "./expand";
import { echoed, printed } from "./output";
import { literal, readStatements } from "./parse";
import type {
  Assignment,
  Block,
  FunctionDefinition,
  Node,
  Parameter,
  Redirection,
  SimpleCommand,
  Statement,
  Word,
} from "./syntax";
import { UNKNOWN, type Value, Variables } from "./variables";
import { unwrap, type Wrapped } from "./wrappers";

/**
 * Follows a script through all the ways it may take: both branches of a condition, every known word of a `for`,
 * every function whether called or not. Its input is what its first command reads. What it does is told statement by
 * statement.
 */
export function readScript(script: Passage, budget: Budget, tell: (behavior: Behavior) => void, input?: Passage): void {
  const interpreter = new Interpreter(noBehavior(), budget, script, 0, tell);
  interpreter.run([], { input: input && { text: input, from: [] }, output: [] });
}

/** Reads a command given as its words, of which those with a `$` or a `%` are not known. */
export function readWords(words: readonly string[], line: number, budget: Budget): Behavior {
  const behavior = noBehavior();
  const script = passage("", line, line);
  new Interpreter(behavior, budget, script, 0).runWords(words.map(asWritten));
  return behavior;
}

function asWritten(word: string): Argument {
  return /[$%]/.test(word) ? unknown(word) : known(word);
}

const MAX_SCRIPTS = 8;
const MAX_CALLS = 12;
const MAX_ROUNDS = 256;
const MAX_VALUE = 10_000;
const MAX_ORIGINS = 16;
/** Files of the system, whose variables have well-known names. */
const HARMLESS = /(?:os-release|lsb-release|bashrc|bash_profile|profile|activate|environment|functions)$/;
/** Programs whose output is evaluated for its variables alone. */
const ENVIRONMENT_TOOLS = ["ssh-agent", "blkid", "lsblk", "dircolors", "findmnt", "resize", "getopt", "stat"];

/** What a command reads: a text when it is known, and the commands it comes from. */
interface Input {
  readonly text: Passage | undefined;
  readonly from: readonly string[];
}

interface Channels {
  readonly input: Input | undefined;
  /** What is printed, as far as it is known. */
  readonly output: Passage[];
}

class Interpreter {
  #behavior: Behavior;
  readonly #budget: Budget;
  readonly #script: Passage;
  readonly #nesting: number;
  readonly #tell: ((behavior: Behavior) => void) | undefined;
  readonly #variables = new Variables();
  readonly #functions = new Map<string, FunctionDefinition>();
  readonly #uncalled = new Set<FunctionDefinition>();
  readonly #surroundings: Surroundings;
  /** `undefined` where the arguments are not known. */
  #words: readonly Argument[] | undefined;
  #locals: Map<string, Value | undefined> | undefined;
  #calls = 0;
  #branches = 0;
  #exited = false;

  constructor(
    behavior: Behavior,
    budget: Budget,
    script: Passage,
    nesting: number,
    tell?: (behavior: Behavior) => void,
  ) {
    this.#behavior = behavior;
    this.#budget = budget;
    this.#script = script;
    this.#nesting = nesting;
    this.#tell = tell;
    this.#surroundings = {
      lookup: (parameter) => this.#lookup(parameter),
      assign: (name, value) => {
        this.#set(name, value);
      },
      run: (body) =>
        this.#commandsOf(() => {
          this.#apart(() => {
            this.#block(body, { input: undefined, output: [] });
          });
        }),
      spend: (characters) => this.#budget.spend(characters),
    };
  }

  /** Runs the script with these words as its arguments. */
  run(words: readonly Argument[] | undefined, channels: Channels = { input: undefined, output: [] }): void {
    this.#words = words;
    const isWhole = readStatements(this.#script.text, (statement) => {
      this.#statement(statement, channels);
      this.#told();
    });
    if (!isWhole) this.#behavior.unread.push(UNPARSABLE);
    this.#words = undefined;
    this.#exited = false;
    // Running one may define others, which the iteration reaches too.
    for (const { body } of this.#uncalled)
      this.#branch(() => {
        this.#node(body, { input: undefined, output: [] });
      });
    this.#told();
  }

  /** Keeps no more of a long script than one statement needs. */
  #told(): void {
    if (!this.#tell) return;
    this.#tell(this.#behavior);
    this.#behavior = noBehavior();
  }

  runWords(words: readonly Argument[]): void {
    this.#dispatch(words, { input: undefined, output: [] }, literal("", 0));
  }

  #block(block: Block, channels: Channels): void {
    for (const statement of block) this.#statement(statement, channels);
  }

  #statement({ node, conditional }: Statement, channels: Channels): void {
    if (!conditional) {
      this.#node(node, channels);
      return;
    }
    const way = this.#branch(() => {
      this.#node(node, channels);
    });
    this.#variables.merge([way], false);
  }

  #node(node: Node, channels: Channels): void {
    if (node.kind === "simple") {
      this.#simple(node, channels);
      return;
    }
    const target = this.#redirected(node.redirections, channels);
    this.#compound(node, target.channels);
    target.close();
  }

  #compound(node: Exclude<Node, SimpleCommand>, channels: Channels): void {
    switch (node.kind) {
      case "pipeline":
        this.#pipeline(node.commands, channels);
        return;
      case "group":
        for (const block of node.blocks) this.#block(block, channels);
        return;
      case "subshell":
        this.#apart(() => {
          for (const block of node.blocks) this.#block(block, channels);
        });
        return;
      case "loop":
        this.#loop(node.blocks, channels);
        return;
      case "if": {
        for (const { condition } of node.branches) this.#block(condition, channels);
        const bodies = [...node.branches.map(({ body }) => body), ...(node.otherwise ? [node.otherwise] : [])];
        this.#either(
          bodies.map((body) => () => {
            this.#block(body, channels);
          }),
          node.otherwise !== undefined,
        );
        return;
      }
      case "case": {
        expandWhole(node.subject, this.#surroundings);
        const rest = node.arms.some(({ patterns }) => patterns.some((pattern) => isStar(pattern)));
        this.#either(
          node.arms.map(({ body }) => () => {
            this.#block(body, channels);
          }),
          rest,
        );
        return;
      }
      case "for":
        this.#for(node, channels);
        return;
      case "function":
        this.#functions.set(node.name, node);
        this.#uncalled.add(node);
        return;
    }
  }

  #loop(blocks: readonly Block[], channels: Channels): void {
    const { commands, runs, loops } = this.#behavior;
    const start = { commands: commands.length, runs: runs.length };
    this.#either(
      blocks.map((block) => () => {
        this.#block(block, channels);
      }),
      false,
    );
    loops.push({ commands: commands.slice(start.commands), runs: runs.slice(start.runs) });
  }

  #for({ variable, words, body }: Extract<Node, { kind: "for" }>, channels: Channels): void {
    const values = words.flatMap((word) => expand(word, this.#surroundings));
    if (values.length <= MAX_ROUNDS && values.every(() => this.#budget.step())) {
      for (const { values: known } of values) {
        this.#set(variable, { values: known });
        this.#block(body, channels);
      }
      if (values.length > 0) return;
    }
    this.#set(variable, UNKNOWN);
    this.#variables.merge(
      [
        this.#branch(() => {
          this.#block(body, channels);
        }),
      ],
      false,
    );
  }

  #pipeline(commands: readonly Node[], channels: Channels): void {
    let input = channels.input;
    for (const [index, command] of commands.entries()) {
      const output = index === commands.length - 1 ? channels.output : [];
      const from = this.#commandsOf(() => {
        this.#apart(() => {
          this.#node(command, { input, output });
        });
      });
      input = {
        text: output.length > 0 ? joined(output) : undefined,
        from: origins([...(input?.from ?? []), ...from]),
      };
    }
  }

  #simple(node: SimpleCommand & Node, channels: Channels): void {
    this.#budget.step();
    const words = node.words.flatMap((word) => expand(word, this.#surroundings));
    const values = node.assignments.map((assignment) => ({ assignment, value: this.#assigned(assignment) }));
    const command = valueOf(words[0]);
    if (node.words.length === 0 || DECLARING.includes(command ?? "")) {
      for (const { assignment, value } of values) {
        if (this.#locals && command !== undefined && command !== "export" && !this.#locals.has(assignment.name)) {
          this.#locals.set(assignment.name, this.#variables.get(assignment.name));
        }
        this.#set(assignment.name, value);
      }
    }
    const target = this.#redirected(node.redirections, channels);
    const span = node.words[0] ? { ...node.words[0], lastLine: node.words.at(-1)?.lastLine ?? node.line } : undefined;
    if (words.length > 0 && span) this.#dispatch(words, target.channels, span);
    target.close();
  }

  /** Runs a command, and what it runs, down to the last. */
  #dispatch(given: readonly Argument[], channels: Channels, span: Word): void {
    let words = given;
    for (let depth = 0; depth < 16; depth += 1) {
      const path = valueOf(words[0]);
      const definition = path === undefined ? undefined : this.#functions.get(path);
      if (definition) {
        this.#call(definition, words.slice(1), channels);
        return;
      }
      const name = baseName(path ?? words[0]?.text ?? "");
      const line = this.#script.lineAt(span.line);
      this.#behavior.commands.push({ name, arguments: words.slice(1), line, reached: !this.#exited });
      if (path?.includes("/")) this.#behavior.runs.push({ path, by: "itself" });
      const wrapped = unwrap(words);
      if (wrapped?.kind !== "command") {
        if (wrapped) this.#wrapped(wrapped, name === "eval", channels, span);
        else this.#builtin(name, words.slice(1), channels, span);
        return;
      }
      words = wrapped.words;
    }
  }

  #wrapped(wrapped: Exclude<Wrapped, { kind: "command" }>, inPlace: boolean, channels: Channels, span: Word): void {
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
        const script = passage(text, this.#script.lineAt(span.line), this.#script.lineAt(span.lastLine));
        this.#nested(script, wrapped.words, channels, inPlace);
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
    if (!inPlace) {
      new Interpreter(this.#behavior, this.#budget, script, this.#nesting + 1).run(words, channels);
      return;
    }
    const inner = new Interpreter(this.#behavior, this.#budget, script, this.#nesting + 1);
    inner.run(this.#words, channels);
    // What it set cannot be told from what it did not.
    this.#variables.forget();
  }

  #builtin(name: string, words: readonly Argument[], channels: Channels, span: Word): void {
    const line = this.#script.lineAt(span.line);
    const { input, output } = channels;
    const print = (text: string) => output.push(passage(text, line, this.#script.lineAt(span.lastLine)));
    switch (name) {
      case "echo":
        print(echoed(words));
        return;
      case "printf":
        if (words[0]?.text === "-v") this.#set(words[1]?.text ?? "", UNKNOWN);
        else print(printed(words));
        return;
      case "cat":
      case "envsubst":
      case "sort":
      case "uniq":
        if (input?.text && words.every(({ text }) => text.startsWith("-"))) output.push(input.text);
        return;
      case "tee":
        this.#tee(words, channels);
        return;
      case "base64":
        if (input?.text && words.some(({ text }) => /^(?:-[a-z]*[dD]|--decode)/.test(text))) {
          print(Buffer.from(input.text.text, "base64").toString("utf8"));
        }
        return;
      case "sed":
        this.#sed(words, line);
        return;
      case "crontab":
        if (input?.text) this.#behavior.writings.push({ path: USER_CRONTAB, content: input.text, append: true });
        return;
      case "source":
      case ".":
        this.#source(words[0]);
        return;
      case "read":
      case "mapfile":
      case "readarray":
      case "getopts":
      case "unset":
        for (const { text } of words) this.#set(text, name === "unset" ? undefined : UNKNOWN);
        return;
      case "set":
        if (words[0]?.text === "--") this.#words = this.#branches === 0 ? words.slice(1) : undefined;
        return;
      case "shift":
        this.#words = this.#branches === 0 && words.length === 0 ? this.#words?.slice(1) : undefined;
        return;
      case "exit":
        if (this.#branches === 0) this.#exited = true;
    }
  }

  #tee(words: readonly Argument[], { input, output }: Channels): void {
    if (input?.text) output.push(input.text);
    const append = words.some(({ text }) => /^-[a-z]*a|^--append/.test(text));
    for (const word of words) {
      const path = valueOf(word);
      if (path === undefined || path.startsWith("-")) continue;
      if (input?.text) this.#behavior.writings.push({ path, content: input.text, append });
      else this.#behavior.opaque.push({ path, from: input?.from ?? [] });
    }
  }

  /** What `sed -i` appends, inserts or puts in place of something else. */
  #sed(words: readonly Argument[], line: number): void {
    const path = valueOf(words.at(-1));
    if (path === undefined || !words.some(({ text }) => /^(?:-[a-zA-Z]*i|--in-place)/.test(text))) return;
    for (const { text } of words.slice(0, -1)) {
      const added =
        /^[\d$,!\s]*(?:\/[^/]*\/)?\s*[aic](?:\s+|\\\s*)(\S[^]*)$/.exec(text)?.[1] ??
        // What takes up parts of the old text is not known.
        /^s([|#@,/])(?:(?!\1).)*\1((?:(?!\1)[^&\\])+)\1[a-z]*$/.exec(text)?.[2];
      if (added !== undefined) {
        this.#behavior.writings.push({ path, content: passage(`${added}\n`, line, line), append: true });
      }
    }
  }

  #source(file: Argument | undefined): void {
    const path = valueOf(file);
    if (path !== undefined) this.#behavior.runs.push({ path, by: "shell" });
    else if (file && file.from.length > 0) this.#computed(file.from);
    if (!HARMLESS.test(path ?? "")) this.#variables.forget();
  }

  #call(definition: FunctionDefinition, words: readonly Argument[], channels: Channels): void {
    if (this.#calls >= MAX_CALLS || !this.#budget.step()) return;
    this.#uncalled.delete(definition);
    const before = { words: this.#words, locals: this.#locals };
    const locals = new Map<string, Value | undefined>();
    this.#words = words;
    this.#locals = locals;
    this.#calls += 1;
    this.#branches += 1;
    this.#node(definition.body, channels);
    this.#branches -= 1;
    this.#calls -= 1;
    this.#words = before.words;
    this.#locals = before.locals;
    for (const [name, value] of locals) this.#set(name, value);
  }

  #redirected(redirections: readonly Redirection[], channels: Channels): { channels: Channels; close: () => void } {
    let { input, output } = channels;
    const files: { path: string; append: boolean; content: Passage[] }[] = [];
    const start = this.#behavior.commands.length;
    for (const { operator, descriptor, target } of redirections) {
      const argument = expandWhole(target, this.#surroundings);
      if (operator.startsWith("<<")) {
        const text = `${valueOf(argument) ?? argument.text}${operator === "<<<" ? "\n" : ""}`;
        const last = this.#script.lineAt(target.lastLine);
        input = { text: passage(text, this.#script.lineAt(target.line), last), from: [] };
      } else if (operator === "<") input = { text: undefined, from: argument.from };
      else if (operator.includes(">") && (descriptor ?? 1) === 1 && !operator.startsWith("<")) {
        if (operator === ">&" && /^[\d-]/.test(argument.text)) continue;
        output = [];
        const path = valueOf(argument);
        if (path !== undefined) files.push({ path, append: operator.includes(">>"), content: output });
      }
    }
    const close = () => {
      if (files.length === 0) return;
      const from = origins([...(input?.from ?? []), ...this.#commandsSince(start)]);
      for (const { path, append, content } of files) {
        if (content.length > 0) this.#behavior.writings.push({ path, append, content: joined(content) });
        else if (from.length > 0) this.#behavior.opaque.push({ path, from });
      }
    };
    return { channels: { input, output }, close };
  }

  #assigned({ name, append, indexed, value }: Assignment): Value {
    if (indexed) return UNKNOWN;
    if (!("parts" in value)) {
      return append ? UNKNOWN : { items: value.flatMap((word) => expand(word, this.#surroundings)) };
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

  #lookup({ name, index }: Parameter): Value | undefined {
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

  #either(ways: readonly (() => void)[], oneIsTaken: boolean): void {
    const words = this.#words;
    const ends = ways.map((way) => {
      this.#words = words;
      return this.#branch(way);
    });
    this.#variables.merge(ends, oneIsTaken);
  }

  /** The names of the commands run meanwhile. */
  #commandsOf(run: () => void): string[] {
    const start = this.#behavior.commands.length;
    run();
    return this.#commandsSince(start);
  }

  #commandsSince(start: number): string[] {
    return origins(this.#behavior.commands.slice(start).map(({ name }) => name));
  }
}

const DECLARING = ["declare", "export", "local", "readonly", "typeset"];

/** The commands a text comes from: a few, since a long pipeline tells no more; those that download first. */
function origins(names: readonly string[]): string[] {
  const set = [...new Set(names)];
  return [...set.filter((name) => downloads([name])), ...set.filter((name) => !downloads([name]))].slice(
    0,
    MAX_ORIGINS,
  );
}

function isStar({ parts: [part, more] }: Word): boolean {
  return part?.kind === "text" && part.text === "*" && !more;
}
