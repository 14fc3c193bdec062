import type { Resource } from "../stack";
import type { Deployment } from "./deployment";
import { EngineServer } from "./engine-server";
import { ProgramSession, type DryRun } from "./run";

/**
 * An engine that answers a Pulumi program as the real one does in a preview, and deploys nothing.
 * One server may serve one program after another: {@link DryRunEngine.reset} begins anew.
 */
export class DryRunEngine {
  #deployment: Deployment;
  #run: ProgramSession;
  readonly #server: EngineServer;

  constructor(deployment: Deployment) {
    this.#deployment = deployment;
    this.#run = new ProgramSession(deployment);
    this.#server = new EngineServer(() => this.#run);
  }

  /** The address of the resource monitor and of the engine, once started. */
  get address(): string {
    return this.#server.address;
  }

  async start(): Promise<void> {
    await this.#server.start();
  }

  /** Takes connections of these processes, and of no others; of this process alone until it is called. */
  admit(processes: () => Iterable<number>): void {
    this.#server.admitted = processes;
  }

  /** Whether a connection of another process was refused. */
  get refused(): boolean {
    return this.#server.refused;
  }

  stop(): void {
    this.#run.close();
    this.#server.stop();
  }

  /** Forgets the last program; what is given replaces the deployment's settings for the next one. */
  reset(deployment: Partial<Deployment> = {}): void {
    this.#run.close();
    this.#deployment = { ...this.#deployment, ...deployment };
    this.#run = new ProgramSession(this.#deployment);
  }

  /** The first errors the program logged, which fail a real preview. */
  loggedErrors(): readonly string[] {
    return this.#run.loggedErrors;
  }

  /** The registered resources so far, sorted by urn. */
  resources(): Resource[] {
    return this.#run.resources();
  }

  /** What the engine saw so far, right or wrong. */
  describe(): DryRun {
    return this.#run.describe();
  }

  /**
   * What the program registered, once it has ended.
   * @throws {DryRunError} when it asked for something the provider does not have
   */
  result(): DryRun {
    return this.#run.result();
  }
}
