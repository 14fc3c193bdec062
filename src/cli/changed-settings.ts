import type { Change } from "../config";
import { type ClauseId, clausesOf, READINGS } from "../contract";
import type { ObservedSystem } from "../outscale";
import type { Judgement } from "../policy";
import type { ReportedSetting } from "../report";
import type { ExitOptions } from "./exit-code";

/** Says of a level or a setting that the user changed which policies and clauses of this report depend on it. */
export function describeChange(change: Change, judgement: Judgement, system: ObservedSystem): ReportedSetting {
  const { name, value, of } = change;
  const touches = "policies" in of ? of.policies : listTouched(of.shared, value, judgement, system);
  return { name, value, default: change.default ?? null, touches };
}

/** The options that make the exit code weaker: they loosen it as a setting would, and are said beside these. */
export function describeOptions({ failOn, allowEmpty, policy = [] }: LooseningOptions): ReportedSetting[] {
  const touches: readonly string[] = [];
  return [
    ...(failOn === "never" ? [{ name: "--fail-on", value: failOn, default: "mandatory", touches }] : []),
    ...(allowEmpty === true ? [{ name: "--allow-empty", value: true, default: false, touches }] : []),
    ...(policy.length > 0 ? [{ name: "--policy", value: policy, default: null, touches }] : []),
  ];
}

type LooseningOptions = Pick<ExitOptions, "failOn" | "allowEmpty"> & {
  readonly policy?: readonly string[] | undefined;
};

/** The policies that a shared setting is read by in this stack, and the clauses that it decides how to read. */
function listTouched(setting: string, value: unknown, judgement: Judgement, system: ObservedSystem): string[] {
  const touched = judgement.policies.filter((policy) => {
    // Facts about other stacks are resources like the others: whatever is judged may come upon them.
    if (setting === "known") return judgement.outcomesOf(policy).length > 0;
    const read = system.listReads(() => [judgement.outcomesOf(policy), judgement.isEmptied(policy)]);
    return read.has(setting);
  });
  return [...touched.map(({ name }) => name), ...listClauses(setting, value)];
}

/** The clauses whose reading a setting decides. */
function listClauses(setting: string, value: unknown): readonly ClauseId[] {
  const [group, name = ""] = setting.split(".");
  if (group === "readings" && name in READINGS) return clausesOf(name as keyof typeof READINGS);
  if (group === "sameSubregions") return READINGS.A34.clauses;
  if (group !== "attestation") return [];
  const { services } = value as { readonly services?: readonly string[] };
  return [...new Set([...READINGS.A25.clauses, ...(services ? READINGS.A35.clauses : [])])];
}
