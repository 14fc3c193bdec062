import type * as Unbash from "unbash";
import { LineIndex, toSourceText, type SourceText } from "../source-text";
import type { Budget } from "./budget";
import { listOrigins } from "./channels";
import { type Argument, type Behavior, noBehavior, type Observer } from "./command";
import type { ExpansionContext } from "./expand";
import { UNKNOWN, type Value, valueOfWord, Variables } from "./variables";

/** A stretch of a script, by the positions of its first character and of the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A function of a script, with the lines of the text that defines it. */
export interface FunctionDefinition {
  readonly node: Unbash.Function;
  readonly lines: LineIndex;
}

/** What one run of a script starts from. */
export interface RunOptions {
  readonly script: SourceText;
  /** Where what it does is noted: its own, or that of the script that runs it. */
  readonly behavior: Behavior;
  readonly budget: Budget;
  /** How many scripts it lies in. */
  readonly nesting: number;
  readonly observer: Observer;
}

/** The state of a script as it is followed: its variables, functions and arguments, and what it has done so far. */
export class ScriptRun {
  readonly script: SourceText;
  readonly budget: Budget;
  readonly nesting: number;
  readonly observer: Observer;
  readonly variables = new Variables();
  readonly functions = new Map<string, FunctionDefinition>();
  readonly uncalled = new Map<Unbash.Function, FunctionDefinition>();
  behavior: Behavior;
  /** The lines of the text being run, which may be one of its own, between backquotes. */
  lines: LineIndex;
  /** The script's arguments, or those of the function being run; `undefined` where they are not known. */
  words: readonly Argument[] | undefined;
  /** Of the function being run the variables that are its own, with the values they had before. */
  locals: Map<string, Value | undefined> | undefined;
  calls = 0;
  /** True after an `exit` that nothing can avoid. */
  exited = false;
  #branches = 0;
  #collectings = 0;

  constructor({ script, behavior, budget, nesting, observer }: RunOptions) {
    this.script = script;
    this.behavior = behavior;
    this.budget = budget;
    this.nesting = nesting;
    this.observer = observer;
    this.lines = new LineIndex(script.text, 0);
  }

  /** False on a way through the script that may not be taken. */
  get isCertain(): boolean {
    return this.#branches === 0;
  }

  /** Tells the observer what was done since the last time: of a long script no more is kept than one statement needs. */
  report(): void {
    if (this.nesting > 0) return;
    this.observer.behavior(this.behavior);
    this.behavior = noBehavior();
  }

  lineAt(position: number): number {
    return this.script.lineAt(this.lines.at(position));
  }

  /** Gives a text the lines of a stretch of the script. */
  locate(text: string, { start, end }: Span): SourceText {
    return toSourceText(text, this.lineAt(start), this.lineAt(end));
  }

  /** Runs something whose positions are those of another text. */
  runInText(lines: LineIndex, run: () => void): void {
    const before = this.lines;
    this.lines = lines;
    run();
    this.lines = before;
  }

  /** Runs something that may not be run, and takes back the variables it set. Returns what they were at its end. */
  runBranch(run: () => void): Map<string, Value | undefined> {
    const mark = this.variables.mark();
    this.#branches += 1;
    run();
    this.#branches -= 1;
    return this.variables.rollback(mark);
  }

  /** Runs something in a process of its own: what it sets ends with it. */
  runSubshell(run: () => void): void {
    const { words } = this;
    this.runBranch(run);
    this.words = words;
  }

  /** Runs each of several ways from the same start, then goes on from all their ends; from the start too, unless one is always taken. */
  runAlternatives(ways: readonly (() => void)[], oneIsTaken: boolean): void {
    const { words } = this;
    const ends = ways.map((way) => {
      this.words = words;
      return this.runBranch(way);
    });
    this.variables.merge(ends, oneIsTaken);
  }

  /** Runs the body of a function with its arguments; its local variables end with it. */
  runCall(words: readonly Argument[], run: () => void): void {
    const before = { words: this.words, locals: this.locals };
    const locals = new Map<string, Value | undefined>();
    this.words = words;
    this.locals = locals;
    this.calls += 1;
    this.#branches += 1;
    run();
    this.#branches -= 1;
    this.calls -= 1;
    this.words = before.words;
    this.locals = before.locals;
    for (const [name, value] of locals) this.variables.set(name, value);
  }

  /** Whether something asks what the commands that run read. */
  get isCollecting(): boolean {
    return this.#collectings > 0;
  }

  /** Runs something and names the commands that it ran, and what they read. */
  collectNames(run: () => void): string[] {
    const start = this.behavior.names.length;
    this.#collectings += 1;
    run();
    this.#collectings -= 1;
    return this.namesSince(start);
  }

  /** The names of the commands that ran after the first so many. */
  namesSince(start: number): string[] {
    return listOrigins(this.behavior.names.slice(start));
  }

  /** What expansion of a word asks of the script. */
  expansionContext(runSubstitution: ExpansionContext["run"]): ExpansionContext {
    return {
      lookup: (name, index) => this.#lookUp(name, index),
      assign: (name, value) => {
        this.variables.set(name, value);
      },
      run: runSubstitution,
      spend: (characters) => this.budget.spend(characters),
    };
  }

  #lookUp(name: string, index: string | undefined): Value | undefined {
    if (name === "@" || name === "*") return this.words ? { items: this.words } : UNKNOWN;
    if (/^[1-9]\d*$/.test(name)) {
      if (!this.words) return UNKNOWN;
      const word = this.words[Number(name) - 1];
      return word && valueOfWord(word);
    }
    if (!/^[A-Za-z_]/.test(name)) return UNKNOWN;
    const value = this.variables.get(name);
    if (value === undefined || "values" in value) return index === undefined || index === "0" ? value : UNKNOWN;
    if (index === "@" || index === "*") return value;
    const item = value.items[Number(index ?? 0)];
    return item && valueOfWord(item);
  }
}
