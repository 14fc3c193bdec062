import { BOUND_TO_DEPLOYMENT, type ClauseId, SUPPORT_TIMES } from "../contract";
import type { Asset, AssetKind } from "../outscale";
import { assetKey, type CommitmentLine, type CommitmentStatus, type Judgement } from "../policy";
import { addTo } from "../stack";
import type { Text } from "../text";
import { explainLine } from "./because";
import {
  describeInterruption,
  describeUncounted,
  listInterrupted,
  listNotes,
  listUncounted,
  type ProofContext,
} from "./context";
import { type Equivalents, listEquivalents } from "./equivalents";

/** How a condition stands, by what was deployed. */
export type ConditionStatus =
  | "fulfilled"
  /** Of support times: equivalents were deployed. That Outscale could not restore the service is not for a page to show. */
  | "first half fulfilled"
  | "not fulfilled"
  | "undetermined"
  | "not claimed"
  | "not asked";

/** How the conditions of claims stand for something that can fail, and what is equivalent to it. */
export interface Conclusion {
  readonly asset: Asset;
  /** That it is in every Subregion (GEN.asterisk), for each starred commitment that is about it. */
  readonly star: readonly StarVerdict[];
  /** That equivalents of it are in every Subregion (SLA10.zones). */
  readonly support: ConditionVerdict;
  /** What can stand in for each other, group by group. */
  readonly equivalents: readonly Equivalents[];
}

/** How a condition stands, and why. */
export interface ConditionVerdict {
  readonly status: ConditionStatus;
  /** The policies whose verdicts decide it. */
  readonly policies: readonly string[];
  readonly because: readonly Text[];
  /** How many reasons more there are, which name what the page is not about. */
  readonly withheld: number;
}

/** How the star stands, for commitments of which it is said alike. */
export interface StarVerdict extends ConditionVerdict {
  readonly commitments: readonly ClauseId[];
}

/** What a proof concludes about: what a client deploys in Subregions, and can lose with one. */
const KINDS: readonly AssetKind[] = ["tier", "entry", "node pool", "net", "resource"];
const STARRED: readonly ClauseId[] = BOUND_TO_DEPLOYMENT.filter((clause) => !SUPPORT_TIMES.includes(clause));

/** How the conditions stand that a proof is made for, by the lines of the ledger: a proof says what the verdicts say. */
export function drawConclusions(judgement: Judgement, context: ProofContext): Conclusion[] {
  const lines = judgement.commitments().filter(({ asset }) => asset !== undefined);
  const support = lines.filter(
    ({ asset, commitment }) => asset && KINDS.includes(asset.kind) && isFirstSupport(commitment),
  );
  const starred = new Map<string, CommitmentLine[]>();
  for (const line of lines) if (STARRED.includes(line.commitment.clause)) addTo(starred, assetKey(line), line);
  return support.flatMap((line) => {
    const { asset } = line;
    if (!asset || asset.isRegional) return [];
    const ofAsset = starred.get(assetKey(line)) ?? [];
    const conclude = (about: CommitmentLine) => concludeLine(about, asset, judgement, context);
    return [
      {
        asset,
        star: joinAlike(ofAsset.map((each) => ({ commitments: [each.commitment.clause], ...conclude(each) }))),
        support: halve(conclude(line)),
        equivalents: listEquivalents(asset, judgement.system, context.cutOff),
      },
    ];
  });
}

function isFirstSupport({ clause }: CommitmentLine["commitment"]): boolean {
  return clause === SUPPORT_TIMES[0];
}

/** Support times have a second condition, of which no program and no state tells. */
function halve(verdict: ConditionVerdict): ConditionVerdict {
  return verdict.status === "fulfilled" ? { ...verdict, status: "first half fulfilled" } : verdict;
}

const STATUSES: Readonly<Record<CommitmentStatus, ConditionStatus>> = {
  forfeited: "not fulfilled",
  undetermined: "undetermined",
  accepted: "not claimed",
  "not applicable": "not claimed",
  planned: "fulfilled",
  "to be proved": "fulfilled",
  enforceable: "not asked",
};

function joinAlike(verdicts: readonly StarVerdict[]): StarVerdict[] {
  const joined = new Map<string, StarVerdict>();
  for (const { commitments, ...verdict } of verdicts) {
    const key = JSON.stringify(verdict);
    joined.set(key, { commitments: [...(joined.get(key)?.commitments ?? []), ...commitments], ...verdict });
  }
  return [...joined.values()];
}

function concludeLine(
  line: CommitmentLine,
  asset: Asset,
  judgement: Judgement,
  context: ProofContext,
): ConditionVerdict {
  const status = STATUSES[line.status];
  const decides = line.status === "forfeited" || line.status === "undetermined" || line.status === "accepted";
  const reasons = decides ? line.reasons : [];
  const { texts, withheld } = explainLine({ ...line, reasons }, asset, judgement, context.isShown);
  const policies = [...new Set(reasons.map(({ policy }) => policy.name))];
  const interrupted = status === "fulfilled" ? listInterrupted(asset, judgement.system, context) : [];
  if (interrupted.length > 0) {
    return { status: "undetermined", policies, because: interrupted.map(describeInterruption), withheld };
  }
  const isOpen = status === "not fulfilled" || status === "undetermined";
  const uncounted = isOpen ? listUncounted(asset, judgement.system, context) : [];
  const because = [...texts, ...uncounted.map(describeUncounted), ...listNotes(line, asset, context)];
  return { status, policies, because, withheld };
}
