import { BOUND_TO_DEPLOYMENT, type ClauseId, SUPPORT_TIMES } from "../contract";
import { type Asset, type AssetKind, describeCapacity, groupEquivalents, LoadBalancer, Tier } from "../outscale";
import {
  type CommitmentLine,
  type CommitmentStatus,
  formatFact,
  formatReason,
  type Judgement,
  type LedgerReason,
} from "../policy";
import { attempt, type Resource } from "../stack";
import type { Text } from "../text";

/** How a condition stands, by what was deployed. */
export type ConditionStatus = "fulfilled" | "not fulfilled" | "undetermined" | "not claimed" | "not asked";

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
}

/** How the star stands, for commitments of which it is said alike. */
export interface StarVerdict extends ConditionVerdict {
  readonly commitments: readonly ClauseId[];
}

/** Resources that are equivalent, with where each stands. */
export interface Equivalents {
  /** What they have in common, in the provider's words. */
  readonly capacity: string;
  readonly members: readonly EquivalentMember[];
}

/** One of several equivalents. */
export interface EquivalentMember {
  readonly urn: string;
  /** As the provider knows it; none before it is deployed. */
  readonly id: string | undefined;
  readonly name: string;
  readonly subregion: string;
}

/** What a proof concludes about: what a client deploys in Subregions, and can lose with one. */
const KINDS: readonly AssetKind[] = ["tier", "entry", "node pool", "net", "resource"];
const STARRED: readonly ClauseId[] = BOUND_TO_DEPLOYMENT.filter((clause) => !SUPPORT_TIMES.includes(clause));

/** How the conditions stand that a proof is made for, by the lines of the ledger: a proof says what the verdicts say. */
export function drawConclusions(judgement: Judgement): Conclusion[] {
  const lines = judgement.commitments().filter(({ asset }) => asset !== undefined);
  const support = lines.filter(
    ({ asset, commitment }) => asset && KINDS.includes(asset.kind) && isFirstSupport(commitment),
  );
  return support.flatMap((line) => {
    const { asset } = line;
    if (!asset || asset.isRegional) return [];
    const starred = lines.filter((other) => STARRED.includes(other.commitment.clause) && isAbout(other, asset));
    return [
      {
        asset,
        star: joinAlike(
          starred.map((each) => ({ commitments: [each.commitment.clause], ...conclude(each, judgement) })),
        ),
        support: conclude(line, judgement),
        equivalents: listEquivalents(asset, judgement),
      },
    ];
  });
}

function isFirstSupport({ clause }: CommitmentLine["commitment"]): boolean {
  return clause === SUPPORT_TIMES[0];
}

function isAbout({ asset }: CommitmentLine, { kind, resource, name }: Asset): boolean {
  return asset?.kind === kind && asset.resource.urn === resource.urn && asset.name === name;
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

function conclude({ status, reasons, notes }: CommitmentLine, judgement: Judgement): ConditionVerdict {
  const decides = status === "forfeited" || status === "undetermined" || status === "accepted";
  const deciding = decides ? reasons : [];
  return {
    status: STATUSES[status],
    policies: [...new Set(deciding.map(({ policy }) => policy.name))],
    because: removeDoubles([...deciding.flatMap((reason) => listFacts(reason, judgement)), ...notes]),
  };
}

/** Several policies may say the same, such as what is not known. */
function removeDoubles(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.en, text])).values()];
}

/** What a policy says of a subject; of one that it passes, that the condition asks for more. */
function listFacts({ policy, subject }: LedgerReason, judgement: Judgement): Text[] {
  const outcomes = judgement.policies
    .filter(({ name }) => name === policy.name)
    .flatMap((each) => judgement.outcomesOf(each));
  const facts = outcomes
    .filter((outcome) => outcome.subject === subject)
    .flatMap((outcome): Text[] => {
      if (outcome.verdict === "violation") return outcome.findings.map(formatFact);
      if (outcome.verdict === "accepted") return [outcome.why.text];
      return outcome.verdict === "undetermined" ? outcome.reasons.map((reason) => formatReason(reason, subject)) : [];
    });
  return facts.length > 0 ? facts : [describeMore(policy.name)];
}

function describeMore(policy: string): Text {
  return {
    en: `${policy} passes it, and the condition asks for more (docs/interpretation.md).`,
    fr: `${policy} l'accepte, et la condition demande davantage (docs/interpretation.md).`,
  };
}

/** The members of a tier that are equivalent, or the load balancers of an entry; nothing where that is not known. */
function listEquivalents({ subject, parts, kind }: Asset, { system }: Judgement): Equivalents[] {
  if (subject instanceof Tier) {
    const groups = attempt(() => groupEquivalents(subject, 0));
    return (groups.value ?? []).map(({ vms, capacity }) => ({
      capacity: describeCapacity(capacity),
      members: vms.flatMap((vm) => describeMember(vm.resource, () => vm.subregion(), "vmId")),
    }));
  }
  if (kind !== "entry") return [];
  const balancers = parts.filter(({ type }) => (LoadBalancer.types as readonly string[]).includes(type));
  const members = balancers.flatMap((resource) =>
    describeMember(resource, () => system.view(resource, LoadBalancer).subregion(), "loadBalancerName"),
  );
  return members.length === 0 ? [] : [{ capacity: "LoadBalancer", members }];
}

function describeMember(resource: Resource, subregion: () => string, idProperty: string): EquivalentMember[] {
  const { value } = attempt(subregion);
  if (value === undefined) return [];
  const answered = resource.outputs?.[idProperty];
  const id = typeof answered === "string" ? answered : resource.id;
  return [{ urn: resource.urn, id, name: resource.name, subregion: value }];
}
