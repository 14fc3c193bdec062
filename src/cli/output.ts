import { accessSync, constants, existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../text";

/**
 * Where a command's text goes: to a file, made sure of before anything is read, or where it is printed.
 * @throws {UserError} when the file's folder is not there or may not be written
 */
export function outputTo(file: string | undefined, print: (text: string) => void): (text: string) => void {
  if (file === undefined) return print;
  assertWritable(file);
  return (text) => {
    writeWhole(file, text);
  };
}

function assertWritable(file: string): void {
  const folder = dirname(resolve(file));
  if (existsSync(file) && statSync(file).isDirectory()) throw unwritable(file, "EISDIR");
  try {
    accessSync(folder, constants.W_OK);
    if (existsSync(file)) accessSync(file, constants.W_OK);
  } catch (error) {
    throw unwritable(file, (error as NodeJS.ErrnoException).code ?? "");
  }
}

/** Writes a whole file or nothing: what stands there under its name is never half a report. */
function writeWhole(file: string, text: string): void {
  const scratch = mkdtempSync(join(dirname(resolve(file)), `.${basename(file)}-`));
  try {
    const written = join(scratch, basename(file));
    writeFileSync(written, text);
    renameSync(written, file);
  } catch (error) {
    throw unwritable(file, (error as NodeJS.ErrnoException).code ?? "");
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function unwritable(file: string, code: string): UserError {
  return new UserError({
    en: `--output ${file} cannot be written (${code}). Accepted: a file in an existing folder that you may write to.`,
    fr: `--output ${file} ne peut pas être écrit (${code}). Accepté : un fichier dans un dossier existant où vous pouvez écrire.`,
  });
}
