import { POLICIES } from "../../policies";
import type { Configuration } from "../config";
import { attestationOn, EDITION_TEXT } from "../contract";
import {
  listAccounts,
  listLeftOut,
  listUnlistedEnvironments,
  ObservedSystem,
  readDrifted,
  refuseTwoAccounts,
  type System,
  withoutTerminated,
} from "../outscale";
import { Judgement, type PolicyMetadata } from "../policy";
import { makeReport, type Report } from "../report";
import { estimateResilience } from "../resilience";
import type { Asked } from "./asked";
import { describeChange } from "./changed-settings";
import { formatDrift, formatLimit, isOfTheProgram, listUnjudged } from "./limit-text";
import { readLost } from "./without";

/**
 * Judges what was read, and reports on it: what the policies that are asked for find, and what the stack can claim.
 * @throws {UserError} when what is of two accounts is given together
 */
export function reportOn(
  {
    stack,
    limits,
    source,
    config,
    without = [],
  }: Pick<Asked, "stack" | "limits" | "source"> & {
    readonly config?: string | undefined;
    readonly without?: readonly string[] | undefined;
  },
  configuration: Configuration,
  wanted: readonly PolicyMetadata[],
  today: string,
): Report {
  const { shared, levelOf, changes, exemptions } = configuration;
  const isDeployed = source === "state";
  const counted = isDeployed ? withoutTerminated(stack) : stack;
  const drift = isDeployed ? readDrifted(counted, shared) : undefined;
  const system = new ObservedSystem(counted, shared);
  refuseTwoAccounts(system);
  const judgement = new Judgement({
    system,
    policies: POLICIES,
    settings: configuration,
    today,
    isDeployed,
    drifted: drift?.system,
    unseen: [
      ...limits.filter(isOfTheProgram).map((limit) => ({
        id: `${limit.kind} ${limit.name}`,
        text: formatLimit(limit),
      })),
      ...(drift && drift.drifts.length > 0 ? [{ id: "drift", text: formatDrift(drift.drifts) }] : []),
    ],
    isAsked: (policy) => wanted.includes(policy),
  });
  return makeReport({
    resilience: estimateResilience(system, judgement.commitments(), readLost(without, system)),
    stack: { project: stack.facts.project, name: stack.facts.name, source, accounts: accountIds(system) },
    resources: stack.resources.length,
    policies: wanted
      .filter((policy) => judgement.isReported(policy))
      .map((policy) => ({ policy, level: levelOf(policy) })),
    outcomes: judgement.listReported(),
    ledger: judgement.ledger(),
    config,
    settings: changes.map((change) => describeChange(change, judgement, system)),
    exemptions: exemptions.length,
    notices: judgement.listExpiring(),
    leftOut: listLeftOut(system),
    isEmpty: judgement.judgesNothing(),
    edition: [EDITION_TEXT, attestationOn(today, shared.attestation).text],
    limits: [
      ...judgement.listUnseen().map(({ text }) => text),
      ...limits.filter((limit) => !isOfTheProgram(limit)).map(formatLimit),
      ...judgement.listNotJudged(),
      ...listUnlistedEnvironments(system),
      ...listUnjudged(system),
    ],
  });
}

function accountIds(system: System): string[] {
  return [...new Set(listAccounts(system).map(({ account }) => account))];
}
