import { execFile } from "node:child_process";
import { engineEnvironment } from "./environment";

/** What a command of the CLI printed. */
export interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the CLI as a user does, with everything it keeps in `home`. */
export async function pulumi(args: readonly string[], home: string, folder: string): Promise<Printed> {
  const env = { ...process.env, ...engineEnvironment(home) };
  return new Promise((resolve) => {
    execFile("pulumi", args, { cwd: folder, env, maxBuffer: Infinity }, (error, stdout, stderr) => {
      resolve({ exitCode: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
  });
}
