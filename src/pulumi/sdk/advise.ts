import type { ReportViolation } from "@pulumi/policy";
import type { Metadata } from "./served";

/** What the SDK takes beside what its types say. */
type Takes = (violation: {
  readonly message: string;
  readonly description: string;
  readonly enforcementLevel: "advisory";
}) => void;

/**
 * Has Pulumi show a line under a policy that stops nothing, whatever the level of that policy.
 *
 * Gains: what exemptions accept is read in a preview, though the policy about them is mandatory.
 * What is used: the SDK takes an object with a level in place of a message, which its types do not say.
 * Breaks: `test/pulumi/exempted.test.ts`.
 * Off: leave its call out of `pack.ts`.
 */
export function advise({ description }: Metadata, line: string, report: ReportViolation): void {
  // As the SDK does with a message that is text: the title of the policy stands above it.
  const message = `${description}\n${line}`;
  (report as ReportViolation & Takes)({ message, description, enforcementLevel: "advisory" });
}
