import { createHash } from "node:crypto";
import type { Subject } from "../stack";

/** Names a finding for good: the same after lines move, files are renamed or messages are reworded. */
export function fingerprint(policy: string, subject: Subject, path: string): string {
  const identity = JSON.stringify([policy, subject.kind, subject.name, path]);
  return createHash("sha256").update(identity).digest("hex").slice(0, 16);
}
