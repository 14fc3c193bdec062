import { NeedsStack, resourceSubject, stackSubject, Undecided } from "../stack";
import type { Text } from "../text";
import { type Exemption, exemptionFor } from "./exemption";
import { type Acceptance, type Finding, isFinding, type Statement } from "./finding";
import type { Context, Judged, Policy, PolicyMetadata } from "./policy";
import { isReason, type Reason } from "./reason";

/** What one policy says of one subject. Precedence: violation, undetermined, compliant. */
export type Verdict =
  | { readonly verdict: "violation"; readonly findings: readonly Finding[]; readonly exempted: readonly Exempted[] }
  | { readonly verdict: "exempted"; readonly exempted: readonly Exempted[] }
  | { readonly verdict: "undetermined"; readonly reasons: readonly Reason[]; readonly exempted: readonly Exempted[] }
  | { readonly verdict: "compliant" }
  /** By its own declaration nothing is asked of the subject: neither reported nor compliant, and lost in the ledger. */
  | { readonly verdict: "accepted"; readonly why: Text }
  /** One resource alone is in sight: the stack stage will say. */
  | { readonly verdict: "deferred" };

export interface Exempted {
  readonly finding: Finding;
  readonly exemption: Exemption;
}

export type Outcome = Verdict & Pick<Judged, "subject" | "hasEvidence"> & { readonly policy: PolicyMetadata };

/** What one policy says of each of its subjects; nothing where it is not applicable. */
export function evaluate(policy: Policy, context: Context, exemptions: readonly Exemption[]): readonly Outcome[] {
  return listJudged(policy, context).map(({ subject, judge, hidden, hasEvidence }) => {
    const { findings, reasons, accepted, deferred } = applyDoubt(collectStatements(judge), hidden);
    const exempted: Exempted[] = [];
    const standing: Finding[] = [];
    for (const finding of findings) {
      const exemption = exemptionFor(finding, policy, exemptions, context.today);
      if (exemption) exempted.push({ finding, exemption });
      else standing.push(finding);
    }
    const verdict = decideVerdict({ findings: standing, reasons, accepted, deferred }, exempted);
    return { policy, subject, ...(hasEvidence && { hasEvidence }), ...verdict };
  });
}

/** A policy whose subjects cannot be told is undetermined for the stack; one resource alone defers it. */
function listJudged(policy: Policy, context: Context): Judged[] {
  const judged: Judged[] = [];
  try {
    for (const each of policy.judged(context)) judged.push(each);
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

interface Statements {
  readonly findings: readonly Finding[];
  readonly reasons: readonly Reason[];
  readonly accepted: readonly Acceptance[];
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

/** Where it is not known whether the policy applies, whatever it says is not decided. */
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
  return accepted[0] ? { verdict: "accepted", why: accepted[0].accepted.text } : { verdict: "compliant" };
}
