import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { DryRunError } from "./error";
import { executableOnPath } from "./executable";
import { makeEnvironment, type Prepared, type ProgramOf, type PythonRuntime } from "./language";
import { PYTHON_RUNNER } from "./python-runner";

const WINDOWS = process.platform === "win32";
const SCRIPTS = WINDOWS ? "Scripts" : "bin";
// A Python of the Windows installer is named so, and its `python3` starts the store.
const NAMES = WINDOWS ? ["python", "python3"] : ["python3", "python"];

/**
 * A Python program, run by the interpreter that Pulumi would choose.
 * @throws {DryRunError} when there is none
 */
export function preparePython(program: ProgramOf<PythonRuntime>): Prepared {
  const environment = virtualEnvironment(program);
  const executable = environment === undefined ? interpreterOnPath() : pythonIn(environment);
  return {
    command: (address) => ({
      executable,
      arguments: ["-u", "-c", PYTHON_RUNNER, JSON.stringify(settings(program, address))],
      folder: program.workingFolder,
      environment: {
        ...makeEnvironment(program),
        ...(environment !== undefined && makeActivatedVariables(environment)),
      },
    }),
    discard: () => undefined,
  };
}

/** How to install what a Python program imports. */
export function formatInstallCommand(virtualenv = "venv"): string {
  const folder = virtualenv.replaceAll("\\", "/");
  return `python -m venv ${folder} && ${folder}/${SCRIPTS}/pip install -r requirements.txt`;
}

function settings(program: ProgramOf<PythonRuntime>, address: string): object {
  return {
    program: program.entry === "." ? program.workingFolder : join(program.workingFolder, program.entry),
    project: program.project,
    stack: program.stack,
    organization: program.organization,
    root_directory: program.root,
    monitor: address,
    engine: address,
    parallel: 16,
    dry_run: true,
  };
}

function virtualEnvironment(program: ProgramOf<PythonRuntime>): string | undefined {
  const { virtualenv, toolchain } = program.runtime;
  if (virtualenv !== undefined) {
    const folder = resolve(program.root, virtualenv);
    if (!isEnvironment(folder)) throw noEnvironment(virtualenv);
    return folder;
  }
  const active = process.env["VIRTUAL_ENV"];
  if (active !== undefined && isEnvironment(active)) return active;
  const managed = toolchain === "poetry" ? poetryEnvironment(program) : undefined;
  if (managed !== undefined && isEnvironment(managed)) return managed;
  const folders = toolchain === "uv" ? [program.root, uvFolder(program.root)] : [program.root];
  return folders.flatMap((folder) => [join(folder, ".venv"), join(folder, "venv")]).find(isEnvironment);
}

function isEnvironment(folder: string): boolean {
  return existsSync(pythonIn(folder));
}

function pythonIn(environment: string): string {
  return join(environment, SCRIPTS, WINDOWS ? "python.exe" : "python");
}

function poetryEnvironment({ workingFolder, inherited }: ProgramOf<PythonRuntime>): string | undefined {
  const poetry = executableOnPath("poetry");
  if (poetry === undefined) return undefined;
  // Poetry too may run what the program's folder names.
  const options = { cwd: workingFolder, env: inherited, encoding: "utf8" } as const;
  const { stdout, status } = spawnSync(poetry, ["env", "info", "--path"], options);
  return status === 0 ? stdout.trim() : undefined;
}

// uv keeps one environment for a whole workspace.
function uvFolder(root: string): string {
  const marks = ["uv.lock", "pyproject.toml"];
  for (const mark of marks) {
    for (let folder = root; ; folder = dirname(folder)) {
      if (existsSync(join(folder, mark))) return folder;
      if (dirname(folder) === folder) break;
    }
  }
  return root;
}

function makeActivatedVariables(environment: string): NodeJS.ProcessEnv {
  return {
    VIRTUAL_ENV: environment,
    PATH: [join(environment, SCRIPTS), process.env["PATH"] ?? ""].join(delimiter),
    PYTHONHOME: undefined,
  };
}

function interpreterOnPath(): string {
  const chosen = process.env["PULUMI_PYTHON_CMD"];
  const names = chosen === undefined || chosen === "" ? NAMES : [chosen];
  const found = names.map(executableOnPath).find((path) => path !== undefined);
  if (found !== undefined) return found;
  const wanted = names.map((name) => `\`${name}\``);
  throw new DryRunError(
    "missing dependency",
    {
      en: `Python is not found: a \`python\` program needs ${wanted.join(" or ")} on the PATH.`,
      fr: `Python est introuvable : un programme \`python\` a besoin de ${wanted.join(" ou ")} dans le PATH.`,
    },
    { property: "python" },
  );
}

function noEnvironment(virtualenv: string): DryRunError {
  const advice = formatInstallCommand(virtualenv);
  return new DryRunError(
    "missing dependency",
    {
      en: `Pulumi.yaml names the virtual environment \`${virtualenv}\`, which is not there; run \`${advice}\` in the project's folder.`,
      fr: `Pulumi.yaml nomme l'environnement virtuel \`${virtualenv}\`, qui est introuvable ; lancez \`${advice}\` dans le dossier du projet.`,
    },
    { property: "virtualenv" },
  );
}
