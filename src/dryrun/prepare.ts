import { prepareGo } from "./go-program";
import type { Prepared, Program } from "./language";
import { prepareNode } from "./node-program";
import { preparePython } from "./python-program";

/**
 * Makes a program ready to be started, as its language wants it.
 * @throws {DryRunError} when something it needs is missing, or it does not compile
 */
export async function prepareProgram({ runtime, ...program }: Program): Promise<Prepared> {
  switch (runtime.name) {
    case "nodejs":
      return prepareNode({ ...program, runtime });
    case "python":
      return preparePython({ ...program, runtime });
    case "go":
      return prepareGo({ ...program, runtime });
  }
}
