import { certainly, possibly, type Subject } from "../stack";
import type { Outcome } from "./evaluate";
import type { PolicyMetadata } from "./policy";

/** The grades of evidence, best first (docs/evidence.md). */
export const GRADES = ["proven", "declared", "none", "undetermined"] as const;

export type Grade = (typeof GRADES)[number];

/** The best that shows of a subject what no attribute of it tells. */
export interface EvidenceLine {
  readonly policy: PolicyMetadata;
  readonly subject: Subject;
  readonly grade: Grade;
}

/** Grades the evidence for an outcome, whatever the verdict is; `undefined` where its policy asks for none. */
export function gradeOf({ hasEvidence }: Outcome): Grade | undefined {
  if (!hasEvidence) return undefined;
  if (certainly(() => hasEvidence("proven"))) return "proven";
  if (certainly(() => hasEvidence("declared"))) return "declared";
  return possibly(() => hasEvidence("declared")) ? "undetermined" : "none";
}
