import type { Position } from "../stack";

/** Packages of others, wherever the program's language keeps them; Go's own, by the paths it was built from. */
const NOT_OWN =
  /(?:^|\/)(?:node_modules|site-packages|dist-packages|sdks|pkg\/mod)\/|@v\d[^/]*\/|^(?:\.\.\/)+runtime\//;
const PLACE = /^project:\/\/\/(.+?)#(\d+)(?:,(\d+))?$/;

/**
 * The place in the user's own files among those the engine keeps of a resource, relative to the project: the first
 * in the project's folder, else the first in any other file of the user's own.
 * @param places `project:///index.ts#6,7`, the innermost first
 */
export function findOwnPosition(places: readonly string[]): Position | undefined {
  const own = places.map(positionOf).filter((position) => position !== undefined);
  return own.find(({ file }) => !file.startsWith("../")) ?? own[0];
}

function positionOf(place: string): Position | undefined {
  const found = PLACE.exec(place);
  if (!found) return undefined;
  const [, path = "", line, column] = found;
  const file = decodePath(path);
  return NOT_OWN.test(file) ? undefined : { file, line: Number(line), column: Number(column ?? 1) };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
