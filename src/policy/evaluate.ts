import { NeedsStack, resourceSubject, stackSubject, Undecided } from "../stack";
import { type Exemption, exemptionFor, listExempted } from "./exemption";
import { type Acceptance, type Finding, isFinding, type Statement } from "./finding";
import type { Message } from "./message";
import type { Context, Judged, Policy, PolicyMetadata } from "./policy";
import { isReason, type Reason } from "./reason";

/** What one policy says of one subject. Precedence: violation, undetermined, compliant. */
export type Verdict =
  | { readonly verdict: "violation"; readonly findings: readonly Finding[]; readonly exempted: readonly Exempted[] }
  | { readonly verdict: "exempted"; readonly exempted: readonly Exempted[] }
  | { readonly verdict: "undetermined"; readonly reasons: readonly Reason[]; readonly exempted: readonly Exempted[] }
  | { readonly verdict: "compliant" }
  /** The subject declares to accept the loss: it is neither reported nor compliant, and forfeits its commitments. */
  | { readonly verdict: "accepted"; readonly why: Message }
  /** One resource was judged before its creation, and that does not decide: the whole stack will. */
  | { readonly verdict: "deferred" };

/** A finding, and the exemption that accepts it. */
export interface Exempted {
  readonly finding: Finding;
  readonly exemption: Exemption;
}

/** What one policy says of one subject, and of which. */
export type Outcome = Verdict & Pick<Judged, "subject" | "hasEvidence"> & { readonly policy: PolicyMetadata };

/** Judges each subject of a policy. No outcome means that the policy is not applicable. */
export function evaluate(policy: Policy, context: Context, exemptions: readonly Exemption[]): readonly Outcome[] {
  const judged = collectJudged(policy, context).map(({ judge, hidden, ...of }) => ({
    ...of,
    statements: applyDoubt(collectStatements(judge), hidden),
  }));
  const all = judged.flatMap(({ statements }) => statements.findings);
  const holding = exemptions.filter((exemption) => listExempted(exemption, all, policy).length <= 1);
  return judged.map(({ subject, hasEvidence, statements: { findings, reasons, accepted, deferred } }) => {
    const exempted: Exempted[] = [];
    const standing: Finding[] = [];
    for (const finding of findings) {
      const exemption = exemptionFor(finding, policy, holding, context.today);
      if (exemption) exempted.push({ finding, exemption });
      else standing.push(finding);
    }
    const verdict = decideVerdict({ findings: standing, reasons, accepted, deferred }, exempted);
    return { policy, subject, ...(hasEvidence && { hasEvidence }), ...verdict };
  });
}

/**
 * The subjects of a policy. Where an unknown value hides which there are, one more stands for those: the stack, of which
 * the verdict is then undetermined, or the one resource that is judged before its creation, of which it is deferred.
 */
function collectJudged(policy: Policy, context: Context): Judged[] {
  const judged: Judged[] = [];
  try {
    for (const each of policy.listJudged(context)) judged.push(each);
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    const { system } = context;
    const [resource] = system.resources;
    const subject = system.alone && resource ? resourceSubject(resource) : stackSubject(system);
    judged.push({
      subject,
      judge: () => {
        throw error;
      },
    });
  }
  return judged;
}

/** What a check yielded about one subject. */
interface Statements {
  readonly findings: readonly Finding[];
  readonly reasons: readonly Reason[];
  readonly accepted: readonly Acceptance[];
  /** Whether the check needs more than the one resource that there is before its creation. */
  readonly deferred: boolean;
}

function collectStatements(judge: () => Iterable<Statement>): Statements {
  const findings: Finding[] = [];
  const reasons: Reason[] = [];
  const accepted: Acceptance[] = [];
  try {
    for (const statement of judge()) {
      if (isFinding(statement)) findings.push(statement);
      else if ("accepted" in statement) accepted.push(statement);
      else reasons.push(statement);
    }
  } catch (error) {
    if (error instanceof NeedsStack) return { findings, reasons, accepted, deferred: true };
    if (!isReason(error)) throw error;
    reasons.push(error);
  }
  return { findings, reasons, accepted, deferred: false };
}

/** Makes undetermined what a check yielded, where it is not known whether the policy applies to the subject. */
function applyDoubt(statements: Statements, hidden: Undecided | undefined): Statements {
  const { findings, reasons, accepted, deferred } = statements;
  if (hidden === undefined || (findings.length + reasons.length + accepted.length === 0 && !deferred))
    return statements;
  const isEarly = deferred || hidden instanceof NeedsStack;
  return { findings: [], reasons: isReason(hidden) ? [hidden] : [], accepted: [], deferred: isEarly };
}

function decideVerdict({ findings, reasons, accepted, deferred }: Statements, exempted: readonly Exempted[]): Verdict {
  if (findings.length > 0) return { verdict: "violation", findings, exempted };
  if (deferred) return { verdict: "deferred" };
  if (reasons.length > 0) return { verdict: "undetermined", reasons, exempted };
  if (exempted.length > 0) return { verdict: "exempted", exempted };
  return accepted[0] ? { verdict: "accepted", why: accepted[0].accepted } : { verdict: "compliant" };
}
