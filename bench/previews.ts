import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { EngineStack } from "../test/engine/engine-stack";

/** A program of a hundred resources, previewed again and again by one engine. */
export class Previews {
  readonly #stack = new EngineStack({ program: join(__dirname, "..", "test", "engine", "components", "program") });
  readonly #policyConfig: string;

  /** @param folder takes a configuration */
  constructor(folder: string) {
    this.#policyConfig = join(folder, "advisory.json");
    // A mandatory violation would end the preview as a failure.
    writeFileSync(this.#policyConfig, JSON.stringify({ all: "advisory" }));
  }

  /** Milliseconds of `pulumi preview` with a pack. */
  async time(policyPack: string): Promise<number> {
    const started = performance.now();
    const { exitCode, stdout } = await this.#stack.preview({ policyPack, policyConfig: this.#policyConfig });
    if (exitCode !== 0) throw new Error(`The preview with ${policyPack} failed:\n${stdout}`);
    return performance.now() - started;
  }

  close(): void {
    this.#stack.close();
  }
}
