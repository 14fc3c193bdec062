import { transformSync } from "@swc/core";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { DryRunEngine, Placeholders } from "../../src/dryrun";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import type { Resource } from "../../src/stack";
import { INLINE, runInline } from "../dryrun/inline";

/** A complete program that a policy's page shows. */
export interface PageExample {
  readonly policy: string;
  readonly heading: "Fails" | "Passes";
  /** Its place under the heading, from 1. */
  readonly number: number;
  readonly code: string;
}

export function pageOf(policy: string): string {
  return readFileSync(join(__dirname, "..", "..", "docs", "policies", `${policy}.md`), "utf8");
}

/** Every program of every policy's page. */
export function pageExamples(): PageExample[] {
  return POLICIES.flatMap(({ name }) =>
    (["Fails", "Passes"] as const).flatMap((heading) =>
      programsUnder(name, heading).map((code, index) => ({ policy: name, heading, number: index + 1, code })),
    ),
  );
}

/** The programs under a heading of a policy's page. */
export function programsUnder(policy: string, heading: string): string[] {
  const section =
    pageOf(policy)
      .split(/^## /m)
      .find((text) => text.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code = ""]) => code);
}

/** Runs the programs of pages in this process, one after another, against one dry-run engine. */
export class ExampleRunner {
  readonly #deployment = {
    ...INLINE,
    organization: "organization",
    sources: [],
    config: { "outscale:region": "cloudgouv-eu-west-1" },
    secretKeys: [],
    configPosition: () => undefined,
    placeholders: new Placeholders(),
    packages: [OUTSCALE_PACKAGE],
  };
  readonly #engine = new DryRunEngine(this.#deployment);
  readonly #stackTraceLimit = Error.stackTraceLimit;

  async start(): Promise<void> {
    // Pulumi's SDK takes a stack trace of each promise, which costs more under Jest than all the rest.
    Error.stackTraceLimit = 0;
    await this.#engine.start();
  }

  stop(): void {
    Error.stackTraceLimit = this.#stackTraceLimit;
    this.#engine.stop();
  }

  /** What a program registers. */
  async run(code: string): Promise<readonly Resource[]> {
    const script = transformSync(code, {
      jsc: { parser: { syntax: "typescript" } },
      module: { type: "commonjs" },
    }).code;
    this.#engine.reset(this.#deployment);
    await runInline(this.#engine, () => {
      // In this realm: in another one, a list of the example would not be a list here.
      const run = Reflect.construct(Function, ["require", "exports", script]) as (
        load: NodeJS.Require,
        own: object,
      ) => void;
      run(require, {});
    });
    return this.#engine.result().resources;
  }
}
