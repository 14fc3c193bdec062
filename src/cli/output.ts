import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../text";

/**
 * Where a command's text goes: to a file, made sure of before anything is read, or where it is printed.
 * @throws {UserError} when the file may not be written, or its folder is not there
 */
export function outputTo(file: string | undefined, print: (text: string) => void): (text: string) => void {
  if (file === undefined) return print;
  const target = targetOf(file);
  return (text) => {
    try {
      target.write(text);
    } catch (error) {
      throw unwritable(file, error);
    }
  };
}

interface Target {
  write(text: string): void;
}

function targetOf(file: string): Target {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    // A link that leads nowhere yet is no file, and stays.
    if (found === undefined) return isLink(file) ? into(file) : newFile(resolve(file));
    accessSync(file, constants.W_OK);
    if (found.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    return isReplaceable(file, found) ? newFile(realpathSync(file), found.mode) : into(file);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Devices and pipes are written into, and so is a file that has another name too, or whose folder takes no new ones. */
function isReplaceable(file: string, found: Stats): boolean {
  return found.isFile() && found.nlink === 1 && mayWrite(dirname(realpathSync(file)));
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function into(file: string): Target {
  return {
    write: (text) => {
      writeFileSync(file, text);
    },
  };
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A whole file or none: what stands there under its name is never half a report. */
function newFile(path: string, mode?: number): Target {
  accessSync(dirname(path), constants.W_OK);
  return {
    write(text) {
      const scratch = mkdtempSync(join(dirname(path), `.${basename(path)}-`));
      try {
        const written = join(scratch, basename(path));
        writeFileSync(written, text);
        if (mode !== undefined) chmodSync(written, mode);
        renameSync(written, path);
      } finally {
        rmSync(scratch, { recursive: true, force: true });
      }
    },
  };
}

function unwritable(file: string, error: unknown): UserError {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return new UserError({
    en: `--output ${file} cannot be written (${code}). Accepted: a file in an existing folder that you may write to.`,
    fr: `--output ${file} ne peut pas être écrit (${code}). Accepté : un fichier dans un dossier existant où vous pouvez écrire.`,
  });
}
