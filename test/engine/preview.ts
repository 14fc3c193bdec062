import type { DiagnosticEvent, PolicyEvent, SummaryEvent } from "@pulumi/pulumi/automation";
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { engineEnvironment, hasEngine } from "./environment";

/** What the real engine is asked to do. */
export interface EngineRequest {
  /** The folder of a program, as a user has it: Pulumi.yaml, Pulumi.<stack>.yaml, package.json and index.ts. */
  readonly program: string;
  /** The folder of a policy pack, with its PulumiPolicy.yaml. */
  readonly policyPack?: string;
  /** A JSON file that configures the pack. */
  readonly policyConfig?: string;
  /** The stack whose configuration counts; `dev` unless told. */
  readonly stack?: string;
  /** Whether stdout is to be what `pulumi preview --json` prints. */
  readonly json?: boolean;
}

/** A finding, with what Pulumi's protocol carries beyond its declared type. */
export interface ReportedPolicyEvent extends PolicyEvent {
  readonly severity?: string;
}

/** Which policies a resource passed and failed, or the stack when no resource is named; the rest did not apply. */
export interface PolicySummary {
  readonly resourceUrn?: string;
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
}

/** What the real engine answered. */
export interface EngineAnswer {
  readonly exitCode: number;
  readonly policyEvents: readonly ReportedPolicyEvent[];
  readonly policySummaries: readonly PolicySummary[];
  readonly diagnostics: readonly DiagnosticEvent[];
  readonly summary?: SummaryEvent;
  readonly stdout: string;
  readonly stderr: string;
  /** After `up`: what `pulumi stack export` prints. */
  readonly state?: object;
}

/** What the child process is told, all paths absolute. */
export interface EngineTask extends EngineRequest {
  readonly operation: "preview" | "up";
  readonly stack: string;
  /** A folder for the CLI's home, its backend and the stack's configuration. */
  readonly scratch: string;
}

/** `pulumi preview` of an unmodified program, by the real engine, against the stand-in for the cloud. */
export async function preview(request: EngineRequest): Promise<EngineAnswer> {
  return run("preview", request);
}

/** `pulumi up`, likewise, of a new stack that is gone afterwards. */
export async function up(request: EngineRequest): Promise<EngineAnswer> {
  return run("up", request);
}

async function run(operation: EngineTask["operation"], request: EngineRequest): Promise<EngineAnswer> {
  if (!hasEngine()) throw new Error("The Pulumi engine is not built: run `npm run engine`.");
  const scratch = mkdtempSync(join(tmpdir(), "engine-"));
  try {
    return await answerOf({
      ...request,
      operation,
      stack: request.stack ?? "dev",
      program: resolve(request.program),
      ...(request.policyPack !== undefined && { policyPack: resolve(request.policyPack) }),
      ...(request.policyConfig !== undefined && { policyConfig: resolve(request.policyConfig) }),
      scratch,
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const TIMEOUT = 120_000;

// A process of its own: an inline program leaves its modules and Pulumi's state behind.
async function answerOf(task: EngineTask): Promise<EngineAnswer> {
  const child = fork(join(__dirname, "run-program.ts"), {
    execArgv: ["--require", require.resolve("tsx/cjs")],
    env: { ...process.env, ...engineEnvironment(task.scratch) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    timeout: TIMEOUT,
  });
  let printed = "";
  const keep = (text: Buffer): void => {
    printed += text.toString();
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  child.send(task);
  return new Promise((fulfil, reject) => {
    let answer: EngineAnswer | undefined;
    child.once("message", (message: EngineAnswer) => {
      answer = message;
    });
    child.once("exit", (code) => {
      if (answer) fulfil(answer);
      else reject(new Error(`The run ended with code ${String(code)} and no answer:\n${printed}`));
    });
  });
}
