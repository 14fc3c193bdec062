import { listAccounts, refuseAccountsApart, type SharedSettings, System } from "../outscale";
import type { Stack } from "../stack";

/**
 * What was read, under the settings by which it is judged.
 * @throws {UserError} when it holds what is of two accounts, whose Subregions may be different places
 */
export function openSystem(stack: Stack, shared: SharedSettings): System {
  const system = new System(stack, shared);
  refuseAccountsApart(listAccounts(system), shared.sameSubregions);
  return system;
}
