import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { hasEngine } from "./environment";
import { type Report, withoutWay, worded } from "./findings";
import { program } from "./parity/arbitrary";
import { type Said, throughEveryDoor } from "./parity/doors";
import { withProgram } from "./parity/generated";

const root = join(__dirname, "..", "..");
const STACKS = readdirSync(join(root, "stacks")).map((name) => join("stacks", name));
// Several share one deployment, which is what takes long.
const PROGRAMS = 200;
const IN_ONE_STACK = 20;
const AT_ONCE = 2;

(hasEngine() ? describe : describe.skip)("every door says the same", () => {
  test.each(STACKS)("of %s", async (stack) => {
    const said = await throughEveryDoor(stack);
    expect(otherDoors(said)).toEqual(firstDoor(said));
  });

  test(`of ${String(PROGRAMS)} generated programs`, async () => {
    const together = fc
      .tuple(...Array.from({ length: IN_ONE_STACK }, (_, index) => program(`p${String(index)}-`)))
      .map((programs) => programs.flat());
    const pending = fc.sample(together, { numRuns: PROGRAMS / IN_ONE_STACK, seed: 2026 });
    const differences: unknown[] = [];
    const work = async () => {
      for (let next = pending.pop(); next; next = pending.pop()) {
        const said = await withProgram(next, throughEveryDoor);
        const [others, first] = [otherDoors(said), firstDoor(said)];
        if (!isDeepStrictEqual(others, first)) differences.push({ program: next, others, first });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(differences).toEqual([]);
  });
});

/** What is compared: the dry run with the doors of a preview, and the state with the engine once all is deployed. */
function firstDoor({ before, after }: Said) {
  return {
    preview: verdicts(before.program),
    engine: worded(before.program),
    deployed: worded(after.state).map(withoutWay),
  };
}

function otherDoors({ before, after }: Said): ReturnType<typeof firstDoor> {
  return { preview: verdicts(before.preview), engine: [...before.engine], deployed: [...after.engine].map(withoutWay) };
}

/** What both doors of the command must agree on: all but where in the program a resource is made. */
function verdicts({ findings, policies, summary }: Report): object {
  return { findings: findings.map((found) => ({ ...found, position: undefined })), policies, summary };
}
