import type { ConfigMap, DiagnosticEvent, PolicyEvent, SummaryEvent } from "@pulumi/pulumi/automation";
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Printed, pulumi } from "./cli";
import { engineEnvironment, hasEngine } from "./environment";

/** Whose stack it is. */
export interface StackRequest {
  /** The folder of a program, as a user has it: Pulumi.yaml, Pulumi.<stack>.yaml, package.json and index.ts. */
  readonly program: string;
  /** The stack whose configuration counts; `dev` unless told. */
  readonly stack?: string;
}

/** How the real engine is asked to do something. */
export interface OperationRequest {
  /** The folder of a policy pack, with its PulumiPolicy.yaml, or those of several. */
  readonly policyPack?: string | readonly string[];
  /** A JSON file that configures the pack, or one for each. */
  readonly policyConfig?: string | readonly string[];
  /** What is configured beside what the program's own file says, from now on. */
  readonly config?: ConfigMap;
  /** The language of the pack and whatever else the environment decides. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The URNs of the only resources to touch. */
  readonly target?: readonly string[];
  /** Whether resources are handled one after the other, so that what is printed has one order. */
  readonly inOrder?: boolean;
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

/** A step that the engine took or would take for one resource. */
export interface Step {
  readonly op: string;
  readonly urn: string;
}

/** What the real engine answered. */
export interface EngineAnswer {
  readonly exitCode: number;
  readonly policyEvents: readonly ReportedPolicyEvent[];
  readonly policySummaries: readonly PolicySummary[];
  readonly diagnostics: readonly DiagnosticEvent[];
  readonly steps: readonly Step[];
  readonly summary?: SummaryEvent;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the child process is told, all paths absolute. */
export interface EngineTask extends Required<StackRequest>, OperationRequest {
  readonly operation: "preview" | "up" | "refresh" | "destroy";
  readonly policyPack: readonly string[];
  readonly policyConfig: readonly string[];
  /** A folder for the CLI's home, its backend and the stack's configuration. */
  readonly scratch: string;
}

/** What the child process sends back. */
export type TaskReply = { readonly answer: EngineAnswer } | { readonly failure: string };

/** A line that `pulumi policy analyze --json` prints. */
interface AnalyzeEvent {
  readonly policyEvent?: ReportedPolicyEvent;
  readonly summaryEvent?: SummaryEvent;
}

// What is loaded before the TypeScript loader is not looked through by it, which takes as long again.
const LOADED = ["@pulumi/pulumi/automation", "@pulumi/outscale", "tsx/cjs"];

/**
 * One stack of the real engine, of an unmodified program, on a stand-in for the cloud that is its own: both last from
 * one operation to the next, until `close`.
 */
export class EngineStack {
  readonly #of: Required<StackRequest>;
  readonly #scratch = mkdtempSync(join(tmpdir(), "engine-"));
  // A process of its own: an inline program leaves its modules and Pulumi's state behind.
  readonly #child: ChildProcess;
  #printed = "";

  constructor({ program, stack = "dev" }: StackRequest) {
    if (!hasEngine()) throw new Error("The Pulumi engine is not built: run `npm run engine`.");
    this.#of = { program: resolve(program), stack };
    this.#child = fork(join(__dirname, "run-program.ts"), {
      execArgv: LOADED.flatMap((name) => ["--require", require.resolve(name)]),
      env: { ...process.env, ...engineEnvironment(this.#scratch) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    const keep = (text: Buffer): void => {
      this.#printed += text.toString();
    };
    this.#child.stdout?.on("data", keep);
    this.#child.stderr?.on("data", keep);
  }

  async preview(request: OperationRequest = {}): Promise<EngineAnswer> {
    return this.#operate("preview", request);
  }

  async up(request: OperationRequest = {}): Promise<EngineAnswer> {
    return this.#operate("up", request);
  }

  async refresh(request: OperationRequest = {}): Promise<EngineAnswer> {
    return this.#operate("refresh", request);
  }

  async destroy(request: OperationRequest = {}): Promise<EngineAnswer> {
    return this.#operate("destroy", request);
  }

  /** What `pulumi stack export` prints. */
  async exportState(): Promise<object> {
    const { stdout } = await this.#run("stack", "export", "--stack", this.#of.stack);
    return JSON.parse(stdout) as object;
  }

  /** The findings of `pulumi policy analyze` in a state, without a program or a cloud. */
  async analyze(state: object, { policyPack, policyConfig }: OperationRequest): Promise<ReportedPolicyEvent[]> {
    const file = join(this.#scratch, "state.json");
    writeFileSync(file, JSON.stringify(state));
    const packs = paths(policyPack).flatMap((folder) => ["--policy-pack", folder]);
    const configs = paths(policyConfig).flatMap((path) => ["--policy-pack-config", path]);
    const { stdout, stderr } = await this.#run("policy", "analyze", ...packs, ...configs, "--file", file, "--json");
    const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
    const events = lines.map((line) => JSON.parse(line) as AnalyzeEvent);
    // A pack that does not start finds nothing either.
    if (!events.some(({ summaryEvent }) => summaryEvent)) throw new Error(stderr);
    return events.map(({ policyEvent }) => policyEvent).filter((event) => event !== undefined);
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect();
    rmSync(this.#scratch, { recursive: true });
  }

  async #run(...args: readonly string[]): Promise<Printed> {
    return pulumi(args, this.#scratch, this.#scratch);
  }

  async #operate(operation: EngineTask["operation"], request: OperationRequest): Promise<EngineAnswer> {
    const { policyPack, policyConfig, ...rest } = request;
    const task: EngineTask = {
      ...rest,
      ...this.#of,
      operation,
      policyPack: paths(policyPack),
      policyConfig: paths(policyConfig),
      scratch: this.#scratch,
    };
    const reply = await this.#ask(task);
    if ("failure" in reply) throw new Error(reply.failure);
    return reply.answer;
  }

  async #ask(task: EngineTask): Promise<TaskReply> {
    return new Promise((fulfil, reject) => {
      const onExit = (code: number | null): void => {
        reject(new Error(`The run ended with code ${String(code)} and no answer:\n${this.#printed}`));
      };
      this.#child.once("exit", onExit);
      this.#child.once("message", (reply: TaskReply) => {
        this.#child.off("exit", onExit);
        fulfil(reply);
      });
      this.#child.send(task);
    });
  }
}

function paths(one: string | readonly string[] = []): string[] {
  return [one].flat().map((path) => resolve(path));
}
