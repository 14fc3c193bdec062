import { type ClauseId, type Commitment, COMMITMENTS } from "../contract";
import { attempt, compare, type Stack, stackSubject, type Subject, type SubjectKind } from "../stack";
import type { Outcome } from "./evaluate";
import type { CommitmentLine, CommitmentStatus, LedgerInput, LedgerReason } from "./ledger";
import type { Policy, Stake } from "./policy";

type OutcomesOf = (policy: Policy) => readonly Outcome[];

/** What one verdict means for a commitment. */
interface Stance extends LedgerReason {
  readonly status: Exclude<CommitmentStatus, "not applicable">;
}

/** What decides over all else comes first. */
const PRECEDENCE = ["forfeited", "undetermined", "enforceable"] as const;

/** The lines of every commitment that has a figure, in the order of the convention. */
export function commitmentLines(input: LedgerInput, outcomesOf: OutcomesOf): CommitmentLine[] {
  return COMMITMENTS.filter(({ figure }) => figure.kind !== "none").flatMap((commitment) =>
    linesOf(commitment, input, outcomesOf),
  );
}

function linesOf(commitment: Commitment, input: LedgerInput, outcomesOf: OutcomesOf): CommitmentLine[] {
  const { clause } = commitment;
  const stances = stancesOf(clause, input, outcomesOf);
  const own = stances.filter(({ stake }) => stake.everySystem !== true);
  const everywhere = stances.filter(({ stake }) => stake.everySystem === true);
  const isGuarded = input.policies.some(({ stakes }) =>
    stakes.some(({ forfeits, everySystem }) => forfeits.includes(clause) && everySystem !== true),
  );
  const systems = systemsOf(own, input.stack);
  const weakening = weakeningOf(clause, input.policies, outcomesOf);
  return systems.map(({ system, about }) => {
    const bearing = [...about, ...everywhere.filter(({ subject }) => bearsOn(subject, system))];
    const judged = PRECEDENCE.find((status) => bearing.some((stance) => stance.status === status)) ?? "enforceable";
    const status = judged === "enforceable" && isGuarded && about.length === 0 ? "not applicable" : judged;
    const evidence = weakening.filter(
      ({ subject }) => bearsOn(subject, system) || !systems.some((each) => bearsOn(subject, each.system)),
    );
    const reasons = status === "enforceable" ? evidence : bearing.filter((stance) => stance.status === status);
    return { commitment, system, status, reasons: reasons.map(({ policy, subject }) => ({ policy, subject })) };
  });
}

interface StakedStance extends Stance {
  readonly stake: Stake<Subject>;
}

function stancesOf(clause: ClauseId, input: LedgerInput, outcomesOf: OutcomesOf): StakedStance[] {
  return input.policies.flatMap((policy) =>
    policy.stakes
      .filter(({ forfeits }) => forfeits.includes(clause))
      .flatMap((stake) =>
        outcomesOf(policy).flatMap(({ verdict, subject }) => {
          const status = statusOf(verdict, input.isEnabled(policy));
          const concerned = attempt(() => stake.when?.(subject, input.shared) ?? true);
          if ("value" in concerned) return concerned.value ? [{ policy, subject, stake, status }] : [];
          // Whether the commitment hangs on it is not known: only what is compliant costs it nothing either way.
          return [{ policy, subject, stake, status: status === "enforceable" ? status : "undetermined" }];
        }),
      ),
  );
}

function statusOf(verdict: Outcome["verdict"], isEnabled: boolean): Stance["status"] {
  if (verdict === "violation" || verdict === "exempted" || verdict === "accepted") return "forfeited";
  return verdict === "compliant" && isEnabled ? "enforceable" : "undetermined";
}

/** The systems with a line of their own: every tier and entry, and the resources that lose something. */
function systemsOf(stances: readonly Stance[], stack: Stack): { system: Subject; about: Stance[] }[] {
  const systems = new Map<string, { system: Subject; about: Stance[] }>();
  for (const stance of stances) {
    const system = systemOf(stance, stack);
    const key = JSON.stringify([system.kind, system.resource.urn, system.name]);
    const known = systems.get(key);
    if (known) known.about.push(stance);
    else systems.set(key, { system, about: [stance] });
  }
  if (systems.size === 0) return [{ system: stackSubject(stack), about: [] }];
  return [...systems.values()].sort((a, b) => bySystem(a.system, b.system));
}

/** What bears the most first, the stack as a whole last. */
const KINDS: readonly SubjectKind[] = ["tier", "entry", "net", "resource", "part", "stack"];

function bySystem(a: Subject, b: Subject): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.name, b.name) || compare(a.resource.urn, b.resource.urn)
  );
}

function systemOf({ subject, status }: Stance, stack: Stack): Subject {
  const isNamed = subject.kind === "tier" || subject.kind === "entry" || status !== "enforceable";
  return isNamed ? subject : stackSubject(stack);
}

/** What is broken without costing the commitment, and leaves less to prove it by. */
function weakeningOf(clause: ClauseId, policies: readonly Policy[], outcomesOf: OutcomesOf): LedgerReason[] {
  return policies
    .filter(({ weakens }) => weakens.includes(clause))
    .flatMap((policy) =>
      outcomesOf(policy)
        .filter(({ verdict }) => verdict === "violation" || verdict === "exempted")
        .map(({ subject }) => ({ policy, subject })),
    );
}

/** Whether what is found about a subject is found about a part of the system, or about the provider of a part. */
function bearsOn(subject: Subject, system: Subject): boolean {
  if (system.kind === "stack") return true;
  const found = new Set([subject.resource.urn, ...subject.related.map(({ urn }) => urn)]);
  return [system.resource, ...system.related].some(
    ({ urn, provider }) => found.has(urn) || (provider !== undefined && found.has(provider)),
  );
}
