import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const EXTENSIONS = process.platform === "win32" ? [".exe", ".cmd", ".bat", ""] : [""];

/** Where the PATH has a program of this name. */
export function executableOnPath(name: string): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => EXTENSIONS.map((extension) => join(folder, name + extension))).find(isExecutable);
}

/** Whether a file can be started. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
