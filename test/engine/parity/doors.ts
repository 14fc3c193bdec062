import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Report, reported, shown, UNTOLD } from "../findings";
import { withFolder, withPolicyConfig, withStack } from "../temporary";

const root = join(__dirname, "..", "..", "..");

/** What every door says of one program, before and after it is deployed. */
export interface Said {
  readonly before: { readonly program: Report; readonly preview: Report; readonly engine: readonly string[] };
  readonly after: { readonly state: Report; readonly engine: readonly string[] };
}

/** Takes a program through every door, on a stack and a cloud of its own. */
export async function throughEveryDoor(program: string): Promise<Said> {
  // A mandatory violation would stop the deployment half way.
  return withPolicyConfig({ all: "advisory", ...UNTOLD }, async (policyConfig) =>
    withFolder(async (folder) => {
      const check = async (...args: string[]) => reported(...args, "--config", policyConfig);
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
