import { name as tool, version } from "../../package.json";
import { POLICIES } from "../../policies";
import { findClosest, findConfiguration, loadConfiguration } from "../config";
import {
  type Asset,
  type Inventory,
  inventoryOf,
  listAccounts,
  listSelectable,
  refuseTwoAccounts,
  selectFrom,
  type Selection,
  System,
} from "../outscale";
import { Judgement, PACK_POLICIES } from "../policy";
import { drawConclusions } from "../proof";
import { formatJsonProof, formatTextProof, type Proof, type ProvenStack } from "../report";
import type { ReadStack } from "../sources";
import { UserError } from "../text";
import { type AskedOptions, readAsked } from "./asked";
import type { CommandEnvironment, FORMATS } from "./check";
import { formatLimit } from "./limit-text";
import { openOutput } from "./output";

/** The options of `prove`, as the command line has them. */
export interface ProveOptions extends AskedOptions {
  readonly config?: string;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly tier?: readonly string[];
  readonly entry?: readonly string[];
  readonly resource?: readonly string[];
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
  const whole = inventoryOf(system, { isDeployed, cutOff });
  const selection = readSelection(options, whole);
  const judgement = new Judgement({ system, policies: POLICIES, settings: configuration, today, isDeployed });
  const proof: Proof = {
    tool: { name: tool, version },
    source,
    stack: describeStack(asked, system),
    others: others.map((other) => describeStack(other, system)),
    conclusions: drawConclusions(judgement).filter(({ asset }) => isSelected(asset, selection)),
    inventory: selectFrom(whole, selection),
    limits: limits.map((limit) => ({ ...limit, text: formatLimit(limit) })),
  };
  write(
    options.format === "json"
      ? formatJsonProof(proof)
      : formatTextProof(proof, language, formatVerification({ ...options, ...(config !== undefined && { config }) })),
  );
}

/** @throws {UserError} when a name is none of what the stack has, with the closest one */
function readSelection({ tier = [], entry = [], resource = [] }: ProveOptions, inventory: Inventory): Selection {
  const selectable = listSelectable(inventory);
  refuseUnknown("--tier", tier, selectable.tiers, (name) => name.toLowerCase());
  refuseUnknown("--entry", entry, selectable.entries, (name) => name.toLowerCase());
  refuseUnknown("--resource", resource, selectable.resources, (name) => name);
  return { tiers: tier, entries: entry, resources: resource };
}

function refuseUnknown(
  option: string,
  wanted: readonly string[],
  known: readonly string[],
  read: (name: string) => string,
): void {
  for (const name of wanted) {
    if (known.some((each) => read(each) === read(name))) continue;
    const [closest] = known.length === 0 ? [] : [findClosest(name, known)];
    throw new UserError({
      en: `${option} is "${name}", which the stack has not.${closest === undefined ? "" : ` The closest is ${closest}.`}`,
      fr: `${option} vaut « ${name} », que la stack n'a pas.${closest === undefined ? "" : ` Le plus proche est ${closest}.`}`,
    });
  }
}

/** Whether a page that is limited concludes about something: about all, where it is not limited. */
function isSelected({ kind, name, parts, subject }: Asset, { tiers, entries, resources }: Selection): boolean {
  if (tiers.length + entries.length + resources.length === 0) return true;
  const own = subject?.name ?? name;
  const named = kind === "tier" ? tiers : kind === "entry" ? entries : [];
  return (
    named.some((each) => each.toLowerCase() === own.toLowerCase()) ||
    [...(subject?.related ?? []), ...(subject ? [] : parts)].some((resource) =>
      [resource.name, resource.urn, resource.id].some((each) => each !== undefined && resources.includes(each)),
    )
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
