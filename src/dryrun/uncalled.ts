import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { placeText } from "../stack";
import type { AppliedCallback } from "./apply-watch";
import type { Deployment } from "./deployment";
import type { DryRunLimit } from "./limit";
import { originOf } from "./node-imports";
import type { SourcePlaces } from "./position";
import { ProgramCode } from "./program-code";

/** The program that applied. */
interface Applying {
  readonly deployment: Pick<Deployment, "project" | "folder" | "sources">;
  readonly workingFolder: string;
  readonly places: SourcePlaces;
}

/** What the callbacks that were never called leave open. */
interface Uncalled {
  readonly limits: readonly DryRunLimit[];
  /** The lines of `.apply` of whose callback is known what became of it. */
  readonly lines: readonly string[];
}

/**
 * Finds the callbacks of the user's own that were never called, since their value is known only after deployment, and
 * that may make resources. Where one settles a promise, whatever waits for that comes after the end.
 */
export function findUncalled(
  applied: readonly AppliedCallback[] | undefined,
  { deployment, workingFolder, places }: Applying,
): Uncalled {
  const unfinished: DryRunLimit = { kind: "unfinished", name: deployment.project };
  if (!applied) return { limits: [unfinished], lines: [] };
  const own = applied.flatMap((callback) => {
    const position = places.atTopOf(callback.stack);
    return position ? [{ ...callback, position, line: placeText(position) }] : [];
  });
  const files = new Set([...(deployment.sources ?? []), ...own.map(({ position }) => position.file)]);
  const paths = [...files].map((file) => resolve(deployment.folder, file)).filter((path) => existsSync(path));
  const code = new ProgramCode(
    paths.map((path) => readFileSync(path, "utf8")),
    (specifier) => originOf(specifier, workingFolder),
  );
  const judged = own.map((callback) => ({
    ...callback,
    leavesOpen: callback.ran ? undefined : whatOpen(callback, code),
  }));
  return {
    limits: judged.flatMap(({ leavesOpen, line }) => {
      if (leavesOpen === undefined) return [];
      return [leavesOpen === "unfinished" ? unfinished : { kind: leavesOpen, name: line }];
    }),
    lines: judged.filter(({ ran, leavesOpen }) => ran || leavesOpen !== undefined).map(({ line }) => line),
  };
}

function whatOpen(callback: AppliedCallback, code: ProgramCode): "unfinished" | "made after deployment" | undefined {
  if (code.settles(callback)) return "unfinished";
  return code.unresolvedCalls(callback).length > 0 ? "made after deployment" : undefined;
}
