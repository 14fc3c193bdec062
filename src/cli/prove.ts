import { name as tool, version } from "../../package.json";
import { POLICIES } from "../../policies";
import { findConfiguration, loadConfiguration } from "../config";
import {
  compareSeen,
  type Inventory,
  inventoryOf,
  listAccounts,
  listSeen,
  refuseTwoAccounts,
  SEEN_KINDS,
  selectFrom,
  System,
} from "../outscale";
import { Judgement, PACK_POLICIES } from "../policy";
import { drawConclusions } from "../proof";
import { type EarlierState, formatJsonProof, formatTextProof, type Proof, type ProvenStack } from "../report";
import type { ReadStack } from "../sources";
import { type AskedOptions, readAsked } from "./asked";
import type { CommandEnvironment, FORMATS } from "./check";
import { formatLimit } from "./limit-text";
import { openOutput } from "./output";
import {
  type BesideOptions,
  compareWithLive,
  readEarlier,
  refuseBesidePlan,
  refuseOtherAccountBefore,
} from "./prove-beside";
import { isConcludedOn, readSelection, type SelectionOptions } from "./prove-selection";

/** The options of `prove`, as the command line has them. */
export interface ProveOptions extends AskedOptions, BesideOptions, SelectionOptions {
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
  { language, today, standardInput, print }: Pick<CommandEnvironment, "language" | "today" | "standardInput" | "print">,
): Promise<void> {
  const config = options.config ?? findConfiguration(program);
  const configuration = loadConfiguration(config, { policies: POLICIES, packPolicies: PACK_POLICIES });
  const write = openOutput(options.output, print);
  const asked = await readAsked(program, options, standardInput);
  const { source, others, limits } = asked;
  const cutOff = new Set(limits.filter(({ kind }) => kind === "pending operation").map(({ name }) => name));
  const system = new System(asked.stack, configuration.shared);
  refuseTwoAccounts(system);
  const isDeployed = source === "state";
  refuseBesidePlan(options, isDeployed);
  const whole = inventoryOf(system, { isDeployed, cutOff });
  const selection = readSelection(options, whole);
  const inventory = selectFrom(whole, selection);
  const concludeOn = (of: System, listed: Inventory) => {
    const judgement = new Judgement({ system: of, policies: POLICIES, settings: configuration, today, isDeployed });
    return drawConclusions(judgement).filter(({ asset }) => isConcludedOn(asset, selection, listed));
  };
  const earlier = options.before === undefined ? undefined : await readEarlier(options.before, asked, standardInput);
  const compareWithEarlier = (read: ReadStack): EarlierState => {
    const then = new System(read.stack, configuration.shared);
    refuseOtherAccountBefore(then, system);
    const before = selectFrom(inventoryOf(then, { isDeployed, cutOff: new Set() }), selection);
    return {
      writtenAt: read.writtenAt ?? null,
      conclusions: concludeOn(then, before),
      ...compareSeen(listSeen(inventory), listSeen(before), SEEN_KINDS),
    };
  };
  const proof: Proof = {
    tool: { name: tool, version },
    source,
    stack: describeStack(asked, system),
    others: others.map((other) => describeStack(other, system)),
    conclusions: concludeOn(system, inventory),
    inventory,
    before: earlier && compareWithEarlier(earlier),
    live: options.live && (await compareWithLive(options.live, { system, inventory, whole }, standardInput)),
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
function formatVerification({ preview, state, withState = [], stack, config, ...selected }: ProveOptions): string {
  const given = [
    ...(state !== undefined ? ["--state <file>"] : preview !== undefined ? ["--preview <file>"] : ["<program>"]),
    ...withState.map(() => "--with-state <file>"),
    ...(selected.before === undefined ? [] : ["--before <file>"]),
    ...(selected.live ?? []).map(() => "--live <file>"),
    ...(stack === undefined ? [] : ["--stack <name>"]),
    ...(config === undefined ? [] : ["--config <file>"]),
    ...(["tier", "entry", "resource"] as const).flatMap((option) =>
      (selected[option] ?? []).map((name) => `--${option} ${quote(name)}`),
    ),
  ];
  return `${tool} prove ${given.join(" ")} --format json | sha256sum`;
}

/** A name as a shell takes it. */
function quote(name: string): string {
  return /^[\w.:/-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
