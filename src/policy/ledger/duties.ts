import { attestationOn, CLAUSE_IDS, CLAUSES, type ClauseId, COMMITMENTS, isSeenBySigns } from "../../contract";
import type { Text } from "../../text";
import type { Outcome } from "../evaluate";
import type { Finding } from "../finding";
import type { Policy } from "../policy";
import { drawConditionLines } from "./conditions";
import type { CommitmentLine, DutyLine, DutyStatus, LedgerInput, LedgerReason } from "./ledger";

/** Every clause that is no commitment, in the order of the convention. */
const DUTIES: readonly ClauseId[] = CLAUSE_IDS.filter((id) => !COMMITMENTS.some(({ clause }) => clause === id));

/**
 * How the stack stands with every clause that is no commitment.
 * @param lines the lines about commitments, which decide the conditions that are counted asset by asset
 */
export function drawDutyLines(input: LedgerInput, lines: readonly CommitmentLine[]): DutyLine[] {
  return DUTIES.flatMap((clause) => {
    const { force } = CLAUSES[clause];
    const counted = drawConditionLines(clause, lines);
    if (counted) return counted;
    const { status, reasons, left } = DECIDED_BY_A_SETTING[clause]?.(input) ?? judgeDuty(clause, input);
    return [{ clause, force, asset: undefined, status, reasons, left }];
  });
}

/** How a stack stands with a clause, and what is left to show of it. */
type Standing = Pick<DutyLine, "status" | "reasons" | "left">;

/** What no policy judges, and a setting tells of. */
const DECIDED_BY_A_SETTING: Partial<Readonly<Record<ClauseId, (input: LedgerInput) => Standing>>> = {
  "QUAL.expiry": ({ system, today }) => {
    const { state, text } = attestationOn(today, system.settings.attestation);
    return stand(state === "given" ? "declared" : state === "annexed" ? "shown" : "unmet", [], text);
  },
  "QUAL.browser": ({ system }) =>
    stand(system.settings.readings.A26 === "unconfirmed" ? "undetermined" : "not visible"),
};

function stand(status: DutyStatus, reasons: readonly LedgerReason[] = [], left?: Text): Standing {
  return { status, reasons, left };
}

/** What the verdict about one subject means for a clause, the worst first. */
const EFFECTS = ["unmet", "undetermined", "not judged", "declared", "kept"] as const;
type Effect = (typeof EFFECTS)[number];

function judgeDuty(clause: ClauseId, input: LedgerInput): Standing {
  const policies = input.policies.filter((policy) => policy.clauses.includes(clause) && mayBreach(policy, clause));
  if (policies.length === 0) return stand("not visible");
  const stances = policies.flatMap((policy) => listStances(policy, clause, input));
  const worst = EFFECTS.find((effect) => stances.some((stance) => stance.effect === effect));
  if (isSeenBySigns(clause) && worst !== "kept" && worst !== "declared" && worst !== "not judged") {
    return stand("not visible");
  }
  if (worst === undefined) return stand("not applicable");
  const reasons = stances.flatMap(({ effect, reason }) => (effect === worst && reason ? [reason] : []));
  if (worst === "unmet" || worst === "undetermined" || worst === "not judged") return stand(worst, reasons);
  const { shows } = CLAUSES[clause];
  if (shows === undefined) return stand("not visible");
  if (shows === "shown") return stand(worst === "declared" ? "declared" : "shown");
  return "partly" in shows ? stand("partly", [], shows.partly) : stand("declared", [], shows.declared);
}

/** Good practice is nothing that the client owes: what goes against it breaches no obligation, and fulfils none. */
function mayBreach({ ground }: Policy, clause: ClauseId): boolean {
  return ground !== "good practice" || CLAUSES[clause].force !== "obligation";
}

/** What was found, accepted or not: of a policy with several clauses, a finding may be about some of them. */
function listFound(outcome: Outcome): readonly Finding[] {
  const exempted = "exempted" in outcome ? outcome.exempted.map(({ finding }) => finding) : [];
  return outcome.verdict === "violation" ? [...outcome.findings, ...exempted] : exempted;
}

interface Stance {
  readonly effect: Effect;
  readonly reason?: LedgerReason;
}

function listStances(policy: Policy, clause: ClauseId, input: LedgerInput): Stance[] {
  // A policy that is disabled by default, and that the user did not enable, must not leave its clauses open.
  if (policy.level === "disabled" && !input.isEnabled(policy)) return [];
  if (input.isEmptied(policy)) return [{ effect: "not judged" }];
  return input.outcomesOf(policy).map((outcome) => ({
    effect: effectOf(outcome, clause, input.isEnabled(policy)),
    reason: { policy, subject: outcome.subject },
  }));
}

/** A loss that the program declares to accept keeps a duty by that declaration only. */
function effectOf(outcome: Outcome, clause: ClauseId, isEnabled: boolean): Effect {
  const { verdict } = outcome;
  if (listFound(outcome).some(({ clauses }) => clauses?.includes(clause) ?? true)) return "unmet";
  if (!isEnabled) return "not judged";
  if (verdict === "violation" || verdict === "exempted") return "kept";
  if (verdict === "accepted") return "declared";
  return verdict === "compliant" ? "kept" : "undetermined";
}
