import { describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { readProgram } from "../../src/sources";
import type { Resource } from "../../src/stack";
import { hasEngine } from "../engine/environment";
import { ProgramFolder, type Language } from "./program-folder";

const root = join(__dirname, "..", "..");
const MINIMAL = join(root, "examples", "minimal");
const LANGUAGES: readonly { language: Language; file: string; lines: readonly number[] }[] = [
  { language: "python", file: "__main__.py", lines: [3, 4, 6, 18, 18, 25, 25] },
  { language: "go", file: "main.go", lines: [10, 20, 28, 42, 42, 51, 51] },
];

/** What a program makes, whatever its language: where it says so is its own. */
function placeless(resources: readonly Resource[]): object[] {
  return resources.map((resource) => ({ ...resource, position: undefined }));
}

/** What `check` prints, but for places. */
async function report(program: string): Promise<unknown> {
  const args = ["--import", "tsx", join("src", "cli", "main.ts"), "check", program, "--format", "json", "--lang", "en"];
  const printed = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (_error, stdout) => {
      resolve(stdout);
    });
  });
  return JSON.parse(printed, (key, value: unknown) => (key === "position" ? undefined : value));
}

(hasEngine() ? describe : describe.skip)("the minimal example", () => {
  // A first time makes the SDK and compiles it, for minutes.
  test.each(LANGUAGES)("in $language is read and judged as in TypeScript", async ({ language, file, lines }) => {
    const folder = ProgramFolder.copied(join(root, "examples", language), "minimal", language);
    const expected = await readProgram({ path: MINIMAL, packages: [OUTSCALE_PACKAGE] });
    const { stack, limits, unansweredCalls } = await folder.read();

    expect(placeless(stack.resources)).toEqual(placeless(expected.stack.resources));
    const places = stack.resources.map(({ position }) => position).filter((place) => place?.file === file);
    expect(places.map((place) => place?.line).slice(0, lines.length)).toEqual(lines);
    expect({ limits, unansweredCalls }).toEqual({ limits: [], unansweredCalls: [] });
    const judged = await report(folder.path);
    expect(judged).toMatchObject({ summary: { mandatory: 2, advisory: 6, undetermined: 0 } });
    expect(judged).toEqual(await report(MINIMAL));
  });
});
