import type { Text } from "../../../text";
import type { SourceText } from "../source-text";

/** A word of a command after its expansion. */
export interface Argument {
  /** What is known of it: parts that are not stand as `$NAME` or `$()`. */
  readonly text: string;
  /** The values it may have; none when any part of it is not known. */
  readonly values: readonly string[];
  /** The commands whose output it holds. */
  readonly from: readonly string[];
  /** What the variables in it were made from, where their values are not known. */
  readonly through?: readonly string[];
}

/** What a command reads: a text when it is known, and what it comes from. */
export interface Input {
  readonly text: SourceText | undefined;
  readonly from: readonly string[];
}

/** A command that a script may run. */
export interface Command {
  /** Without its folder. */
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly line: number;
  /** False after an `exit` that nothing can avoid. */
  readonly reached: boolean;
  /** What is led to it, where something is. */
  readonly input?: Input | undefined;
}

/** A text that a script writes to a file. */
export interface FileWrite {
  readonly path: string;
  readonly content: SourceText;
  readonly append: boolean;
  /** What the text comes from. */
  readonly from: readonly string[];
}

/** A file whose text is not known, as the commands that wrote it make it. */
export interface UnknownFileWrite {
  readonly path: string;
  readonly from: readonly string[];
  readonly line: number;
}

/** A file that a script runs: as a program, or through a shell or another language's interpreter. */
export interface ExecutedFile {
  readonly path: string;
  readonly by: "itself" | "shell" | Text;
}

/** What a `while`, an `until` or an endless `for` repeats, its condition included. */
export interface Loop {
  readonly commands: readonly Command[];
  readonly runs: readonly ExecutedFile[];
}

/** What a script does, whatever it finds when it runs. */
export interface Behavior {
  /** The names of the commands that it may run, and what these read (`listReadings`). */
  readonly names: string[];
  readonly writings: FileWrite[];
  readonly opaque: UnknownFileWrite[];
  readonly runs: ExecutedFile[];
  readonly loops: Loop[];
  /** The commands of the loop that is being followed. */
  repeated?: Command[] | undefined;
  readonly unread: Text[];
}

/** Receives what a script does while it is followed. */
export interface Observer {
  /** Called for each command when it runs: only then are its arguments known. */
  readonly command: (command: Command) => void;
  /** Called after each statement with everything else that it did. */
  readonly behavior: (behavior: Behavior) => void;
}

// One for all: arguments come by the hundred thousand.
const NONE: readonly string[] = [];

/** What a script does when nothing of it is run yet. */
export function noBehavior(): Behavior {
  return { names: [], writings: [], opaque: [], runs: [], loops: [], unread: [] };
}

/** An argument of known value. */
export function knownArgument(text: string): Argument {
  return { text, values: [text], from: NONE };
}

/** An argument of unknown value. */
export function unknownArgument(text: string, from: readonly string[] = NONE): Argument {
  return { text, values: NONE, from };
}

/** The value of an argument that has exactly one. */
export function valueOf(argument: Argument | undefined): string | undefined {
  return argument?.values.length === 1 ? argument.values[0] : undefined;
}

/** The name of a program without its folder. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
