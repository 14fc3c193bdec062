import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { findMakingCallbacks, type DryRunLimit, type MakingCallback } from "../dryrun";
import type { Resource } from "../stack";
import type { Project } from "./project";
import { listSourceFiles } from "./source-files";

/** What a dry run registered, and from where. */
export interface Made {
  readonly resources: readonly Resource[];
  /** The lines that led to a registration, as `index.ts:12`. */
  readonly lines: ReadonlySet<string>;
}

/**
 * The places where a program makes resources from values that are known only after deployment: the callbacks of
 * `.apply` that hold a `new` and that were never called. Nothing tells what they would make.
 */
export function findMadeAfterDeployment(project: Project, { resources, lines }: Made): DryRunLimit[] {
  const reached = [...lines].map((line) => line.replace(/:\d+$/, ""));
  const files = listSourceFiles(project, reached);
  const texts = new Map(files.map((file) => [file, readFileSync(resolve(project.root, file), "utf8")]));
  const unreached = [...texts].flatMap(([file, text]) => {
    const others = [...texts].filter(([other]) => other !== file).map(([, other]) => other);
    return findMakingCallbacks(text, project.runtime.name, others)
      .filter(({ first, last }) => !someLine(first, last, (line) => lines.has(`${file}:${String(line)}`)))
      .map((callback) => ({ ...callback, place: `${file}:${String(callback.line)}` }));
  });
  const called = findCalledWithoutTrace(unreached, resources);
  return unreached
    .filter(({ made }) => !made.every((name) => called.has(name)))
    .map(({ place }) => ({ kind: "made after deployment" as const, name: place }))
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}

// A stack trace does not show a callback without a name. Where the run made as many resources of a class without a
// position as there are callbacks that make one, every callback was called.
function findCalledWithoutTrace(callbacks: readonly MakingCallback[], resources: readonly Resource[]): Set<string> {
  const traceless = resources.filter(({ position }) => position === undefined);
  const names = new Set(callbacks.flatMap(({ made }) => made));
  return new Set(
    [...names].filter((name) => {
      const wanted = callbacks.filter(({ made }) => made.includes(name)).length;
      return traceless.filter(({ type }) => type.endsWith(`:${name}`)).length >= wanted;
    }),
  );
}

function someLine(first: number, last: number, matches: (line: number) => boolean): boolean {
  for (let line = first; line <= last; line += 1) if (matches(line)) return true;
  return false;
}
