import type { ClauseId } from "../../contract";
import { attempt, certainly, type Subject } from "../../stack";
import type { Outcome } from "../evaluate";
import type { AcceptedStatus, Lack, Policy, Stake } from "../policy";
import type { LedgerInput, LedgerReason } from "./ledger";

/** What the verdict about one subject means for a commitment. */
export interface Stance extends LedgerReason {
  /** What is said of the subject. */
  readonly outcome: Outcome;
  readonly effect: Effect;
  /** What the stance is about: an asset, or a resource that is a part of one. */
  readonly about: readonly Subject[];
  /**
   * What the commitment hangs on and is missing; nothing where findings say all there is to say.
   * @throws {Undecided} when that is not known
   */
  findMissing(): Lack | undefined;
}

/** What a verdict makes of a commitment: it is lost, perhaps, not at all, or as the client accepts it. */
export type Effect = "lost" | "open" | "kept" | AcceptedStatus;

/** What every policy means for a commitment, subject by subject. */
export function listStances(clause: ClauseId, input: LedgerInput): Stance[] {
  return input.policies.flatMap((policy) =>
    policy.stakes
      .filter(({ forfeits }) => forfeits.includes(clause))
      .flatMap((stake) => takeStances(policy, stake, input)),
  );
}

/** Several commitments may hang on one stake: what it means for them is worked out once. */
function takeStances(policy: Policy, stake: Stake<Subject>, input: LedgerInput): readonly Stance[] {
  return input.system.memo(stake, input, () =>
    input.outcomesOf(policy).flatMap((outcome) => takeStance(policy, stake, outcome, input)),
  );
}

function takeStance(policy: Policy, stake: Stake<Subject>, outcome: Outcome, input: LedgerInput): Stance[] {
  const { subject } = outcome;
  const { system } = input;
  const concerned = attempt(() => stake.when?.(subject, system) ?? true);
  if (concerned.value === false) return [];
  const effect = effectOf(stake, outcome, input, policy);
  const about = attempt(() => [...(stake.of?.(subject, system) ?? listFound(outcome))]);
  // Whether the commitment hangs on this subject is not known: only a compliant one costs nothing in both cases.
  const isOpen = (concerned.why ?? about.why) !== undefined && effect !== "kept";
  const findMissing = () => stake.missing?.(subject, system);
  return [{ policy, subject, outcome, effect: isOpen ? "open" : effect, about: about.value ?? [subject], findMissing }];
}

/** What a verdict is about: the subject, unless every finding is about some of it only. */
function listFound(outcome: Outcome): readonly Subject[] {
  const findings = outcome.verdict === "violation" ? outcome.findings : [];
  return findings.length === 0 ? [outcome.subject] : [...new Set(findings.flatMap(({ of }) => of ?? outcome.subject))];
}

function effectOf(stake: Stake<Subject>, outcome: Outcome, input: LedgerInput, policy: Policy): Effect {
  const { system } = input;
  const { verdict, subject } = outcome;
  // What a disabled policy finds counts too, but what it passes confirms nothing.
  const kept = input.isEnabled(policy) ? "kept" : "open";
  const { isLost, isSettledInDoubt } = stake;
  if (isLost && certainly(() => !isLost(subject, system))) return kept;
  if (verdict === "accepted") return stake.onAcceptance?.(outcome.why, system) ?? "accepted";
  const isOpen = verdict === "undetermined" || verdict === "deferred";
  if (isOpen && isSettledInDoubt?.(subject) !== true) return "open";
  if (!isLost) return verdict === "compliant" ? kept : "lost";
  return certainly(() => isLost(subject, system)) ? "lost" : "open";
}

/** The subjects of violations by which policies leave a commitment with less: evidence, or incidents. */
export function listReservations(
  clause: ClauseId,
  input: LedgerInput,
  of: (policy: Policy) => readonly ClauseId[],
): LedgerReason[] {
  return input.policies
    .filter((policy) => of(policy).includes(clause))
    .flatMap((policy) =>
      input.system.memo(`reservations of ${policy.name}`, input, () =>
        input
          .outcomesOf(policy)
          .filter(({ verdict }) => verdict === "violation" || verdict === "exempted")
          .map(({ subject }) => ({ policy, subject })),
      ),
    );
}
