import { linesOfSecrets, maskIn } from "../text";
import { mergeLimits, reconcileRuns } from "./reconcile-runs";
import type { Deployment } from "./deployment";
import { DryRunEngine } from "./engine";
import { inheritEnvironment } from "./environment";
import { explainFailure } from "./failure";
import type { Prepared, Program } from "./language";
import { listSession } from "./linux-processes";
import { Placeholders } from "./placeholder";
import { SourcePlaces } from "./position";
import { prepareProgram } from "./prepare";
import { type Ended, runCommand } from "./process";
import type { DryRun } from "./run";
import { findUncalled } from "./uncalled";
import { STAND_INS, StandIns, type StandInValues } from "./stand-ins";

/** A program, the deployment it is run for, and how long a run may take. */
export interface ProgramRun {
  readonly program: Pick<Program, "runtime" | "workingFolder" | "entry">;
  readonly deployment: Deployment;
  readonly timeoutSeconds: number;
  /** The variables of our environment that it gets beyond those every program needs; all of them unless given. */
  readonly variables?: readonly string[];
}

const OTHER_STACK = "StackReference.outputs";

/** What a program did. */
export interface RunSeen extends DryRun {
  /** The last of what it printed. */
  readonly output: string;
}

/**
 * Runs a program against an engine that deploys nothing.
 * @throws {DryRunError} when it cannot be run, or does not end well
 */
export async function runProgram(run: ProgramRun): Promise<RunSeen> {
  const { project, stack, organization = "organization", folder, config = {}, secretKeys = [] } = run.deployment;
  const prepared = await prepareProgram({
    ...run.program,
    root: folder,
    ...{ project, stack, organization, config, secretKeys },
    inherited: inheritEnvironment(run.variables),
  });
  try {
    if (run.program.runtime.name === "nodejs") return await runOnce(run, prepared);
    const first = await runWith(STAND_INS[0], run, prepared);
    if (!first.given) return first.seen;
    const second = await runWith(STAND_INS[1], run, prepared);
    return { ...reconcileRuns(first.seen, second.seen), output: first.seen.output };
  } finally {
    prepared.discard();
  }
}

async function runWith(
  values: StandInValues,
  run: ProgramRun,
  prepared: Prepared,
): Promise<{ seen: RunSeen; given: boolean }> {
  const { placeholders = new Placeholders(), packages } = run.deployment;
  const standIns = new StandIns(values, placeholders);
  const deployment = {
    ...run.deployment,
    placeholders,
    packages: packages.map((each) => standIns.complete(each)),
    // Go's SDK takes outputs for an object, and one that it does not find there for unknown.
    ...(run.program.runtime.name === "go" && {
      unknownStackOutputs: { [OTHER_STACK]: placeholders.make(OTHER_STACK) },
    }),
  };
  const seen = await runOnce({ ...run, deployment }, prepared, standIns.answered);
  return { seen, given: standIns.given };
}

async function runOnce(
  { program, deployment, timeoutSeconds }: ProgramRun,
  prepared: Prepared,
  standInCalls: ReadonlySet<string> = new Set(),
): Promise<RunSeen> {
  const engine = new DryRunEngine(deployment);
  await engine.start();
  engine.admit(() => []);
  try {
    const ended = await runCommand(prepared.command(engine.address), timeoutSeconds, (pid) => {
      engine.admit(() => listSession(pid));
    });
    const described = engine.describe();
    const unansweredCalls = [...new Set([...described.unansweredCalls, ...standInCalls])].sort();
    const hide = maskIn(linesOfSecrets(described.resources.flatMap(({ secretTexts = [] }) => secretTexts)));
    const failing = {
      language: program.runtime.name,
      ended: { ...ended, ...hideIn(ended, hide) },
      logged: engine.loggedErrors().map(hide),
      unansweredCalls,
      encryptedKeys: deployment.secretKeys ?? [],
      refused: engine.refused,
      timeoutSeconds,
    };
    const { workingFolder } = program;
    const places = new SourcePlaces(deployment.folder, { workingFolder, sources: deployment.sources ?? [] });
    const failure = explainFailure(failing, places);
    if (failure) throw failure;
    const seen = { ...engine.result(), unansweredCalls, output: failing.ended.output };
    if (!prepared.readApplied) return seen;
    const { limits, lines } = findUncalled(prepared.readApplied(), { deployment, workingFolder, places });
    return { ...seen, limits: mergeLimits([...seen.limits, ...limits]), lines: new Set([...seen.lines, ...lines]) };
  } finally {
    engine.stop();
  }
}

/** Masks secrets in what a program printed. */
function hideIn({ output, opening }: Ended, hide: (text: string) => string): Pick<Ended, "output" | "opening"> {
  return { output: hide(output), ...(opening && { opening: { ...opening, text: hide(opening.text) } }) };
}
