import { POLICIES } from "../../policies";
import { loadConfiguration } from "../config";
import { factsOf, refuseTwoAccounts, System } from "../outscale";
import { OUTSCALE_PACKAGE } from "../outscale/provider/package";
import { PACK_POLICIES } from "../policy";
import { openInput, readState } from "../sources";
import type { CommandEnvironment } from "./check";
import { withoutSecrets } from "./masked";
import { openOutput } from "./output";
import { formatJson } from "../text";

/** The options of `facts`, as the command line has them. */
export interface FactsOptions {
  readonly state: string;
  readonly config?: string;
  readonly output?: string;
}

/**
 * Writes what other stacks need to know of a deployed one, as the setting `known` takes it.
 * @throws {UserError} when something given cannot be used
 */
export async function facts(
  { state, config, output }: FactsOptions,
  around: Pick<CommandEnvironment, "standardInput" | "print">,
): Promise<void> {
  const { shared } = loadConfiguration(config, { policies: POLICIES, packPolicies: PACK_POLICIES });
  const write = openOutput(output, around.print);
  const { stack } = await readState(openInput(state, around.standardInput), [OUTSCALE_PACKAGE]);
  await withoutSecrets([stack], shared, (mask) => {
    const system = new System(stack, shared);
    refuseTwoAccounts(system);
    write(mask.json(`${formatJson(factsOf(system))}\n`));
  });
}
