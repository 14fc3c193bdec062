import type { AppliedCallback } from "./apply-watch";
import type { ProcessCommand } from "./process";

/** How `Pulumi.yaml` says that a program is run. */
export type Runtime = NodeRuntime | PythonRuntime | GoRuntime;

/** A program that Node runs. */
export interface NodeRuntime {
  readonly name: "nodejs";
  readonly nodeArguments: readonly string[];
  readonly typescript: boolean;
  /** The compiler's settings, when not `tsconfig.json`. */
  readonly tsconfig?: string;
}

/** A program that Python runs. */
export interface PythonRuntime {
  readonly name: "python";
  /** The folder of the virtual environment, relative to the project's. */
  readonly virtualenv?: string;
  readonly toolchain: "pip" | "poetry" | "uv";
}

/** A program that Go compiles. */
export interface GoRuntime {
  readonly name: "go";
  /** A program that is built already, relative to the project's folder or on the PATH. */
  readonly binary?: string;
}

/** A program and the stack it runs for. */
export interface Program {
  readonly runtime: Runtime;
  /** The folder of `Pulumi.yaml`. */
  readonly root: string;
  /** The folder the program runs in. */
  readonly workingFolder: string;
  /** The file to run in it, `.` for the language's own choice. */
  readonly entry: string;
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  readonly config: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  /** What it gets of our own environment. */
  readonly inherited: NodeJS.ProcessEnv;
}

/** A program of one language. */
export type ProgramOf<R extends Runtime> = Program & { readonly runtime: R };

/** A program that can be started, as often as is asked. */
export interface Prepared {
  /** What starts it against an engine's address. */
  command(address: string): ProcessCommand;
  /**
   * The calls of `.apply` in the last run, where the language has them told; `undefined` where the program was ended
   * before it could tell.
   */
  readApplied?(): readonly AppliedCallback[] | undefined;
  /** Removes what was made to start it. */
  discard(): void;
}

/** What a program inherits, with the stack's configuration as every language's SDK reads it. */
export function makeEnvironment({ inherited, config, secretKeys }: Program): NodeJS.ProcessEnv {
  const configuration = {
    PULUMI_CONFIG: JSON.stringify(config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretKeys),
  };
  return { ...inherited, ...configuration };
}
