import { attemptEach, type Candidates, type Undecided, UnknownValue } from "../../stack";
import { subregionsOf } from "../provider/region";
import type { System } from "../provider/system";

/** One of a group that must stand in several Subregions. */
export interface Member {
  /** @throws {Undecided} when that is not known */
  readonly subregion: () => string;
  /** What hides whether it belongs to the group at all. */
  readonly why?: Undecided;
  /** It stands for any number of others: a list of which not even the length is known. */
  readonly isMany?: true;
}

/** The members of a group, each where its view says. */
export function membersOf(candidates: Candidates<{ subregion(): string }>): Member[] {
  return candidates.all.map(({ value, ...unsure }) => ({ subregion: () => value.subregion(), ...unsure }));
}

/** In how many Subregions something must be to be claimed for, as A1 reads it; in every one, where it is `undefined`. */
export function enoughSubregions({ settings }: System): number | undefined {
  return settings.readings.A1 === "more-than-one" ? 2 : undefined;
}

/**
 * The Subregions of a region in which no member of a group lies; none when it lies in enough of them.
 * @param enough how many Subregions are asked for, all of them by default
 * @throws {Undecided} when members whose Subregion or membership is not known may fill the gaps
 */
export function findMissingSubregions(region: string, members: readonly Member[], enough?: number): string[] {
  const subregions = subregionsOf(region);
  const asked = Math.min(enough ?? subregions.length, subregions.length);
  const certain = attemptEach(members.filter(({ why }) => !why).map(({ subregion }) => subregion));
  const possible = members.filter(({ why }) => why);
  const missing = subregions.filter((subregion) => !certain.known.includes(subregion));
  const present = subregions.length - missing.length;
  if (present >= asked) return [];
  const reasons = [...certain.hidden, ...possible.flatMap(({ why }) => why ?? [])];
  const [reason] = reasons;
  if (!reason) return missing;
  const { known: places } = attemptEach(possible.map(({ subregion }) => subregion));
  const fillable = missing.filter((subregion) => places.includes(subregion));
  const anywhere = reasons.length - places.length;
  const mayDo = present + fillable.length + anywhere >= asked;
  const isOpen = members.some(({ isMany }) => isMany) || reasons.some(isOfUnknownNumber);
  if (mayDo || possible.length === members.length || isOpen) throw reason;
  return missing;
}

/**
 * The same, where the place of one member at least is known: else no Subregion is known to be missed.
 * @throws {Undecided} when no place is known, or members that are not known may fill the gaps
 */
export function findKnownGaps(region: string, members: readonly Member[], enough?: number): string[] {
  const missing = findMissingSubregions(region, members, enough);
  if (missing.length === subregionsOf(region).length) for (const { subregion } of members) subregion();
  return missing;
}

/** A value that a data source would give stands for as many as it would answer. */
function isOfUnknownNumber(why: Undecided): boolean {
  return why instanceof UnknownValue && why.origin !== undefined;
}
