import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { makeScratchFolder } from "../dryrun";
import { UserError } from "../text";

/**
 * Where a command's text goes: to a file, made sure of before anything is read, or where it is printed.
 * @throws {UserError} when the file may not be written, or its folder is not there
 */
export function openOutput(file: string | undefined, print: (text: string) => void): (text: string) => void {
  if (file === undefined) return print;
  const target = openTarget(file);
  return (text) => {
    try {
      target.write(text);
    } catch (error) {
      throw unwritable(file, error);
    }
  };
}

interface OutputTarget {
  write(text: string): void;
}

function openTarget(file: string): OutputTarget {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    // A link that leads nowhere yet is no file, and stays.
    if (found === undefined) return isLink(file) ? writeInto(file) : replaceFile(resolve(file));
    accessSync(file, constants.W_OK);
    if (found.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    return isReplaceable(file, found) ? replaceFile(realpathSync(file), found.mode) : writeInto(file);
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

function writeInto(file: string): OutputTarget {
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
function replaceFile(path: string, mode?: number): OutputTarget {
  accessSync(dirname(path), constants.W_OK);
  return {
    write(text) {
      // A signal that comes from here on waits until the file is whole.
      const scratch = makeScratchFolder(`.${basename(path)}-`, dirname(path));
      try {
        const written = join(scratch.path, basename(path));
        writeFileSync(written, text);
        if (mode !== undefined) chmodSync(written, mode);
        renameSync(written, path);
      } finally {
        scratch.discard();
      }
    },
  };
}

function unwritable(file: string, error: unknown): UserError {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return new UserError({
    en: `--output ${file} cannot be written (${code}). Accepted: a file in an existing folder that you may write to.`,
    fr: `--output ${file} ne peut pas être écrit (${code}). Accepté : un fichier dans un dossier existant où vous pouvez écrire.`,
  });
}
