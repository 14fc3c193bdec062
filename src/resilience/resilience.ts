import { assetsOf, type System } from "../outscale";
import type { CommitmentLine } from "../policy";
import type { Subject } from "../stack";
import { type Estimate, estimateAvailability } from "./estimate";
import { type Loss, type Lost, simulateLoss, simulateLosses } from "./loss";

/** What the stack is worth when something fails. All of it is an estimate: the convention commits to none of it. */
export interface Resilience {
  /** What each tier and entry is called: those that share a name say what tells them apart. */
  readonly names: ReadonlyMap<Subject, string>;
  readonly estimates: readonly Estimate[];
  readonly losses: readonly Loss[];
  /** The loss that the user asks about. */
  readonly asked: Loss | undefined;
}

/**
 * Estimates the availability of each entry, and simulates the loss of each Subregion.
 * @param lines the lines of the ledger about commitments
 * @param lost what the user asks about, beside each Subregion
 */
export function estimateResilience(system: System, lines: readonly CommitmentLine[], lost?: Lost): Resilience {
  return {
    names: nameApart(system),
    estimates: estimateAvailability(system, lines),
    losses: simulateLosses(system),
    asked: lost && simulateLoss(system, lost),
  };
}

function nameApart(system: System): Map<Subject, string> {
  const assets = [...assetsOf(system, "vms"), ...assetsOf(system, "load balancers")];
  return new Map(assets.flatMap(({ value: { subject, name } }) => (subject ? [[subject, name] as const] : [])));
}
