import { spawn } from "node:child_process";
import { join } from "node:path";

/** Milliseconds from the start of Pulumi's host to the port that the pack prints. */
export async function bootTime(pack: string): Promise<number> {
  const started = performance.now();
  const host = join(__dirname, "..", "node_modules/@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [host, "127.0.0.1:1", pack], {
    cwd: pack,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data) => {
      resolve(String(data));
    });
    child.once("exit", (code) => {
      reject(new Error(`${pack} ended with code ${String(code)}.`));
    });
  });
  const elapsed = performance.now() - started;
  child.kill();
  if (!/^\d+\s*$/.test(port)) throw new Error(`${pack} printed no port: ${port}`);
  return elapsed;
}
