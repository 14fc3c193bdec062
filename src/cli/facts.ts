import { POLICIES } from "../../policies";
import { loadConfiguration } from "../config";
import { factsOf } from "../outscale";
import { OUTSCALE_PACKAGE } from "../outscale/package";
import { PACK_POLICIES } from "../policy";
import { openInput, readState } from "../sources";
import { assertWritable, writeWhole } from "./output";

/** The options of `facts`, as the command line has them. */
export interface FactsOptions {
  readonly state: string;
  readonly config?: string;
  readonly output?: string;
}

/** What the command needs from where it runs. */
interface Surroundings {
  readonly standardInput: AsyncIterable<Uint8Array>;
  print(text: string): void;
}

/**
 * Writes what other stacks need to know of a deployed one, as the setting `known` takes it.
 * @throws {UsageError | ConfigurationError | SourceError} when something given cannot be used
 */
export async function facts({ state, config, output }: FactsOptions, around: Surroundings): Promise<void> {
  const { shared } = loadConfiguration(config, { policies: POLICIES, packPolicies: PACK_POLICIES });
  if (output !== undefined) assertWritable(output);
  const { stack } = await readState(openInput(state, around.standardInput), [OUTSCALE_PACKAGE]);
  const text = `${JSON.stringify(factsOf(stack, shared), null, 2)}\n`;
  if (output === undefined) around.print(text);
  else writeWhole(output, text);
}
