import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { CLI, YAML_HOST } from "./executables";
import { binFolder } from "./go";

/** A user's own installation of Pulumi. */
export interface Installed {
  readonly version: string;
  /** Where each executable is that it brings. */
  readonly paths: Readonly<Record<string, string>>;
}

/** The installation on the PATH. */
export function installed(): Installed | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => resolve(folder) !== binFolder);
  const cli = executableIn(folders, CLI.name);
  if (cli === undefined) return undefined;
  const { stdout, status } = spawnSync(cli, ["version"], {
    encoding: "utf8",
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
  });
  if (status !== 0) return undefined;
  // The host cannot say its version: it comes with the CLI.
  const host = executableIn([dirname(cli), ...folders], YAML_HOST.name);
  return {
    version: stdout.trim(),
    paths: { [CLI.name]: cli, ...(host !== undefined && { [YAML_HOST.name]: host }) },
  };
}

/** Whether an installation does what the version that would be built does: no older, and of the same major version. */
export function suits(found: string, wanted: string): boolean {
  const [major, minor, patch] = numbersOf(found);
  const [wantedMajor, wantedMinor, wantedPatch] = numbersOf(wanted);
  if (major !== wantedMajor) return false;
  return minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch);
}

function numbersOf(version: string): readonly [number, number, number] {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return [Number(major), Number(minor), Number(patch)];
}

function executableIn(folders: readonly string[], name: string): string | undefined {
  return folders.map((folder) => join(resolve(folder), name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
