import { choicesOf, type ClauseId, type Commitment, COMMITMENTS, type ReadingId } from "../../contract";
import type { SharedSettings } from "../../outscale/provider/settings";
import {
  addTo,
  attempt,
  certainly,
  compare,
  type Stack,
  stackSubject,
  type Subject,
  type SubjectKind,
} from "../../stack";
import type { Stake } from "../policy";
import type { CommitmentLine, LedgerInput, LedgerReason } from "./ledger";
import { type Fulfilment, fulfilmentOf, findWorst } from "./fulfilment";

/** What the verdict about one subject means for a commitment. */
interface Stance extends LedgerReason {
  readonly stake: Stake<Subject>;
  readonly fulfilment: Fulfilment;
}

const STATUS = { broken: "forfeited", open: "undetermined", kept: "enforceable" } as const;

/** The lines of every commitment, in the order of the convention. */
export function drawCommitmentLines(input: LedgerInput): CommitmentLine[] {
  return COMMITMENTS.flatMap((commitment) => drawLines(commitment, input));
}

function drawLines(commitment: Commitment, input: LedgerInput): CommitmentLine[] {
  const { clause } = commitment;
  const stances = listStances(clause, input);
  const own = stances.filter(({ stake }) => stake.everySystem !== true);
  const isGuarded = input.policies.some(({ stakes }) =>
    stakes.some(({ forfeits, everySystem }) => forfeits.includes(clause) && everySystem !== true),
  );
  const lines = listSystems(own, input.system);
  const bearsOn = indexByResource(lines);
  for (const stance of stances.filter(({ stake }) => stake.everySystem === true)) {
    for (const line of bearsOn(stance.subject)) line.bearing.push(stance);
  }
  for (const reason of listWeakening(clause, input)) {
    const found = bearsOn(reason.subject);
    // A subject that belongs to no system of a line weakens the evidence for all of them.
    for (const line of found.length > 0 ? found : lines) line.weakening.push(reason);
  }
  return lines.map(({ system, isNamed, bearing, weakening }) => {
    const decisive = findWorst(bearing.map(({ fulfilment }) => fulfilment)) ?? "kept";
    const status = decisive === "kept" && isGuarded && !isNamed ? "not applicable" : STATUS[decisive];
    const deciding = bearing.filter(({ fulfilment }) => fulfilment === decisive);
    const reasons = status === "enforceable" ? weakening : status === "not applicable" ? [] : deciding;
    const reading = formatReading(commitment, input.system.settings);
    return {
      commitment,
      system,
      status,
      reading,
      reasons: reasons.map(({ policy, subject }) => ({ policy, subject })),
    };
  });
}

/** Names the readings that a commitment rests on: `A2`, or `A2:unstarred` where the client chose another than ours. */
function formatReading({ readings }: Commitment, { readings: chosen }: SharedSettings): string {
  if (readings.length === 0) return "literal";
  return readings.map((id) => (isChosen(id, chosen) ? `${id}:${chosen[id]}` : id)).join(" ");
}

function isChosen(id: ReadingId, readings: SharedSettings["readings"]): id is keyof SharedSettings["readings"] {
  return choicesOf(id).some(({ choice }) => choice === (readings as Partial<Record<ReadingId, string>>)[id]);
}

function listStances(clause: ClauseId, input: LedgerInput): Stance[] {
  return input.policies.flatMap((policy) =>
    policy.stakes
      .filter(({ forfeits }) => forfeits.includes(clause))
      .flatMap((stake) =>
        input.outcomesOf(policy).flatMap(({ verdict, subject }): Stance[] => {
          const isForgiven = certainly(() => stake.unless?.(subject, input.system) ?? false);
          const fulfilment = isForgiven ? "kept" : fulfilmentOf(verdict, input.isEnabled(policy));
          const concerned = attempt(() => stake.when?.(subject, input.system) ?? true);
          if (!concerned.why) return concerned.value ? [{ policy, subject, stake, fulfilment }] : [];
          // Whether the commitment depends on this subject is not known: only a compliant one costs nothing in both cases.
          return [{ policy, subject, stake, fulfilment: fulfilment === "kept" ? fulfilment : "open" }];
        }),
      ),
  );
}

/** A line in the making. */
interface Draft {
  readonly system: Subject;
  /** Whether a verdict is about the system itself. */
  readonly isNamed: boolean;
  readonly bearing: Stance[];
  readonly weakening: LedgerReason[];
}

/** The systems with a line of their own: every tier and entry, and the resources that lose something. */
function listSystems(stances: readonly Stance[], stack: Stack): Draft[] {
  const systems = new Map<string, Draft>();
  for (const stance of stances) {
    const system = systemOf(stance, stack);
    const key = JSON.stringify([system.kind, system.resource.urn, system.name]);
    const known = systems.get(key);
    if (known) known.bearing.push(stance);
    else systems.set(key, { system, isNamed: true, bearing: [stance], weakening: [] });
  }
  if (systems.size === 0) return [{ system: stackSubject(stack), isNamed: false, bearing: [], weakening: [] }];
  return [...systems.values()].sort((a, b) => compareSystems(a.system, b.system));
}

/** The kinds of systems in the order of the lines: what serves users comes first, the stack as a whole last. */
const KINDS: readonly SubjectKind[] = ["tier", "entry", "net", "resource", "part", "stack"];

function compareSystems(a: Subject, b: Subject): number {
  return (
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.name, b.name) || compare(a.resource.urn, b.resource.urn)
  );
}

function systemOf({ subject, fulfilment }: Stance, stack: Stack): Subject {
  const isNamed = subject.kind === "tier" || subject.kind === "entry" || fulfilment !== "kept";
  return isNamed ? subject : stackSubject(stack);
}

/** The violations that leave a commitment, with less to prove it by. */
function listWeakening(clause: ClauseId, input: LedgerInput): LedgerReason[] {
  return input.policies
    .filter(({ weakens }) => weakens.includes(clause))
    .flatMap((policy) =>
      input
        .outcomesOf(policy)
        .filter(({ verdict }) => verdict === "violation" || verdict === "exempted")
        .map(({ subject }) => ({ policy, subject })),
    );
}

/**
 * Prepares to find the lines that a subject bears on: those whose system it is a part of, those whose system has a part
 * that it is the provider of, and that of the stack as a whole.
 */
function indexByResource(lines: readonly Draft[]): (subject: Subject) => readonly Draft[] {
  const byUrn = new Map<string, Draft[]>();
  for (const line of lines) {
    const { system } = line;
    const parts = [system.resource, ...system.related];
    const urns = parts.flatMap(({ urn, provider }) => (provider === undefined ? [urn] : [urn, provider]));
    for (const urn of new Set(urns)) addTo(byUrn, urn, line);
  }
  const whole = lines.filter(({ system }) => system.kind === "stack");
  return ({ resource, related }) => {
    const found = [resource, ...related].flatMap(({ urn }) => byUrn.get(urn) ?? []);
    return [...new Set([...found, ...whole])];
  };
}
