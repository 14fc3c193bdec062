import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EngineStack, type StackRequest } from "./engine-stack";

/** A stack of the real engine that is gone afterwards. */
export async function withStack<Answer>(
  request: StackRequest,
  use: (stack: EngineStack) => Promise<Answer>,
): Promise<Answer> {
  const stack = new EngineStack(request);
  try {
    return await use(stack);
  } finally {
    stack.close();
  }
}

/** A folder that is gone afterwards. */
export async function withFolder<Answer>(use: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file that configures the pack, gone afterwards. */
export async function withPolicyConfig<Answer>(
  config: object,
  use: (file: string) => Promise<Answer>,
): Promise<Answer> {
  return withFolder(async (folder) => {
    const file = join(folder, "policy.json");
    writeFileSync(file, JSON.stringify(config));
    return use(file);
  });
}
