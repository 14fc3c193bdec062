import {
  compareSeen,
  listAccounts,
  type Seen,
  seenKey,
  type SeenKind,
  type SeenProperty,
  type Sight,
  type System,
} from "../outscale";
import { OUTSCALE_PACKAGE } from "../outscale/provider/package";
import type { Proof } from "../report";
import { joinSights, joinStacks, readLiveAnswers, type ReadStack, readState } from "../sources";
import { showForeign, type Text, UserError } from "../text";
import type { Asked } from "./asked";
import { openFile } from "./inputs";

/** The options that compare a state: with an earlier one, and with answers of the API. */
export interface BesideOptions {
  readonly before?: string;
  readonly live?: readonly string[];
}

/** What a limited page compares and does not show: the backends of its load balancers are of tiers that it is not about. */
export const HIDDEN_ON_LIMITED_PAGES: readonly SeenProperty[] = ["backends"];

/** @throws {UserError} when something is to stand beside what is only a plan */
export function refuseBesidePlan({ before, live }: BesideOptions, isDeployed: boolean): void {
  if (!isDeployed && (before ?? live) !== undefined) throw new UserError(NEEDS_STATE);
}

/**
 * Reads the earlier state of the same stack. One that holds nothing is of any stack: it was exported before the first
 * deployment, or after the last.
 * @throws {UserError} when it is no state, one of another stack, or a later one
 */
export async function readEarlier(
  file: string,
  asked: Asked,
  standardInput: AsyncIterable<Uint8Array>,
): Promise<ReadStack> {
  const read = await readState(openFile(file, standardInput), [OUTSCALE_PACKAGE]);
  const [own, other] = [asked, read].map(nameStack);
  if (own !== undefined && other !== undefined && own !== other) throw new UserError(formatOtherStack(other, own));
  refuseLater(read, asked);
  return { ...read, ...joinStacks(read, asked.others) };
}

/** `shop/prod`; nothing for a state without a resource, which does not tell. */
function nameStack({ stack: { facts } }: ReadStack): string | undefined {
  return facts.project === "" ? undefined : `${facts.project}/${facts.name}`;
}

function refuseLater({ writtenAt: then }: ReadStack, { writtenAt: now }: ReadStack): void {
  if (then === undefined || now === undefined || !(Date.parse(then) > Date.parse(now))) return;
  throw new UserError(formatLater(then, now));
}

/** @throws {UserError} when an earlier state is of another account */
export function refuseOtherAccountBefore(then: System, now: System): void {
  const [before = [], own = []] = [then, now].map(accountsOf);
  const other = before.find((account) => own.length > 0 && !own.includes(account));
  if (other !== undefined) throw new UserError(formatOtherAccount("--before", other, own));
}

function accountsOf(system: System): string[] {
  return listAccounts(system).map(({ account }) => account);
}

/** What the API's answers stand beside. */
interface Beside {
  readonly system: System;
  readonly sight: Sight;
  /** Whether the page is about a part of the stack: it then says nothing of what else the account has. */
  readonly isLimited: boolean;
}

/**
 * Compares what a page lists with what the API answered.
 * @throws {UserError} when an answer is none, another account's, or contradicts another one
 */
export async function compareWithLive(
  files: readonly string[],
  { system, sight, isLimited }: Beside,
  standardInput: AsyncIterable<Uint8Array>,
): Promise<Proof["live"]> {
  const { kinds, seen } = await readAnswers(files, { own: accountsOf(system), ours: sight.seen }, standardInput);
  const there = { seen, listed: new Set(isLimited ? [] : seen.map(seenKey)) };
  const hidden = isLimited ? HIDDEN_ON_LIMITED_PAGES : [];
  // What the page leaves out is in the account as it is in the state: there is nothing to say of it.
  return { kinds, ...compareSeen(sight, there, { kinds, hidden }), unlisted: [] };
}

/** What is known of the stack, against which answers are held. */
interface Known {
  readonly own: readonly string[];
  readonly ours: readonly Seen[];
}

async function readAnswers(
  files: readonly string[],
  known: Known,
  standardInput: AsyncIterable<Uint8Array>,
): Promise<{ readonly kinds: readonly SeenKind[]; readonly seen: readonly Seen[] }> {
  const kinds = new Set<SeenKind>();
  const accounts = new Set<string>();
  let seen: readonly Seen[] = [];
  for (const file of files) {
    const answers = await readLiveAnswers(openFile(file, standardInput));
    for (const kind of answers.kinds) kinds.add(kind);
    for (const account of answers.accounts) accounts.add(account);
    const name = showForeign(file);
    refuseOtherAccount(name, [...accounts], answers.accounts, known.own);
    refuseNothingInCommon(name, answers.seen, known.ours);
    seen = joinSights([...seen, ...answers.seen], ({ id }) => {
      throw new UserError(formatContradiction(name, showForeign(id)));
    });
  }
  return { kinds: [...kinds], seen };
}

/** @param all the accounts of all files so far, of which the last ones are those of this file */
function refuseOtherAccount(
  file: string,
  all: readonly string[],
  accounts: readonly string[],
  own: readonly string[],
): void {
  const stranger = own.length > 0 ? accounts.find((account) => !own.includes(account)) : undefined;
  if (stranger !== undefined) throw new UserError(formatOtherAccount(file, stranger, own));
  if (own.length === 0 && all.length > 1) throw new UserError(formatTwoAccounts(all));
}

function refuseNothingInCommon(file: string, seen: readonly Seen[], ours: readonly Seen[]): void {
  const known = new Set(ours.map(seenKey));
  const kinds = new Set(ours.map(({ kind }) => kind));
  const comparable = seen.filter(({ kind }) => kinds.has(kind));
  if (comparable.length > 0 && !comparable.some((each) => known.has(seenKey(each)))) {
    throw new UserError(formatNothingInCommon(file));
  }
}

const NEEDS_STATE: Text = {
  en: "`--before` and `--live` stand beside `--state <file>`: a program and a preview are plans.",
  fr: "`--before` et `--live` vont avec `--state <file>` : un programme et un aperçu sont des plans.",
};

function formatOtherStack(other: string, own: string): Text {
  const [theirs, ours] = [showForeign(other), showForeign(own)];
  return {
    en: `--before is a state of ${theirs}, and --state one of ${ours}. Accepted: two of one stack.`,
    fr: `--before est un état de ${theirs}, et --state un état de ${ours}. Accepté : deux états d'une même stack.`,
  };
}

function formatLater(then: string, now: string): Text {
  const [before, state] = [showForeign(then), showForeign(now)];
  return {
    en: `--before was written at ${before}, later than --state (${state}). Accepted: the earlier one as --before.`,
    fr: `--before a été écrit à ${before}, après --state (${state}). Accepté : le plus ancien comme --before.`,
  };
}

function formatOtherAccount(what: string, other: string, own: readonly string[]): Text {
  return {
    en: `${what} is of the account ${other}, and the state of ${own.join(", ")}.`,
    fr: `${what} est du compte ${other}, et l'état du compte ${own.join(", ")}.`,
  };
}

function formatTwoAccounts(accounts: readonly string[]): Text {
  return {
    en: `--live has answers of several accounts, ${accounts.join(", ")}. Accepted: those of one.`,
    fr: `--live contient les réponses de plusieurs comptes, ${accounts.join(", ")}. Acceptées : celles d'un seul.`,
  };
}

function formatContradiction(file: string, id: string): Text {
  return {
    en: `${file} answers of ${id} otherwise than another file does: --live takes one answer of each.`,
    fr: `${file} répond pour ${id} autrement qu'un autre fichier : --live prend une seule réponse pour chacun.`,
  };
}

function formatNothingInCommon(file: string): Text {
  return {
    en: `${file} has nothing in common with the state: it seems to be of another account or region.`,
    fr: `${file} n'a rien en commun avec l'état : il semble venir d'un autre compte ou d'une autre région.`,
  };
}
