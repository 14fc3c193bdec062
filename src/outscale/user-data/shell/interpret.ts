import type * as Unbash from "unbash";
import { joinSources, LineIndex, toSourceText, type SourceText } from "../source-text";
import { TOO_LONG, UNPARSABLE } from "../phrase";
import type { Budget } from "./budget";
import { type Channels, NO_CHANNELS, listOrigins } from "./channels";
import { type Argument, type Command, knownArgument, noBehavior, type Observer, unknownArgument } from "./command";
import { expand, expandWhole, type ExpansionContext } from "./expand";
import { readStatements, testedWords } from "./parse";
import { runRedirected } from "./redirection";
import { type FunctionDefinition, type RunOptions, ScriptRun } from "./script-run";
import { type CommandHost, runCommand, runSimpleCommand } from "./simple-command";
import { UNKNOWN, valueOfWord } from "./variables";

const MAX_SCRIPTS = 8;
const MAX_CALLS = 12;
const MAX_ROUNDS = 256;

/**
 * Follows a script through all the ways it may take: both branches of a condition, every known word of a `for`,
 * every function whether called or not. Its input is what its first command reads.
 */
export function readScript(script: SourceText, budget: Budget, observer: Observer, input?: SourceText): void {
  const interpreter = new Interpreter({ script, behavior: noBehavior(), budget, nesting: 0, observer });
  interpreter.runScript([], { input: input && { text: input, from: [] }, output: undefined });
}

/** Follows a command given as its words, of which those with a `$` or a `%` are not known. */
export function readWords(words: readonly string[], line: number, budget: Budget, observer: Observer): void {
  const script = toSourceText("", line, line);
  const interpreter = new Interpreter({ script, behavior: noBehavior(), budget, nesting: 0, observer });
  interpreter.runWords(words.map((word) => (/[$%]/.test(word) ? unknownArgument(word) : knownArgument(word))));
}

/** Walks through the statements of a script. What it knows on the way is in its `ScriptRun`. */
class Interpreter implements CommandHost {
  readonly script: ScriptRun;
  readonly context: ExpansionContext;

  constructor(options: RunOptions) {
    this.script = new ScriptRun(options);
    this.context = this.script.expansionContext((substitution) => this.#runSubstitution(substitution));
  }

  /** Runs the script with these words as its arguments, then the functions that nothing has called. */
  runScript(words: readonly Argument[] | undefined, channels: Channels): void {
    const { script } = this;
    script.words = words;
    const isWhole = readStatements(script.script.text, (statement) => {
      this.#runStatement(statement, channels);
      script.report();
    });
    if (!isWhole) script.behavior.unread.push(UNPARSABLE);
    script.words = undefined;
    script.exited = false;
    // Running one may define others, which the iteration reaches too.
    for (const definition of script.uncalled.values())
      script.runBranch(() => {
        this.#runFunction(definition, NO_CHANNELS);
      });
    script.report();
  }

  runWords([first, ...rest]: readonly Argument[]): void {
    if (first) runCommand(first, () => rest, NO_CHANNELS, { start: 0, end: 0 }, this);
    this.script.report();
  }

  callFunction(definition: FunctionDefinition, words: readonly Argument[], channels: Channels): void {
    if (this.script.calls >= MAX_CALLS || !this.script.budget.step()) return;
    this.script.uncalled.delete(definition.node);
    this.script.runCall(words, () => {
      this.#runFunction(definition, channels);
    });
  }

  runNested(script: SourceText, words: readonly Argument[] | undefined, channels: Channels, inPlace = false): void {
    const { behavior, budget, nesting, observer, variables } = this.script;
    if (nesting >= MAX_SCRIPTS || !budget.spend(script.text.length)) {
      behavior.unread.push(TOO_LONG);
      return;
    }
    const inner = new Interpreter({ script, behavior, budget, nesting: nesting + 1, observer });
    inner.runScript(inPlace ? this.script.words : words, channels);
    // What it set cannot be told from what it did not.
    if (inPlace) variables.forget();
  }

  #runFunction({ node, lines }: FunctionDefinition, channels: Channels): void {
    this.script.runInText(lines, () => {
      this.#runNode(node.body, channels);
    });
  }

  /** Runs the commands of a `$(...)` or the like, and names them. */
  #runSubstitution({ pos, script }: Unbash.CommandExpansionPart | Unbash.ProcessSubstitutionPart): string[] {
    if (!script) return [];
    const { lines } = this.script;
    // Between backquotes with escapes in them it is a text of its own.
    const own = script.source === undefined ? lines : new LineIndex(script.source, lines.at(pos));
    return this.script.collectNames(() => {
      this.script.runSubshell(() => {
        this.script.runInText(own, () => {
          this.#runBlock(script, NO_CHANNELS);
        });
      });
    });
  }

  #runBlock({ commands }: Unbash.CompoundList | Unbash.Script, channels: Channels): void {
    for (const statement of commands) this.#runStatement(statement, channels);
  }

  /** Runs `a && b || c`, of which the first is run and each other may be. */
  #runStatement({ command }: Unbash.Statement, channels: Channels): void {
    if (command.type !== "AndOr") {
      this.#runNode(command, channels);
      return;
    }
    for (const [index, node] of command.commands.entries()) {
      if (index === 0) this.#runNode(node, channels);
      else this.#runOneOf([node], false, channels);
    }
  }

  #runNode(node: Unbash.PipelineNode | Unbash.CompoundList, channels: Channels): void {
    switch (node.type) {
      case "Command":
        runSimpleCommand(node, channels, this);
        return;
      case "Redirected":
        runRedirected(node.redirects, channels, this.script, this.context, (inner) => {
          this.#runNode(node.command, inner);
        });
        return;
      case "Pipeline":
        this.#runPipeline(node, channels);
        return;
      case "CompoundList":
        this.#runBlock(node, channels);
        return;
      case "BraceGroup":
      case "Coproc":
        this.#runNode(node.body, channels);
        return;
      case "Subshell":
        this.script.runSubshell(() => {
          this.#runBlock(node.body, channels);
        });
        return;
      case "Function":
        this.#defineFunction(node);
        return;
      case "TestCommand":
        expand(testedWords(node.expression), this.context);
        return;
      case "ArithmeticCommand":
        return;
      default:
        this.#runControl(node, channels);
    }
  }

  #runControl(
    node: Unbash.While | Unbash.ArithmeticFor | Unbash.If | Unbash.Case | Unbash.For | Unbash.Select,
    channels: Channels,
  ): void {
    switch (node.type) {
      case "While":
        this.#runLoop([node.clause, node.body], channels);
        return;
      case "ArithmeticFor":
        this.#runLoop([node.body], channels);
        return;
      case "If":
        this.#runIf(node, channels);
        return;
      case "Case":
        this.#runCase(node, channels);
        return;
      case "For":
      case "Select":
        this.#runFor(node, channels);
    }
  }

  #defineFunction(node: Unbash.Function): void {
    const definition = { node, lines: this.script.lines };
    this.script.functions.set(node.name.value, definition);
    this.script.uncalled.set(node, definition);
  }

  #runIf(node: Unbash.If, channels: Channels): void {
    const branches = [node, ...node.elif];
    for (const { clause } of branches) this.#runBlock(clause, channels);
    const bodies = branches.map(({ then }) => then);
    this.#runOneOf(node.else ? [...bodies, node.else] : bodies, node.else !== undefined, channels);
  }

  #runCase({ word, items }: Unbash.Case, channels: Channels): void {
    expandWhole(word, this.context);
    const takesAll = items.some(({ pattern }) => pattern.some(({ text }) => text === "*"));
    const bodies = items.map(({ body }) => body);
    this.#runOneOf(bodies, takesAll, channels);
  }

  /** Runs a loop once, and notes what it repeats. */
  #runLoop(blocks: readonly Unbash.CompoundList[], channels: Channels): void {
    const { behavior } = this.script;
    const { repeated: outer, runs, loops } = behavior;
    const start = runs.length;
    const commands: Command[] = [];
    behavior.repeated = commands;
    this.#runOneOf(blocks, false, channels);
    behavior.repeated = outer;
    for (const command of commands) outer?.push(command);
    loops.push({ commands, runs: runs.slice(start) });
  }

  /** Runs the body of a `for` with each of its words; once with none of them known where they are too many. */
  #runFor({ name, wordlist, body }: Unbash.For | Unbash.Select, channels: Channels): void {
    const { script } = this;
    const words = (wordlist && expand(wordlist, this.context)) ?? script.words ?? [unknownArgument("$@")];
    if (words.length <= MAX_ROUNDS && words.every(() => script.budget.step())) {
      for (const word of words) {
        script.variables.set(name.value, valueOfWord(word));
        this.#runBlock(body, channels);
      }
      if (words.length > 0) return;
    }
    script.variables.set(name.value, UNKNOWN);
    this.#runOneOf([body], false, channels);
  }

  #runPipeline({ prefixes, commands }: Unbash.Pipeline, channels: Channels): void {
    const [only, more] = commands;
    if (only && !more) {
      // With options `time` is the program of that name, not the word before a pipeline.
      const isTimed = prefixes.some(({ type }) => type === "Time") && only.type === "Command";
      if (isTimed && only.name?.value.startsWith("-")) runSimpleCommand(only, channels, this, knownArgument("time"));
      else this.#runNode(only, channels);
      return;
    }
    let input = channels.input;
    for (const [index, command] of commands.entries()) {
      const output = index === commands.length - 1 ? channels.output : [];
      const names = this.script.collectNames(() => {
        this.script.runSubshell(() => {
          this.#runNode(command, { input, output });
        });
      });
      const text = output && output.length > 0 ? joinSources(output) : undefined;
      input = { text, from: listOrigins([...(input?.from ?? []), ...names]) };
    }
  }

  /** Runs each of several ways that a script may take, one of which it does take where that is so. */
  #runOneOf(
    ways: readonly (Unbash.PipelineNode | Unbash.CompoundList)[],
    oneIsTaken: boolean,
    channels: Channels,
  ): void {
    this.script.runAlternatives(
      ways.map((way) => () => {
        this.#runNode(way, channels);
      }),
      oneIsTaken,
    );
  }
}
