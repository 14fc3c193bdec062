import type { Asset } from "../../outscale";
import type { Maybe } from "../../stack";
import type { LedgerReason } from "./ledger";
import type { Effect, Stance } from "./stances";

/** A line in the making. */
export interface Draft {
  readonly asset: Asset;
  /** Whether it is certain that the commitment is about it. */
  readonly isCertain: boolean;
  readonly stances: Stance[];
  /** What costs each of its parts the commitment, by urn: an asset that is whole loses it only with all of them. */
  readonly lostParts: Map<string, Stance[]>;
  readonly weakening: LedgerReason[];
  readonly excluded: LedgerReason[];
}

/** The worst effect decides; what is accepted is not claimed, whatever else would cost it. */
const WORST_FIRST: readonly Effect[] = ["outside", "accepted", "forfeited", "lost", "undetermined", "open", "kept"];

/** Begins the line of an asset. */
export function draft({ value: asset, why }: Maybe<Asset>): Draft {
  return { asset, isCertain: why === undefined, stances: [], lostParts: new Map(), weakening: [], excluded: [] };
}

/** The effect that decides a line. */
export function findWorst({ stances }: Draft): Effect {
  return WORST_FIRST.find((effect) => stances.some((stance) => stance.effect === effect)) ?? "kept";
}
