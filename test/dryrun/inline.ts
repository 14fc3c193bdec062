import { runtime } from "@pulumi/pulumi";
import type { DryRunEngine } from "../../src/dryrun";

/** The deployment whose programs the tests run in their own process. */
export const INLINE = { project: "inline", stack: "test", folder: __dirname };

/** Runs a program in this process against an engine, one after another; the engine forgets the one before. */
export async function runInline(engine: DryRunEngine, program: () => unknown): Promise<void> {
  const { project, stack } = INLINE;
  runtime.resetOptions(project, stack, 16, engine.address, engine.address, true, "organization");
  await runtime.runInPulumiStack(async () => {
    await program();
    return {};
  });
  await runtime.disconnect();
}
