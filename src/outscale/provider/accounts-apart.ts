import { compare } from "../../stack";
import { UserError } from "../../text";
import type { SharedSettings } from "./settings";

/** An account, and what tells of it: a stack, or the setting `known`. */
export interface ToldAccount {
  readonly account: string;
  /** `shop/prod`, or `known`. */
  readonly by: string;
}

/** The accounts that facts about other stacks tell of. */
export function listKnownAccounts(known: SharedSettings["known"]): ToldAccount[] {
  const accounts = Object.values(known).flatMap(({ account }) => account ?? []);
  return sortOnce(accounts.map((account) => ({ account, by: "known" })));
}

/**
 * Refuses to take two accounts together: their Subregions are named account by account, so what stands in those of one
 * does not count in those of the other.
 * @param same lists of accounts whose Subregions are known to be the same places
 * @throws {UserError} when two accounts are told of that no list joins
 */
export function refuseAccountsApart(told: readonly ToldAccount[], same: SharedSettings["sameSubregions"]): void {
  const [first, ...others] = told;
  if (first === undefined) return;
  const joined = joinAccounts(first.account, same);
  const apart = others.find(({ account }) => !joined.has(account));
  if (apart === undefined) return;
  const [one, other] = [describeAccount(first), describeAccount(apart)];
  throw new UserError({
    en: `The accounts ${one} and ${other} are taken together only where \`pack-settings.sameSubregions\` lists both: Subregion names are given account by account, so Subregion \`a\` of one may be another place than Subregion \`a\` of the other.`,
    fr: `Les comptes ${one} et ${other} ne sont pris ensemble que si \`pack-settings.sameSubregions\` les cite tous les deux : les noms de Sous-régions sont donnés compte par compte, et la Sous-région \`a\` de l'un peut être un autre lieu que la Sous-région \`a\` de l'autre.`,
  });
}

/** `012345678910 (shop/prod)`. */
function describeAccount({ account, by }: ToldAccount): string {
  return `${account} (${by === "known" ? "`pack-settings.known`" : by})`;
}

/** An account with those whose Subregions are the same places, and theirs in turn. */
function joinAccounts(account: string, lists: readonly (readonly string[])[]): ReadonlySet<string> {
  const same = new Set([account]);
  for (const each of same) {
    for (const list of lists) if (list.includes(each)) for (const other of list) same.add(other);
  }
  return same;
}

/** In the order of their ids, each once for what tells of it. */
export function sortOnce(told: readonly ToldAccount[]): ToldAccount[] {
  const each = new Map(told.map((one) => [`${one.account} ${one.by}`, one]));
  return [...each].sort(([a], [b]) => compare(a, b)).map(([, one]) => one);
}
