import { listSecrets, type SharedSettings } from "../outscale";
import type { Stack } from "../stack";
import { maskIn, UserError } from "../text";

/**
 * Writes of some stacks what may be shown of them: neither what is written nor what is refused holds what they mark as
 * secret.
 * @param tell is given what masks the secrets
 */
export async function withoutSecrets<T>(
  stacks: readonly Stack[],
  settings: SharedSettings,
  tell: (mask: (shown: string) => string) => T | Promise<T>,
): Promise<T> {
  const mask = maskIn(stacks.flatMap(({ resources }) => listSecrets({ resources, settings })));
  try {
    return await tell(mask);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError({ en: mask(error.text.en), fr: mask(error.text.fr) });
  }
}
