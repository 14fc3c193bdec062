import { type ClauseId, SUPPORT_TIMES } from "../../contract";
import { addTo, compare } from "../../stack";
import { formatList, joinWithSemicolons, type Text } from "../../text";
import { formatAssets } from "./asset-text";
import { assetKey, type CommitmentLine, policyNames } from "./ledger";

/** How many assets of a kind one sentence names: a preview shows it among many others. */
const NAMED = 5;

/** What is lost, in one sentence: the commitments, what for, and the policies that say so. */
export function formatForfeits(lines: readonly CommitmentLine[]): Text {
  const byAsset = new Map<string, CommitmentLine[]>();
  for (const line of lines) addTo(byAsset, assetKey(line), line);
  const byLoss = new Map<string, CommitmentLine[][]>();
  for (const group of byAsset.values()) addTo(byLoss, clausesOf(group).join(), group);
  // What costs most assets something comes first.
  const losses = [...byLoss.values()].sort((a, b) => b.length - a.length).map(formatLoss);
  const told = joinWithSemicolons(losses);
  return { en: `Forfeited: ${told.en}.`, fr: `Perdus : ${told.fr}.` };
}

/** The ids of commitments; the three support times, which are lost together, as one. */
export function formatCommitmentIds(clauses: readonly ClauseId[]): string[] {
  if (!SUPPORT_TIMES.every((clause) => clauses.includes(clause))) return [...clauses];
  return [...clauses.filter((clause) => !SUPPORT_TIMES.includes(clause)), "SLA10.sev1-3"];
}

/** Assets that lose the same. */
function formatLoss(groups: readonly (readonly CommitmentLine[])[]): Text {
  const [group = []] = groups;
  const what = formatList(formatCommitmentIds(clausesOf(group)), MOST_CLAUSES);
  const whose = formatAssets(
    groups.flatMap(([line]) => line?.asset ?? []),
    NAMED,
  );
  const policies = formatList(policiesOf(groups.flat()));
  return {
    en: `${what.en} for ${whose.en} (${policies.en})`,
    fr: `${what.fr} pour ${whose.fr} (${policies.fr})`,
  };
}

const MOST_CLAUSES = 6;

function policiesOf(lines: readonly CommitmentLine[]): string[] {
  return policyNames(lines.flatMap(({ reasons }) => reasons)).sort(compare);
}

function clausesOf(lines: readonly CommitmentLine[]): ClauseId[] {
  return lines.map(({ commitment }) => commitment.clause);
}
