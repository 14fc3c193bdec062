import type * as Unbash from "unbash";
import { assignVariables, isDeclaring } from "./assignment";
import { noteComputedScript, printsIntoVariable, runBuiltin } from "./builtin";
import { Call } from "./call";
import type { Channels } from "./channels";
import { type Argument, valueOf } from "./command";
import { expandInto, mayAct, type ExpansionContext } from "./expand";
import type { SourceText } from "../source-text";
import { isPrinting, listReadings } from "./readings";
import { runRedirected } from "./redirection";
import type { FunctionDefinition, ScriptRun, Span } from "./script-run";
import { runTextTool } from "./text-tools";
import { unwrapCommand, type Wrapped } from "./wrappers";

/** `sudo` runs `env`, which runs `nohup`: commands within commands are followed this deep. */
const MAX_WRAPPERS = 16;
/** Programs whose output is evaluated for its variables alone. */
const ENVIRONMENT_TOOLS = ["ssh-agent", "blkid", "lsblk", "dircolors", "findmnt", "resize", "getopt", "stat"];

/** The interpreter, as far as a command needs it. */
export interface CommandHost {
  readonly script: ScriptRun;
  readonly context: ExpansionContext;
  /** Calls a function of the script. */
  readonly callFunction: (definition: FunctionDefinition, words: readonly Argument[], channels: Channels) => void;
  /** Runs a script that this one carries; in place when its variables are this one's. */
  readonly runNested: (
    script: SourceText,
    words: readonly Argument[] | undefined,
    channels: Channels,
    inPlace?: boolean,
  ) => void;
}

/** Runs a command, or the program of the given name with the command's words as its arguments. */
export function runSimpleCommand(
  node: Unbash.Command,
  channels: Channels,
  host: CommandHost,
  program?: Argument,
): void {
  const { pos, name, prefix, args, redirects } = node;
  const { script, context } = host;
  script.budget.step();
  const words = new Words(node, program, context);
  const first = words.expandFirst();
  if (prefix.length > 0 || args.some(isActing) || redirects.some(isActing)) {
    words.expandRest();
    const assignments = [...prefix, ...args].filter((piece) => piece.type === "Assignment");
    const isKeeping = !name || isDeclaring(valueOf(first) ?? "");
    assignVariables(assignments, { name: valueOf(first), isKeeping }, script, context);
  }
  const lastWord = args.findLast(({ type }) => type === "Word");
  const span = { start: name?.pos ?? pos, end: lastWord?.end ?? name?.end ?? pos };
  const run = (inner: Channels) => {
    if (first) runCommand(first, () => words.expandRest(), inner, span, host);
  };
  if (redirects.length > 0) runRedirected(redirects, channels, script, context, run);
  else run(channels);
}

/** The words of a command, each expanded when it is asked for: of most commands nobody asks for more than the first. */
class Words {
  readonly #fields: Argument[];
  readonly #args: Unbash.Command["args"];
  readonly #context: ExpansionContext;
  #next = 0;
  #rest: readonly Argument[] | undefined;

  constructor({ name, args }: Unbash.Command, program: Argument | undefined, context: ExpansionContext) {
    this.#fields = program ? [program] : [];
    this.#args = args;
    this.#context = context;
    if (name) expandInto(this.#fields, name, context);
  }

  /** The first word that does not expand to nothing: the program. */
  expandFirst(): Argument | undefined {
    while (this.#fields.length === 0 && this.#next < this.#args.length) this.#expandNext();
    return this.#fields[0];
  }

  /** The words after the first. */
  expandRest(): readonly Argument[] {
    while (this.#next < this.#args.length) this.#expandNext();
    return (this.#rest ??= this.#fields.slice(1));
  }

  #expandNext(): void {
    const word = this.#args[this.#next];
    if (word?.type === "Word") expandInto(this.#fields, word, this.#context);
    this.#next += 1;
  }
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

/** Runs a command, the command that this one runs, and so on to the last. */
export function runCommand(
  program: Argument,
  words: () => readonly Argument[],
  channels: Channels,
  span: Span,
  host: CommandHost,
): void {
  const { script } = host;
  let [first, rest] = [program, words];
  for (let depth = 0; depth < MAX_WRAPPERS; depth += 1) {
    const path = valueOf(first);
    const definition = path === undefined ? undefined : script.functions.get(path);
    if (definition) {
      host.callFunction(definition, rest(), channels);
      return;
    }
    const { input } = channels;
    const call = new Call(first, rest, () => script.lineAt(span.start), { reached: !script.exited, input });
    noteCommand(call, channels, script);
    if (path?.includes("/")) script.behavior.runs.push({ path, by: "itself" });
    const wrapped = unwrapCommand(call);
    if (wrapped?.kind !== "command") {
      if (wrapped) runWrapped(wrapped, call.name === "eval", channels, span, host);
      else runProgram(call, channels, span, script);
      return;
    }
    const [inner, ...others] = wrapped.words;
    if (!inner) return;
    [first, rest] = [inner, () => others];
  }
}

function noteCommand(call: Call, { output }: Channels, { behavior, observer, isCollecting }: ScriptRun): void {
  behavior.names.push(call.name);
  // What is only shown comes from nothing that anybody asks for.
  if (!isPrinting(call) || output || isCollecting) behavior.names.push(...listReadings(call));
  observer.command(call);
  if (!behavior.repeated) return;
  // A loop keeps its commands for later, when their arguments are no longer what they are now.
  const { name, arguments: words, line, reached } = call;
  behavior.repeated.push({ name, arguments: words, line, reached });
}

/** Runs a command that runs no other. */
function runProgram(call: Call, channels: Channels, span: Span, script: ScriptRun): void {
  if (!printsIntoVariable(call)) {
    runTextTool(call, channels, { behavior: script.behavior, textHere: (text) => script.locate(text, span) });
  }
  runBuiltin(call, script);
}

/** Runs the script or the file that a command runs. */
function runWrapped(
  wrapped: Exclude<Wrapped, { kind: "command" }>,
  inPlace: boolean,
  channels: Channels,
  span: Span,
  host: CommandHost,
): void {
  const { script } = host;
  switch (wrapped.kind) {
    case "foreign":
      script.behavior.unread.push(wrapped.language);
      return;
    case "file": {
      const path = valueOf(wrapped.path);
      if (path !== undefined) script.behavior.runs.push({ path, by: wrapped.language ?? "shell" });
      else if (wrapped.path.from.length > 0) noteComputedScript(wrapped.path.from, script);
      return;
    }
    case "input": {
      const { input } = channels;
      if (!input) return;
      if (!input.text) noteComputedScript(input.from, script);
      else if (wrapped.language) script.behavior.unread.push(wrapped.language);
      else host.runNested(input.text, undefined, { input: undefined, output: channels.output });
      return;
    }
    case "script": {
      const text = valueOf(wrapped.text);
      if (text !== undefined) {
        host.runNested(script.locate(text, span), wrapped.words, channels, inPlace);
        return;
      }
      const { from } = wrapped.text;
      if (from.length === 0 || !from.every((name) => ENVIRONMENT_TOOLS.includes(name))) {
        noteComputedScript(from, script);
      }
      if (inPlace) script.variables.forget();
    }
  }
}
