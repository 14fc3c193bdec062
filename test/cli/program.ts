import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND } from "./command";

/** Makes a folder with a Pulumi program in JavaScript that has our own packages. */
export function writeProgram(folder: string, index: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  writeFileSync(join(folder, "index.js"), index);
  symlinkSync(join(COMMAND.cwd, "node_modules"), join(folder, "node_modules"));
}

/** What runs left in a folder for temporary files, but what Pulumi's SDK keeps there of the TypeScript that it compiles. */
export function listLeft(temporary: string): string[] {
  return readdirSync(temporary).filter((name) => !name.startsWith("ts-node-"));
}
