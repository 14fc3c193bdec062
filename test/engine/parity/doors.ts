import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type JsonFinding, shown, worded } from "../findings";
import { withFolder, withPolicyConfig, withStack } from "../temporary";

const root = join(__dirname, "..", "..", "..");
const command = join(root, "dist", "src", "cli", "main.js");

/** What one door of the command says: every verdict but the compliant ones, and how often each policy reached which. */
export interface Report {
  readonly findings: readonly JsonFinding[];
  readonly policies: readonly object[];
  readonly summary: object;
}

/** What every door says of one program, before and after it is deployed. */
export interface Said {
  readonly before: { readonly program: Report; readonly preview: Report; readonly engine: readonly string[] };
  readonly after: { readonly state: Report; readonly engine: readonly string[] };
}

/** Takes a program through every door, on a stack and a cloud of its own. */
export async function throughEveryDoor(program: string): Promise<Said> {
  // A mandatory violation would stop the deployment half way.
  return withPolicyConfig({ all: "advisory" }, async (policyConfig) =>
    withFolder(async (folder) => {
      const check = async (...args: string[]) => checked([...args, "--config", policyConfig]);
      const fromFile = async (option: string, content: string) => {
        const file = join(folder, `${option}.json`);
        writeFileSync(file, content);
        return check(option, file);
      };
      const dryRun = check(program);
      return withStack({ program }, async (stack) => {
        const pack = { policyPack: root, policyConfig };
        const previewed = await stack.preview({ ...pack, json: true });
        const deployed = await stack.up(pack);
        if (deployed.exitCode !== 0) throw new Error(`${program} cannot be deployed:\n${deployed.stderr}`);
        const [preview, state] = await Promise.all([
          fromFile("--preview", previewed.stdout),
          fromFile("--state", JSON.stringify(await stack.exportState())),
        ]);
        return {
          before: { program: await dryRun, preview, engine: shown(previewed.policyEvents) },
          after: { state, engine: shown(deployed.policyEvents) },
        };
      });
    }),
  );
}

/** What the command finds, in the words of the pack. */
export function inWordsOfThePack({ findings }: Report): string[] {
  return worded(findings);
}

async function checked(args: readonly string[]): Promise<Report> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, maxBuffer: Infinity };
    const all = [command, "check", ...args, "--format", "json", "--lang", "en"];
    execFile(process.execPath, all, options, (_error, stdout, stderr) => {
      if (stdout === "") reject(new Error(`check ${args.join(" ")}: ${stderr}`));
      else resolve(JSON.parse(stdout) as Report);
    });
  });
}
