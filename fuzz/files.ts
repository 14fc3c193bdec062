import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesOf, type Json } from "./json";

/** Takes the files that a command reads, and the findings. */
export const FOLDER = mkdtempSync(join(tmpdir(), "fuzz-"));

/** Writes a file that a command reads, under a name that stays. */
export function fileOf(name: string, content: Json): string {
  const file = join(FOLDER, name);
  writeFileSync(file, bytesOf(content));
  return file;
}
