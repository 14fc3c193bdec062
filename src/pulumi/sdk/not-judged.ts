import type { ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";

/**
 * Tells Pulumi that a policy has not judged what it was asked about, so that it does not count as passed.
 *
 * Gains: the SDK says so with an error, thousands in a deployment, and the trace of each costs more than the judgement.
 * What is used: `Error.stackTraceLimit`, which is Node's.
 * Breaks: nothing; traces would come back.
 */
export function reportNotJudged(
  args: Pick<ResourceValidationArgs | StackValidationArgs, "notApplicable">,
  why: string,
): never {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return args.notApplicable(why);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
