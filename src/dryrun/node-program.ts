import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { watchApply } from "./apply-watch";
import { DryRunError } from "./error";
import { PLAIN_ERRORS } from "./error-colours";
import { makeEnvironment, type NodeRuntime, type Prepared, type ProgramOf } from "./language";

const SDK = "@pulumi/pulumi";
const RUNNER = `${SDK}/cmd/run`;
// Version 1 needs an engine of its own time, and what a version 4 will need is not known yet.
const ACCEPTED_MAJORS = ["2", "3"];
const ACCEPTED = ">=2.0.0 <4.0.0";

/**
 * A Node program, started as Pulumi's own language host does: by the language runtime of the program's own SDK.
 * @throws {DryRunError} when the program's folder has no Pulumi SDK, or one of another age
 */
export function prepareNode(program: ProgramOf<NodeRuntime>): Prepared {
  const runner = runnerOf(program);
  const watch = watchApply();
  return {
    command: (address) => ({
      executable: process.execPath,
      arguments: [PLAIN_ERRORS, watch.option, ...program.runtime.nodeArguments, runner, ...flags(program, address)],
      folder: program.workingFolder,
      environment: { ...makeEnvironment(program), ...compiler(program.runtime), ...watch.environment },
    }),
    readApplied: watch.read,
    discard: watch.discard,
  };
}

function runnerOf({ workingFolder }: ProgramOf<NodeRuntime>): string {
  // A workspace may have the SDK in the folder of its root.
  const { resolve } = createRequire(join(workingFolder, "index.js"));
  let found: { runner: string; manifest: string };
  try {
    found = { runner: resolve(RUNNER), manifest: resolve(`${SDK}/package.json`) };
  } catch {
    throw noSdk();
  }
  const { version } = JSON.parse(readFileSync(found.manifest, "utf8")) as { version: string };
  if (!ACCEPTED_MAJORS.includes(version.split(".")[0] ?? "")) throw otherSdk(version);
  return found.runner;
}

function noSdk(): DryRunError {
  return new DryRunError(
    "missing dependency",
    {
      en: "The program's folder has no `@pulumi/pulumi`; run `npm install` in it first.",
      fr: "Le dossier du programme n'a pas de `@pulumi/pulumi` ; lancez-y d'abord `npm install`.",
    },
    { property: SDK },
  );
}

function otherSdk(version: string): DryRunError {
  return new DryRunError(
    "runtime",
    {
      en: `The program uses \`${SDK}\` ${version}, which a dry run cannot run; accepted: ${ACCEPTED}.`,
      fr: `Le programme utilise \`${SDK}\` ${version}, qu'un essai à blanc ne peut pas exécuter ; acceptées : ${ACCEPTED}.`,
    },
    { property: SDK, accepted: [ACCEPTED] },
  );
}

function flags(program: ProgramOf<NodeRuntime>, address: string): string[] {
  return [
    ...["--monitor", address, "--engine", address],
    ...["--organization", program.organization, "--project", program.project, "--stack", program.stack],
    ...["--root-directory", program.root, "--pwd", program.workingFolder],
    ...["--dry-run", "--parallel", "16"],
    program.entry,
  ];
}

function compiler({ typescript, tsconfig }: NodeRuntime): NodeJS.ProcessEnv {
  return {
    PULUMI_NODEJS_TYPESCRIPT: String(typescript),
    ...(tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
  };
}
