import { join, resolve } from "node:path";
import { DryRunError } from "./error";
import { executableOnPath, isExecutable } from "./executable";
import { explainBuildFailure } from "./go-failure";
import { type GoRuntime, makeEnvironment, type Prepared, type ProgramOf } from "./language";
import { SourcePlaces } from "./position";
import { runCommand } from "./process";
import { makeScratchFolder } from "./scratch-folder";

// A first build downloads and compiles all of Pulumi's SDK, which says nothing about the program.
const LONGEST_BUILD_SECONDS = 15 * 60;

/**
 * A Go program, built as Pulumi would build it but for the place: nothing is left in the program's folder.
 * @throws {DryRunError} when it cannot be built
 */
export async function prepareGo(program: ProgramOf<GoRuntime>): Promise<Prepared> {
  const { binary } = program.runtime;
  if (binary !== undefined) return makePrepared(program, findBuilt(program, binary), () => undefined);
  const { path: folder, discard } = makeScratchFolder("pulumi-go-");
  try {
    return makePrepared(program, await build(program, folder), discard);
  } catch (error) {
    discard();
    throw error;
  }
}

function makePrepared(program: ProgramOf<GoRuntime>, executable: string, discard: () => void): Prepared {
  return {
    command: (address) => ({
      executable,
      arguments: [],
      folder: program.workingFolder,
      environment: {
        ...makeEnvironment(program),
        PULUMI_PROJECT: program.project,
        PULUMI_STACK: program.stack,
        PULUMI_ORGANIZATION: program.organization,
        PULUMI_ROOT_DIRECTORY: program.root,
        PULUMI_MONITOR: address,
        PULUMI_ENGINE: address,
        PULUMI_PARALLEL: "16",
        PULUMI_DRY_RUN: "true",
      },
    }),
    discard,
  };
}

async function build({ workingFolder, root, entry, inherited }: ProgramOf<GoRuntime>, folder: string): Promise<string> {
  const go = executableOnPath("go");
  if (go === undefined) throw noGo();
  const executable = join(folder, process.platform === "win32" ? "program.exe" : "program");
  const ended = await runCommand(
    {
      executable: go,
      // Without its paths nothing could be placed in the program's files.
      arguments: ["build", "-trimpath=false", "-o", executable, entry === "." ? "." : `./${entry}`],
      folder: workingFolder,
      environment: inherited,
    },
    LONGEST_BUILD_SECONDS,
  );
  if (ended.exitCode !== 0) throw explainBuildFailure(ended, new SourcePlaces(root, { workingFolder }));
  if (!isExecutable(executable)) throw noMain();
  return executable;
}

function findBuilt({ root }: ProgramOf<GoRuntime>, binary: string): string {
  const path = resolve(root, binary);
  const found = isExecutable(path) ? path : executableOnPath(binary);
  if (found !== undefined) return found;
  throw new DryRunError(
    "missing dependency",
    {
      en: `Pulumi.yaml names the binary \`${binary}\`, which is neither in the project's folder nor on the PATH; build it first.`,
      fr: `Pulumi.yaml nomme le binaire \`${binary}\`, qui n'est ni dans le dossier du projet ni dans le PATH ; compilez-le d'abord.`,
    },
    { property: "binary" },
  );
}

function noGo(): DryRunError {
  return new DryRunError(
    "missing dependency",
    {
      en: "Go is not found: a `go` program needs `go` on the PATH, or a built program that `binary` names in `Pulumi.yaml`.",
      fr: "Go est introuvable : un programme `go` a besoin de `go` dans le PATH, ou d'un programme compilé que `binary` nomme dans `Pulumi.yaml`.",
    },
    { property: "go" },
  );
}

function noMain(): DryRunError {
  return new DryRunError("not a program", {
    en: "The program has nothing to run: its folder holds no `package main`.",
    fr: "Le programme n'a rien à exécuter : son dossier ne contient pas de `package main`.",
  });
}
