// The child process of `preview.ts`: it is told a task over its channel, runs the real CLI, and sends the answer back.
import { CommandError, LocalWorkspace, PulumiCommand, Stack, type EngineEvent } from "@pulumi/pulumi/automation";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inspect } from "node:util";
import { parse } from "yaml";
import type { EngineAnswer, EngineTask, PolicySummary } from "./preview";

/** An event with what the engine sends beyond the Automation API's declared types. */
interface ReportedEvent extends EngineEvent {
  readonly policyAnalyzeSummaryEvent?: PolicySummary;
  readonly policyAnalyzeStackSummaryEvent?: PolicySummary;
}

process.once("message", (task: EngineTask) => {
  run(task).then(
    (answer) => {
      process.send?.(answer, () => {
        process.exit();
      });
    },
    (error: unknown) => {
      process.stderr.write(`${inspect(error)}\n`, () => {
        process.exit(1);
      });
    },
  );
});

async function run(task: EngineTask): Promise<EngineAnswer> {
  process.chdir(task.program);
  const stack = await newStack(task);
  const events: EngineEvent[] = [];
  const printed = { stdout: "", stderr: "" };
  const options = {
    color: "never" as const,
    configFile: join(task.scratch, configName(task)),
    onEvent: (event: EngineEvent) => events.push(event),
    onOutput: (text: string) => (printed.stdout += text),
    onError: (text: string) => (printed.stderr += text),
    ...(task.policyPack !== undefined && { policyPacks: [task.policyPack] }),
    ...(task.policyConfig !== undefined && { policyPackConfigs: [task.policyConfig] }),
  };
  const exitCode = await exitCodeOf(task.operation === "up" ? stack.up(options) : stack.preview(options));
  return { exitCode, ...printed, ...reported(events), ...(task.operation === "up" && (await exported(stack))) };
}

async function newStack(task: EngineTask): Promise<Stack> {
  for (const name of ["Pulumi.yaml", configName(task)]) {
    const file = join(task.program, name);
    if (existsSync(file)) copyFileSync(file, join(task.scratch, name));
  }
  const workspace = await LocalWorkspace.create({
    workDir: task.scratch,
    program: async () => outputsOf(task.program),
    pulumiCommand: await commandFor(task),
  });
  return Stack.create(task.stack, workspace);
}

function configName({ stack }: EngineTask): string {
  return `Pulumi.${stack}.yaml`;
}

/** What the program exports, as Pulumi's own host for Node programs takes it. */
async function outputsOf(folder: string): Promise<Record<string, unknown>> {
  const project = parse(readFileSync(join(folder, "Pulumi.yaml"), "utf8")) as { main?: string };
  const loaded: unknown = createRequire(join(folder, "package.json"))(join(folder, project.main ?? "."));
  const program = (loaded as { default?: unknown }).default ?? loaded;
  const outputs: unknown = typeof program === "function" ? await (program as () => unknown)() : loaded;
  return { ...(outputs as object) };
}

type RunCommand = (args: readonly string[], folder: string, ...rest: unknown[]) => Promise<unknown>;

// The operation runs in the program's folder, as a user's does. The rest runs in the scratch folder: what creates or
// reads a stack writes a salt into the stack's configuration.
async function commandFor({ operation, program, json }: EngineTask): Promise<PulumiCommand> {
  const command = await PulumiCommand.get();
  const run = Reflect.get(command, "run") as RunCommand;
  const runWhere: RunCommand = (args, folder, ...rest) =>
    args[0] === operation
      ? run.call(command, [...args, ...(json === true ? ["--json"] : [])], program, ...rest)
      : run.call(command, args, folder, ...rest);
  return Object.assign(command, { run: runWhere });
}

async function exitCodeOf(operation: Promise<unknown>): Promise<number> {
  try {
    await operation;
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    // The API keeps the CLI's own code inside the error of the process it ran.
    const { err } = Reflect.get(error, "commandResult") as { err?: { exitCode?: number } };
    return err?.exitCode ?? 1;
  }
}

function reported(events: readonly ReportedEvent[]): Omit<EngineAnswer, "exitCode" | "stdout" | "stderr"> {
  const summary = events.find((event) => event.summaryEvent)?.summaryEvent;
  return {
    policyEvents: events.map((event) => event.policyEvent).filter((event) => event !== undefined),
    policySummaries: events
      .map((event) => event.policyAnalyzeSummaryEvent ?? event.policyAnalyzeStackSummaryEvent)
      .filter((event) => event !== undefined),
    diagnostics: events
      .map((event) => event.diagnosticEvent)
      .filter((event) => event !== undefined)
      .filter(({ severity }) => (severity as string) !== "debug"),
    ...(summary && { summary }),
  };
}

async function exported(stack: Stack): Promise<{ state: object }> {
  return { state: await stack.exportStack() };
}
