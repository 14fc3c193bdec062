import { type ClauseId, SUPPORT_TIMES } from "../../contract";
import type { Asset } from "../../outscale";
import { addTo, compare } from "../../stack";
import { formatList, joinWithSemicolons, type Text } from "../../text";
import { formatAssets } from "./asset-text";
import { assetKey, type CommitmentLine, policyNames } from "./ledger";

/** How many assets of a kind one sentence names: a preview shows it among many others. */
const NAMED = 5;

/** What is lost, in one sentence: the commitments, what for, and the policies that say so. */
export function formatForfeits(lines: readonly CommitmentLine[]): Text {
  // What costs most assets something comes first.
  const losses = groupByClaims(lines)
    .sort((a, b) => b.assets.length - a.assets.length)
    .map((claims) => {
      const [told, policies] = [formatClaims(claims, NAMED), formatList(policiesOf(claims.lines))];
      return { en: `${told.en} (${policies.en})`, fr: `${told.fr} (${policies.fr})` };
    });
  const told = joinWithSemicolons(losses);
  return { en: `Forfeited: ${told.en}.`, fr: `Perdus : ${told.fr}.` };
}

/** Commitments, and the assets that all of them are about. */
interface Claims {
  readonly clauses: readonly ClauseId[];
  readonly assets: readonly Asset[];
  readonly lines: readonly CommitmentLine[];
}

/** The lines about assets that have the same of them, together. */
export function groupByClaims(lines: readonly CommitmentLine[]): Claims[] {
  const byAsset = new Map<string, CommitmentLine[]>();
  for (const line of lines) addTo(byAsset, assetKey(line), line);
  const byClauses = new Map<string, CommitmentLine[][]>();
  for (const group of byAsset.values()) addTo(byClauses, clausesOf(group).join(), group);
  return [...byClauses.values()].map((groups) => ({
    clauses: clausesOf(groups[0] ?? []),
    assets: groups.flatMap(([line]) => line?.asset ?? []),
    lines: groups.flat(),
  }));
}

/**
 * Names commitments and what they are about: `SLA4.firewall and SLA10.sev1-3 for tiers app and web`.
 * @param atMost how many assets of a kind are named before the rest is counted
 */
export function formatClaims({ clauses, assets }: Claims, atMost?: number): Text {
  const what = formatList(formatCommitmentIds(clauses), MOST_CLAUSES);
  const whose = formatAssets(assets, atMost);
  return { en: `${what.en} for ${whose.en}`, fr: `${what.fr} pour ${whose.fr}` };
}

/** The ids of commitments; the three support times, which are lost together, as one. */
export function formatCommitmentIds(clauses: readonly ClauseId[]): string[] {
  if (!SUPPORT_TIMES.every((clause) => clauses.includes(clause))) return [...clauses];
  return [...clauses.filter((clause) => !SUPPORT_TIMES.includes(clause)), "SLA10.sev1-3"];
}

const MOST_CLAUSES = 6;

function policiesOf(lines: readonly CommitmentLine[]): string[] {
  return policyNames(lines.flatMap(({ reasons }) => reasons)).sort(compare);
}

function clausesOf(lines: readonly CommitmentLine[]): ClauseId[] {
  return lines.map(({ commitment }) => commitment.clause);
}
