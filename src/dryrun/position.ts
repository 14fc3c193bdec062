import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { placeText, type Position } from "../stack";
import { Sources } from "./sources";

/** One place in a stack trace, as the protocol carries it. */
export interface Frame {
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

/** Finds the place in the user's own files in a stack trace; places are relative to the program's folder. */
export class SourcePlaces {
  readonly #folder: string;
  readonly #workingFolder: string;
  readonly #sources: Sources;
  readonly #ownFolders = new Map<string, boolean>();

  constructor(folder: string, details: { readonly workingFolder?: string; readonly sources?: readonly string[] } = {}) {
    this.#folder = realPath(folder);
    this.#workingFolder = realPath(details.workingFolder ?? folder);
    this.#sources = new Sources(this.#folder, details.sources ?? []);
  }

  /** The first place in the program's folder, else the first in any other file of the user's own. */
  first(frames: readonly (Frame | undefined)[]): Position | undefined {
    return this.#firstOf(frames.map((frame) => frame && this.#own(frame))).found;
  }

  /** Where a resource is made. A frame that Pulumi could not place is `undefined`. */
  ofResource(frames: readonly (Frame | undefined)[], type: string, name: string): Position | undefined {
    const placed = frames.map((frame) => frame && this.#own(frame));
    const { found, index } = this.#firstOf(placed);
    if (!frames.slice(0, index).includes(undefined)) return found;
    return this.#sources.whereMade(type, name, found) ?? found;
  }

  #firstOf(placed: readonly (Position | undefined)[]): { found: Position | undefined; index: number } {
    const inside = placed.findIndex((place) => place && !place.file.startsWith("../"));
    const index = inside < 0 ? placed.findIndex((place) => place !== undefined) : inside;
    return { found: placed[index], index: index < 0 ? placed.length : index };
  }

  /** The first place in the text of a stack trace. */
  inStack(text: string): Position | undefined {
    return this.firstFile(placesIn(text));
  }

  /** The place that a stack trace begins with; `undefined` where it is not the user's own. */
  atTopOf(text: string): Position | undefined {
    return this.firstFile(placesIn(text).slice(0, 1));
  }

  /** The first of the user's own places, as {@link first} finds it, where places name a file by its path or its URI. */
  firstFile(places: readonly Position[]): Position | undefined {
    return this.first(
      places.map(({ file, line, column }) => ({
        uri: isAbsolute(file) ? pathToFileURL(file).href : file,
        line,
        column,
      })),
    );
  }

  /** The one place in the program that says these words, which came without a stack trace. */
  whereSaid(words: string): Position | undefined {
    return this.#sources.whereSaid(words);
  }

  /** Whether the folder the program runs in has a file or folder of this name. */
  has(name: string): boolean {
    return existsSync(join(this.#workingFolder, name));
  }

  /** A place in a file, which the compiler names relative to the folder it runs in. */
  positionIn(file: string, line: number, column: number): Position {
    return { file: this.#relative(resolve(this.#workingFolder, file)), line, column };
  }

  /** A place in a file that the compiler names; `undefined` where the file is not the user's own. */
  ownPositionIn(file: string, line: number, column: number): Position | undefined {
    return this.firstFile([{ file: resolve(this.#workingFolder, file), line, column }]);
  }

  /** A text in which the program's folder is not named. */
  withoutFolder(text: string): string {
    return text.replaceAll(this.#folder + sep, "");
  }

  /** Every place of the user's own in a stack trace, as `index.ts:12`. */
  lines(frames: readonly (Frame | undefined)[]): string[] {
    return frames.flatMap((frame) => {
      const place = frame && this.#own(frame);
      return place ? [placeText(place)] : [];
    });
  }

  #own({ uri, line, column }: Frame): Position | undefined {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    const file = this.#relative(path);
    if (INSTALLED.test(file) || !this.#isOwnFolder(dirname(path))) return undefined;
    // Python and Go know no columns.
    return { file, line, column: Math.max(column, 1) };
  }

  #relative(path: string): string {
    return relative(this.#folder, path).split(sep).join("/");
  }

  #isOwnFolder(folder: string): boolean {
    const known = this.#ownFolders.get(folder);
    if (known !== undefined) return known;
    const manifest = MANIFESTS.find(({ name }) => existsSync(join(folder, name)));
    const parent = dirname(folder);
    const own = manifest
      ? !manifest.foreign.test(readFileSync(join(folder, manifest.name), "utf8"))
      : parent === folder || this.#isOwnFolder(parent);
    this.#ownFolders.set(folder, own);
    return own;
  }
}

function placesIn(stack: string): Position[] {
  const frames = stack.matchAll(/^\s*at (?:.* \()?(?:async )?(.+?):(\d+):(\d+)\)?$/gm);
  return [...frames].map(([, file = "", line, column]) => ({ file, line: Number(line), column: Number(column) }));
}

// A generated SDK lies among the program's own files, and is linked to from where packages are installed: Node and Go
// name the folder the link leads to.
const MANIFESTS = [
  { name: "pulumi-plugin.json", foreign: /"resource"\s*:\s*true/ },
  { name: "package.json", foreign: /"pulumi"\s*:\s*\{[^}]*"resource"\s*:\s*true/ },
  { name: "go.mod", foreign: /^module std$/m },
];

// Where packages are installed, and Python's own library.
const INSTALLED = new RegExp(
  [
    String.raw`(?:^|/)node_modules/`,
    String.raw`(?:^|/)(?:site|dist)-packages/`,
    String.raw`(?:^|/)lib\d*/python\d[\d.]*/`,
    String.raw`(?:^|/)python\d+/lib/`,
    String.raw`@v\d[^/]*/.*\.go$`,
    String.raw`(?:^|/)vendor/.*\.go$`,
  ].join("|"),
  "i",
);

// Node names the files it runs by their real path.
function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
