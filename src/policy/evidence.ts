import { certainly, possibly, type Subject } from "../stack";
import type { Outcome } from "./evaluate";
import type { PolicyMetadata, ShownGrade } from "./policy";

/** The grades of evidence, best first (docs/evidence.md). */
export const GRADES = ["proven", "key at hand", "declared", "none", "undetermined"] as const;

/** How good evidence is; `undetermined` where an unknown value hides it. */
export type Grade = (typeof GRADES)[number];

/** The grades that something must be shown for, best first. */
const SHOWN: readonly ShownGrade[] = ["proven", "key at hand", "declared"];

/** How good the evidence is that a subject is as it must be, where none of its attributes says so. */
export interface EvidenceLine {
  readonly policy: PolicyMetadata;
  readonly subject: Subject;
  readonly grade: Grade;
}

/** Grades the evidence for the subject of an outcome; `undefined` where the policy does not judge by evidence. */
export function gradeOf({ hasEvidence }: Outcome): Grade | undefined {
  if (!hasEvidence) return undefined;
  const certain = SHOWN.find((grade) => certainly(() => hasEvidence(grade)));
  if (certain) return certain;
  return possibly(() => hasEvidence("declared")) ? "undetermined" : "none";
}
