// The child process of an `EngineStack`: it is told one task after the other over its channel, runs the real CLI on the
// program and on the stand-in for the cloud, both of which live in this process, and sends the answers back.
import { CommandError, type EngineEvent, LocalWorkspace, PulumiCommand, Stack } from "@pulumi/pulumi/automation";
import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { ELSEWHERE, serveElsewhere } from "./cloud/elsewhere";
import { serveCloud } from "./cloud/server";
import type { EngineAnswer, EngineTask, TaskReply } from "./engine-stack";
import { reported } from "./events";
import { outputsOf } from "./inline-program";

let opened: Promise<Stack> | undefined;
/** Whether the operation is to print JSON, for which the API has no option. */
let asJson = false;

process.on("message", (task: EngineTask) => {
  void replyTo(task).then((reply) => process.send?.(reply));
});
process.once("disconnect", () => {
  process.exit();
});

async function replyTo(task: EngineTask): Promise<TaskReply> {
  try {
    opened ??= open(task);
    return { answer: await operate(await opened, task) };
  } catch (error) {
    return { failure: inspect(error) };
  }
}

async function open(task: EngineTask): Promise<Stack> {
  // One stand-in for all operations, or each would start with a cloud in which nothing was ever created.
  const [cloud, elsewhere] = await Promise.all([serveCloud(), serveElsewhere()]);
  const ports = [["terraform-provider", cloud], ...ELSEWHERE.map((provider) => [provider, elsewhere])];
  process.env["PULUMI_DEBUG_PROVIDERS"] = ports.map((provider) => provider.join(":")).join();
  process.chdir(task.program);
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

async function operate(stack: Stack, task: EngineTask): Promise<EngineAnswer> {
  if (task.config) await stack.setAllConfig(task.config);
  stack.workspace.envVars = { ...task.environment };
  asJson = task.json === true;
  const events: EngineEvent[] = [];
  const printed = { stdout: "", stderr: "" };
  const options = {
    color: "never" as const,
    configFile: join(task.scratch, configName(task)),
    onEvent: (event: EngineEvent) => events.push(event),
    onOutput: (text: string) => (printed.stdout += text),
    onError: (text: string) => (printed.stderr += text),
    policyPacks: [...task.policyPack],
    policyPackConfigs: [...task.policyConfig],
    ...(task.target && { target: [...task.target] }),
    ...(task.inOrder === true && { parallel: 1 }),
  };
  const exitCode = await exitCodeOf(stack[task.operation](options));
  return { exitCode, ...printed, ...reported(events) };
}

function configName({ stack }: EngineTask): string {
  return `Pulumi.${stack}.yaml`;
}

type RunCommand = (args: readonly string[], folder: string, ...rest: unknown[]) => Promise<unknown>;

// An operation runs in the program's folder, as a user's does. The rest runs in the scratch folder: what creates or
// reads a stack writes a salt into the stack's configuration.
async function commandFor({ program }: EngineTask): Promise<PulumiCommand> {
  const command = await PulumiCommand.get();
  const run = Reflect.get(command, "run") as RunCommand;
  const runWhere: RunCommand = (args, folder, ...rest) =>
    OPERATIONS.includes(args[0] ?? "")
      ? run.call(command, [...args, ...(asJson ? ["--json"] : [])], program, ...rest)
      : run.call(command, args, folder, ...rest);
  return Object.assign(command, { run: runWhere });
}

const OPERATIONS = ["preview", "up", "refresh", "destroy"] satisfies EngineTask["operation"][] as string[];

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
