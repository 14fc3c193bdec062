import { Placeholders, runProgram, type DryRunLimit, type Package } from "../dryrun";
import { Stack, stackSubject } from "../stack";
import { findMadeAfterDeployment } from "./made-after-deployment";
import { readProject } from "./project";
import { listSourceFiles } from "./source-files";
import { readStackSettings } from "./stack-settings";

/** Which program to read, and how. */
export interface ProgramOptions {
  /** The program's folder, or the file to run. */
  readonly path: string;
  /** By default the only stack that has a configuration file, else `dev`. */
  readonly stackName?: string;
  /** After how long a program that does not end is ended; 120 by default. */
  readonly timeoutSeconds?: number;
  /** The variables of our environment that it gets beyond PATH, HOME and their like; all of them unless given. */
  readonly variables?: readonly string[];
  /** The provider packages whose schema is known. */
  readonly packages: readonly Package[];
  /** Stacks that are deployed already: the program may refer to their outputs. */
  readonly others?: readonly Stack[];
}

/** What a program would deploy, as far as a dry run can see. */
export interface ReadProgram {
  readonly stack: Stack;
  readonly limits: readonly DryRunLimit[];
  /** The tokens of the data sources whose answers are not known, sorted; the stack's facts have them too. */
  readonly unansweredCalls: readonly string[];
  /** The keys of the settings that stayed encrypted, sorted. */
  readonly encryptedKeys: readonly string[];
  /** The last of what the program printed. */
  readonly output: string;
}

const DEFAULT_TIMEOUT_SECONDS = 120;

/**
 * Runs a program against an engine that deploys nothing, and lists what it would deploy.
 * @throws {DryRunError} when it cannot be run, or does not end well
 */
export async function readProgram(options: ProgramOptions): Promise<ReadProgram> {
  const { path, stackName, packages, others = [], variables, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS } = options;
  const project = readProject(path);
  const placeholders = new Placeholders();
  const settings = readStackSettings(project, stackName, placeholders);
  const { stack, organization, config, secretKeys } = settings;
  const { resources, limits, unansweredCalls, lines, output } = await runProgram({
    program: project,
    deployment: {
      project: project.name,
      stack,
      organization,
      folder: project.root,
      sources: listSourceFiles(project),
      config,
      secretKeys,
      configPosition: (key) => settings.positions.get(key),
      placeholders,
      packages,
      stackOutputs: others.map((other) => ({ ...other.facts, outputs: stackSubject(other).resource.outputs ?? {} })),
    },
    timeoutSeconds,
    ...(variables && { variables }),
  });
  return {
    stack: Stack.of(resources, { project: project.name, name: stack, unansweredCalls }),
    limits: [...settings.limits, ...limits, ...findMadeAfterDeployment(project, { resources, lines })],
    unansweredCalls,
    encryptedKeys: secretKeys,
    output,
  };
}
