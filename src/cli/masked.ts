import { POLICIES } from "../../policies";
import { listSecrets, type SharedSettings } from "../outscale";
import { PACK_POLICIES } from "../policy";
import type { Stack } from "../stack";
import { maskIn, maskInJson, UserError } from "../text";

/** What masks secrets in text, and in JSON. */
export interface Mask {
  readonly text: (shown: string) => string;
  readonly json: (shown: string) => string;
}

/** What reports and their readers know policies by: a secret that is a word of it would make it another one. */
const OWN_NAMES = [...POLICIES, ...PACK_POLICIES].map(({ name }) => name);

/**
 * Writes of some stacks what may be shown of them: neither what is written nor what is refused holds what they mark as
 * secret.
 * @param tell is given what masks the secrets
 */
export async function withoutSecrets<T>(
  stacks: readonly Stack[],
  settings: SharedSettings,
  tell: (mask: Mask) => T | Promise<T>,
): Promise<T> {
  const secrets = stacks.flatMap(({ resources }) => listSecrets({ resources, settings }));
  const mask = { text: maskIn(secrets, OWN_NAMES), json: maskInJson(secrets, OWN_NAMES) };
  try {
    return await tell(mask);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError({ en: mask.text(error.text.en), fr: mask.text(error.text.fr) });
  }
}
