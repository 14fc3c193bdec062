import { name as tool, version } from "../../package.json";
import { POLICIES } from "../../policies";
import { findConfiguration, loadConfiguration } from "../config";
import { inventoryOf, listAccounts, refuseTwoAccounts, System } from "../outscale";
import { PACK_POLICIES } from "../policy";
import { formatJsonProof, formatTextProof, type Proof, type ProvenStack } from "../report";
import type { ReadStack } from "../sources";
import { type AskedOptions, readAsked } from "./asked";
import type { CommandEnvironment, FORMATS } from "./check";
import { formatLimit } from "./limit-text";
import { openOutput } from "./output";

/** The options of `prove`, as the command line has them. */
export interface ProveOptions extends AskedOptions {
  readonly config?: string;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
}

/**
 * Writes what stands in each Subregion, for a ticket to Outscale's support.
 * @throws {UserError} when something given cannot be used
 */
export async function prove(
  program: string | undefined,
  options: ProveOptions,
  { language, standardInput, print }: Pick<CommandEnvironment, "language" | "standardInput" | "print">,
): Promise<void> {
  const config = options.config ?? findConfiguration(program);
  const { shared } = loadConfiguration(config, { policies: POLICIES, packPolicies: PACK_POLICIES });
  const write = openOutput(options.output, print);
  const asked = await readAsked(program, options, standardInput);
  const { source, others, limits } = asked;
  const cutOff = new Set(limits.filter(({ kind }) => kind === "pending operation").map(({ name }) => name));
  const system = new System(asked.stack, shared);
  refuseTwoAccounts(system);
  const proof: Proof = {
    tool: { name: tool, version },
    source,
    stack: describeStack(asked, system),
    others: others.map((other) => describeStack(other, system)),
    inventory: inventoryOf(system, { isDeployed: source === "state", cutOff }),
    limits: limits.map((limit) => ({ ...limit, text: formatLimit(limit) })),
  };
  write(
    options.format === "json"
      ? formatJsonProof(proof)
      : formatTextProof(proof, language, formatVerification({ ...options, ...(config !== undefined && { config }) })),
  );
}

function describeStack({ stack: { facts }, writtenAt }: ReadStack, system: System): ProvenStack {
  const { project, name } = facts;
  const own = listAccounts(system).filter(({ by }) => by === `${project}/${name}`);
  return { project, name, accounts: own.map(({ account }) => account), writtenAt: writtenAt ?? null };
}

/** The command with what was given to it, but for the names of files, which differ where it is verified. */
function formatVerification({ preview, state, withState = [], stack, config }: ProveOptions): string {
  const given = [
    ...(state !== undefined ? ["--state <file>"] : preview !== undefined ? ["--preview <file>"] : ["<program>"]),
    ...withState.map(() => "--with-state <file>"),
    ...(stack === undefined ? [] : ["--stack <name>"]),
    ...(config === undefined ? [] : ["--config <file>"]),
  ];
  return `${tool} prove ${given.join(" ")} --format json | sha256sum`;
}
