import type { ClauseId } from "./clause-ids";
import type { Period } from "./clauses";
import { type Reading, type ReadingId, READINGS } from "./readings";

/** What Outscale commits to, as numbers to count with. */
export type Figure =
  /** The share of the period for which the service is available, from 0 to 1. */
  | { readonly kind: "availability"; readonly probability: number; readonly period: Period }
  /** The probability, from 0 to 1, that data are not lost by accident; the convention does not always say in what time. */
  | { readonly kind: "durability"; readonly probability: number; readonly period?: Period }
  /** The longest latency. */
  | { readonly kind: "latency"; readonly milliseconds: number }
  /** The least share of the period, from 0 to 1, for which the subscribed IOPS are delivered in blocks of that size. */
  | {
      readonly kind: "performance";
      readonly shareOfTime: number;
      readonly period: Period;
      readonly blockKilobytes: number;
    }
  /** The longest time to a first answer (GTI) and to the resolution (GTR), the latter perhaps in working hours. */
  | {
      readonly kind: "support";
      readonly responseMinutes: number;
      readonly restorationHours: number;
      readonly workingHours?: true;
    };

/** One commitment of Outscale, and what the client loses it by. */
export interface Commitment {
  readonly clause: ClauseId;
  readonly figure: Figure;
  /** Lost, through the asterisk or a condition of its own, unless the client uses every Subregion of the Region. */
  readonly allZones: boolean;
  /** The clauses the client must meet to claim it, and those that take something out of it. */
  readonly preconditions: readonly ClauseId[];
  /** How its conditions are read, where the convention leaves a choice. */
  readonly readings: readonly ReadingId[];
}

/** What is asked for every commitment, beside its own preconditions (A37). */
const COMMON_PRECONDITIONS: readonly ClauseId[] = ["SLA10.ticket", "SLA10.evidence"];
/** What takes something out of every availability, be it counted by the month or by the year. */
const OUT_OF_AVAILABILITY: readonly ClauseId[] = ["SLA9.hammering"];

/** All that bears on a commitment: its own preconditions, then those it shares with others. */
export function preconditionsOf({ figure, preconditions }: Commitment): readonly ClauseId[] {
  const shared = figure.kind === "availability" ? OUT_OF_AVAILABILITY : [];
  return [...new Set([...preconditions, ...shared, ...COMMON_PRECONDITIONS])];
}

/** What the words of a commitment mean, and where it holds. */
export function definitionsOf({ figure }: Commitment): readonly ClauseId[] {
  return ["GEN.scope", ...DEFINITIONS[figure.kind]];
}

const DEFINITIONS: Readonly<Record<Figure["kind"], readonly ClauseId[]>> = {
  availability: ["GEN.availability", "GEN.clock"],
  durability: ["GEN.durability"],
  latency: ["GEN.clock"],
  performance: ["GEN.clock"],
  support: ["GEN.clock", "SLA10.gti"],
};

/** The support times, which one loses together. */
export const SUPPORT_TIMES: readonly ClauseId[] = ["SLA10.sev1", "SLA10.sev2", "SLA10.sev3"];

/** The command API is one, which three services promise (A13). */
const COMMAND_API: readonly ClauseId[] = ["SLA4.api", "SLA5.api", "SLA9.api"];

/** The commitments that stand in one row of a report, by what the row is called. */
export const SHARED_ROWS: ReadonlyMap<string, readonly ClauseId[]> = new Map([
  ["SLA10.sev1-3", SUPPORT_TIMES],
  ["SLA4/5/9.api", COMMAND_API],
]);

/** The commitments whose condition is that the client deployed equivalents in every Subregion, by a star or their own. */
export const BOUND_TO_DEPLOYMENT: readonly ClauseId[] = ["SLA4.internet", "SLA4.firewall", ...SUPPORT_TIMES];

/** The commitments of the convention. */
export const COMMITMENTS: readonly Commitment[] = [
  {
    clause: "SLA1.region",
    figure: { kind: "availability", probability: 0.999, period: "year" },
    allZones: false,
    preconditions: [],
    readings: [],
  },
  {
    clause: "SLA1.zone",
    figure: { kind: "availability", probability: 0.997, period: "year" },
    allZones: false,
    preconditions: [],
    readings: ["A9"],
  },
  {
    clause: "SLA2.network",
    figure: { kind: "availability", probability: 0.9999, period: "year" },
    allZones: false,
    preconditions: [],
    readings: [],
  },
  {
    clause: "SLA2.latency",
    figure: { kind: "latency", milliseconds: 10 },
    allZones: false,
    preconditions: [],
    readings: [],
  },
  {
    clause: "SLA2.ooslatency",
    figure: { kind: "latency", milliseconds: 200 },
    allZones: false,
    preconditions: [],
    readings: [],
  },
  {
    clause: "SLA3.services",
    figure: { kind: "availability", probability: 0.998, period: "month" },
    allZones: false,
    preconditions: ["SLA3.abuse"],
    readings: [],
  },
  {
    clause: "SLA3.metadata",
    figure: { kind: "availability", probability: 0.998, period: "month" },
    allZones: false,
    preconditions: ["SLA3.abuse"],
    readings: [],
  },
  {
    clause: "SLA4.internet",
    figure: { kind: "availability", probability: 0.99999, period: "year" },
    allZones: true,
    preconditions: ["GEN.asterisk", "SLA4.bgp", "SLA4.ddos"],
    readings: ["A1", "A29"],
  },
  {
    clause: "SLA4.firewall",
    figure: { kind: "availability", probability: 0.998, period: "month" },
    allZones: true,
    preconditions: ["GEN.asterisk"],
    readings: ["A1", "A2", "A29"],
  },
  {
    clause: "SLA4.api",
    figure: { kind: "availability", probability: 0.999, period: "month" },
    allZones: false,
    preconditions: ["SLA9.hammering", "SLA9.throttling"],
    readings: ["A13"],
  },
  {
    clause: "SLA5.lb",
    figure: { kind: "availability", probability: 0.9978, period: "month" },
    allZones: false,
    preconditions: [],
    readings: [],
  },
  {
    clause: "SLA5.api",
    figure: { kind: "availability", probability: 0.999, period: "month" },
    allZones: false,
    preconditions: ["SLA9.hammering", "SLA9.throttling"],
    readings: ["A13"],
  },
  {
    clause: "SLA6.durability",
    figure: { kind: "durability", probability: 0.999999999999, period: "year" },
    allZones: true,
    preconditions: ["SLA6.usage", "SLA6.block", "SLA6.fuse"],
    readings: ["A12"],
  },
  {
    clause: "SLA6.publishapi",
    figure: { kind: "availability", probability: 0.9997, period: "year" },
    allZones: false,
    preconditions: ["SLA6.block", "SLA6.fuse"],
    readings: [],
  },
  {
    clause: "SLA6.accessapi",
    figure: { kind: "availability", probability: 0.9997, period: "year" },
    allZones: false,
    preconditions: ["SLA6.block", "SLA6.fuse"],
    readings: [],
  },
  {
    clause: "SLA7.volume",
    figure: { kind: "availability", probability: 0.997, period: "month" },
    allZones: false,
    preconditions: ["SLA7.backup", "SLA7.nodurability"],
    readings: ["A9"],
  },
  {
    clause: "SLA7.snapshot",
    figure: { kind: "availability", probability: 0.997, period: "month" },
    allZones: false,
    preconditions: [],
    readings: [],
  },
  {
    clause: "SLA7.durability",
    figure: { kind: "durability", probability: 0.999999999999 },
    allZones: false,
    preconditions: ["SLA7.delay"],
    readings: ["A10"],
  },
  {
    clause: "SLA7.iops",
    figure: { kind: "performance", shareOfTime: 0.9, period: "month", blockKilobytes: 4 },
    allZones: false,
    preconditions: [],
    readings: [],
  },
  {
    clause: "SLA9.hardware",
    figure: { kind: "availability", probability: 0.997, period: "month" },
    allZones: false,
    preconditions: ["SLA9.downtime"],
    readings: ["A9"],
  },
  {
    clause: "SLA9.vm",
    figure: { kind: "availability", probability: 0.997, period: "month" },
    allZones: false,
    preconditions: ["SLA9.stopped", "SLA9.supervise", "SLA9.downtime"],
    readings: ["A9"],
  },
  {
    clause: "SLA9.api",
    figure: { kind: "availability", probability: 0.999, period: "month" },
    allZones: false,
    preconditions: ["SLA9.hammering", "SLA9.throttling"],
    readings: ["A13"],
  },
  {
    clause: "SLA10.sev1",
    figure: { kind: "support", responseMinutes: 15, restorationHours: 2 },
    allZones: true,
    preconditions: ["SLA10.ticket", "SLA10.gtr", "SLA10.evidence", "SLA10.zones"],
    readings: ["A1", "A3", "A29", "A31"],
  },
  {
    clause: "SLA10.sev2",
    figure: { kind: "support", responseMinutes: 30, restorationHours: 4 },
    allZones: true,
    preconditions: ["SLA10.ticket", "SLA10.gtr", "SLA10.evidence", "SLA10.zones"],
    readings: ["A1", "A3", "A29", "A31"],
  },
  {
    clause: "SLA10.sev3",
    figure: { kind: "support", responseMinutes: 60, restorationHours: 48, workingHours: true },
    allZones: true,
    preconditions: ["SLA10.ticket", "SLA10.gtr", "SLA10.evidence", "SLA10.zones"],
    readings: ["A1", "A3", "A29", "A31"],
  },
];

/**
 * The commitment that a clause makes.
 *
 * @throws Error where the clause makes none.
 */
export function commitmentOf(clause: ClauseId): Commitment {
  const found = COMMITMENTS.find((commitment) => commitment.clause === clause);
  if (!found) throw new Error(`${clause} is no commitment.`);
  return found;
}

/** The clauses that a reading bears on, with every commitment for one that bears on all. */
export function clausesOf(id: ReadingId): readonly ClauseId[] {
  const { clauses, isCommon }: Reading = READINGS[id];
  return isCommon ? [...new Set([...clauses, ...COMMITMENTS.map(({ clause }) => clause)])] : clauses;
}
