import { compareSeen, type Inventory, listAccounts, listSeen, type Seen, seenKey, type System } from "../outscale";
import { OUTSCALE_PACKAGE } from "../outscale/provider/package";
import type { Proof } from "../report";
import { joinStacks, type LiveAnswers, openInput, readLiveAnswers, type ReadStack, readState } from "../sources";
import { type Text, UserError } from "../text";
import type { Asked } from "./asked";

/** What stands beside a state: an earlier one, and the API's own answers. */
export interface BesideOptions {
  readonly before?: string;
  readonly live?: readonly string[];
}

/** @throws {UserError} when something is to stand beside what is only a plan */
export function refuseBesidePlan({ before, live }: BesideOptions, isDeployed: boolean): void {
  if (!isDeployed && (before ?? live) !== undefined) throw new UserError(NEEDS_STATE);
}

/**
 * Reads the earlier state of the same stack.
 * @throws {UserError} when it is no state, or one of another stack
 */
export async function readEarlier(
  file: string,
  { stack: { facts }, others }: Asked,
  standardInput: AsyncIterable<Uint8Array>,
): Promise<ReadStack> {
  const read = await readState(openInput(file, standardInput), [OUTSCALE_PACKAGE]);
  const [own, other] = [facts, read.stack.facts].map(({ project, name }) => `${project}/${name}`);
  if (own !== other) throw new UserError(formatOtherStack(other ?? "", own ?? ""));
  return { ...read, ...joinStacks(read, others) };
}

/** @throws {UserError} when an earlier state is of another account */
export function refuseOtherAccountBefore(then: System, now: System): void {
  const [before, own] = [then, now].map((system) => listAccounts(system).map(({ account }) => account));
  const other = before?.find((account) => own && own.length > 0 && !own.includes(account));
  if (other !== undefined) throw new UserError(formatOtherAccount("--before", other, own ?? []));
}

/** What the API answers beside a state. */
interface Shown {
  readonly system: System;
  readonly inventory: Inventory;
  readonly whole: Inventory;
}

/**
 * Compares what a page lists with what the API answered.
 * @throws {UserError} when an answer is none, or another account's
 */
export async function compareWithLive(
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
  return {
    en: `--before is a state of ${other}, and --state one of ${own}. Accepted: two of one stack.`,
    fr: `--before est un état de ${other}, et --state un état de ${own}. Accepté : deux états d'une même stack.`,
  };
}

function formatOtherAccount(what: string, other: string, own: readonly string[]): Text {
  return {
    en: `${what} is of the account ${other}, and the state of ${own.join(", ")}.`,
    fr: `${what} est du compte ${other}, et l'état du compte ${own.join(", ")}.`,
  };
}

function formatNothingInCommon(file: string): Text {
  return {
    en: `${file} has nothing in common with the state: it seems to be of another account or region.`,
    fr: `${file} n'a rien en commun avec l'état : il semble venir d'un autre compte ou d'une autre région.`,
  };
}
