import { name as tool, version } from "../../package.json";
import { POLICIES } from "../../policies";
import { findClosest, findConfiguration, loadConfiguration } from "../config";
import {
  type Asset,
  compareSeen,
  type Inventory,
  inventoryOf,
  listAccounts,
  listSeen,
  listSelectable,
  refuseTwoAccounts,
  type Seen,
  selectFrom,
  type Selection,
  System,
} from "../outscale";
import { OUTSCALE_PACKAGE } from "../outscale/provider/package";
import { Judgement, PACK_POLICIES } from "../policy";
import { drawConclusions } from "../proof";
import { type EarlierState, formatJsonProof, formatTextProof, type Proof, type ProvenStack } from "../report";
import { joinStacks, type LiveAnswers, openInput, readLiveAnswers, type ReadStack, readState } from "../sources";
import { UserError } from "../text";
import { type Asked, type AskedOptions, readAsked } from "./asked";
import type { CommandEnvironment, FORMATS } from "./check";
import { formatLimit } from "./limit-text";
import { openOutput } from "./output";

/** The options of `prove`, as the command line has them. */
export interface ProveOptions extends AskedOptions {
  readonly config?: string;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
  readonly before?: string;
  readonly live?: readonly string[];
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
  const inventory = selectFrom(whole, selection);
  const concludeOn = (of: System) => {
    const judgement = new Judgement({ system: of, policies: POLICIES, settings: configuration, today, isDeployed });
    return drawConclusions(judgement).filter(({ asset }) => isSelected(asset, selection));
  };
  if (!isDeployed && (options.before ?? options.live) !== undefined) throw new UserError(NEEDS_STATE);
  const earlier = options.before === undefined ? undefined : await readEarlier(options.before, asked, standardInput);
  const compareWithEarlier = (read: ReadStack): EarlierState => {
    const then = new System(read.stack, configuration.shared);
    refuseAccounts(then, system);
    const before = selectFrom(inventoryOf(then, { isDeployed, cutOff: new Set() }), selection);
    return {
      writtenAt: read.writtenAt ?? null,
      conclusions: concludeOn(then),
      ...compareSeen(listSeen(inventory), listSeen(before), ["vm", "load balancer", "volume", "subnet"]),
    };
  };
  const proof: Proof = {
    tool: { name: tool, version },
    source,
    stack: describeStack(asked, system),
    others: others.map((other) => describeStack(other, system)),
    conclusions: concludeOn(system),
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

/** @throws {UserError} when it is no state, or one of another stack */
async function readEarlier(
  file: string,
  { stack: { facts }, others }: Asked,
  standardInput: AsyncIterable<Uint8Array>,
): Promise<ReadStack> {
  const read = await readState(openInput(file, standardInput), [OUTSCALE_PACKAGE]);
  const [own, other] = [facts, read.stack.facts].map(({ project, name }) => `${project}/${name}`);
  if (own !== other) throw new UserError(formatOtherStack(other ?? "", own ?? ""));
  return { ...read, ...joinStacks(read, others) };
}

/** What the API answers beside a state. */
interface Shown {
  readonly system: System;
  readonly inventory: Inventory;
  readonly whole: Inventory;
}

/** @throws {UserError} when an answer is none, or another account's */
async function compareWithLive(
  files: readonly string[],
  { system, inventory, whole }: Shown,
  standardInput: AsyncIterable<Uint8Array>,
): Promise<Proof["live"]> {
  const own = listAccounts(system).map(({ account }) => account);
  const answers = await Promise.all(
    files.map(async (file) => {
      const answer = await readLiveAnswers(openInput(file, standardInput));
      refuseOtherAccount(file, answer, own, listSeen(whole));
      return answer;
    }),
  );
  const kinds = [...new Set(answers.flatMap((answer) => answer.kinds))];
  const isLimited = inventory !== whole;
  const comparison = compareSeen(
    listSeen(inventory),
    answers.flatMap(({ seen }) => seen),
    kinds,
  );
  // A page that is limited says nothing of what else the account has.
  return { kinds, ...comparison, ...(isLimited && { others: [] }) };
}

function refuseOtherAccount(
  file: string,
  { accounts, seen }: LiveAnswers,
  own: readonly string[],
  ours: readonly Seen[],
) {
  const stranger = own.length > 0 ? accounts.find((account) => !own.includes(account)) : undefined;
  if (stranger !== undefined) throw new UserError(formatOtherAccount(file, stranger, own));
  if (accounts.length > 1) throw new UserError(formatOtherAccount(file, accounts[1] ?? "", accounts.slice(0, 1)));
  const known = new Set(ours.map(({ kind, id }) => `${kind} ${id}`));
  const kinds = new Set(ours.map(({ kind }) => kind));
  const comparable = seen.filter(({ kind }) => kinds.has(kind));
  if (comparable.length > 0 && comparable.every(({ kind, id }) => !known.has(`${kind} ${id}`))) {
    throw new UserError(formatNothingInCommon(file));
  }
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

function refuseAccounts(then: System, now: System): void {
  const [before, own] = [then, now].map((system) => listAccounts(system).map(({ account }) => account));
  const other = before?.find((account) => own && own.length > 0 && !own.includes(account));
  if (other !== undefined) throw new UserError(formatOtherAccount("--before", other, own ?? []));
}

const NEEDS_STATE = {
  en: "`--before` and `--live` stand beside `--state <file>`: a program and a preview are plans.",
  fr: "`--before` et `--live` vont avec `--state <file>` : un programme et un aperçu sont des plans.",
};

function formatOtherStack(other: string, own: string) {
  return {
    en: `--before is a state of ${other}, and --state one of ${own}. Accepted: two of one stack.`,
    fr: `--before est un état de ${other}, et --state un état de ${own}. Accepté : deux états d'une même stack.`,
  };
}

function formatOtherAccount(what: string, other: string, own: readonly string[]) {
  return {
    en: `${what} is of the account ${other}, and the state of ${own.join(", ")}.`,
    fr: `${what} est du compte ${other}, et l'état du compte ${own.join(", ")}.`,
  };
}

function formatNothingInCommon(file: string) {
  return {
    en: `${file} has nothing in common with the state: it seems to be of another account or region.`,
    fr: `${file} n'a rien en commun avec l'état : il semble venir d'un autre compte ou d'une autre région.`,
  };
}
