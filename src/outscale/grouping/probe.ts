import { any, type Resource } from "../../stack";
import type { System } from "../provider/system";
import { matchesGlob } from "./names";
import { tagValue } from "./tags";

const PROBE = "probe";

/**
 * Whether something outside watches a resource: its tag `probe` says so, or one of these globs on one of its names.
 * @throws {Undecided} when no glob does and a tag is not known
 */
export function isProbed(
  { system, resource }: { readonly system: System; readonly resource: Resource },
  names: readonly string[],
  globs: readonly string[],
): boolean {
  return any(
    () => globs.some((glob) => names.some((name) => matchesGlob(name, glob))),
    () => (tagValue(system, resource, PROBE) ?? "") !== "",
  );
}
