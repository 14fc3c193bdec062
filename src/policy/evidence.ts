import { certainly, possibly, type Stack, type Subject } from "../stack";
import { type EvaluationSettings, judgedOf } from "./evaluate";
import type { Policy, PolicyMetadata } from "./policy";

/** The grades of evidence, best first (docs/evidence.md). */
export const GRADES = ["proven", "declared", "none", "undetermined"] as const;

export type Grade = (typeof GRADES)[number];

/** The best that shows of a subject what no attribute of it tells. */
export interface EvidenceLine {
  readonly policy: PolicyMetadata;
  readonly subject: Subject;
  readonly grade: Grade;
}

/** Grades what every policy judges by its evidence, whatever the verdict is. */
export function evidenceOf(stack: Stack, policies: readonly Policy[], settings: EvaluationSettings): EvidenceLine[] {
  return policies.flatMap((policy) => {
    const context = { shared: settings.shared, settings: settings.settingsOf(policy), today: settings.today };
    return judgedOf(stack, policy, context).flatMap(({ subject, isShown }) =>
      isShown ? [{ policy, subject, grade: gradeOf(isShown) }] : [],
    );
  });
}

function gradeOf(isShown: (accept: "proven" | "declared") => boolean): Grade {
  if (certainly(() => isShown("proven"))) return "proven";
  if (certainly(() => isShown("declared"))) return "declared";
  return possibly(() => isShown("declared")) ? "undetermined" : "none";
}
