import type { System } from "../outscale";
import type { CommitmentLine } from "../policy";
import { type Estimate, estimateAvailability } from "./estimate";
import { type Loss, simulateLosses } from "./loss";

/** What the stack is worth when something fails. All of it is an estimate: the convention commits to none of it. */
export interface Resilience {
  readonly estimates: readonly Estimate[];
  readonly losses: readonly Loss[];
}

/**
 * Estimates the availability of each entry, and simulates the loss of each Subregion.
 * @param lines the lines of the ledger about commitments
 */
export function estimateResilience(system: System, lines: readonly CommitmentLine[]): Resilience {
  return { estimates: estimateAvailability(system, lines), losses: simulateLosses(system) };
}
