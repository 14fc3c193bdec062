import { UserError } from "../text";
import type { Stages } from "./sdk/served";

/**
 * Throws what refuses something of the user's without its stack trace.
 *
 * Gains: Pulumi's SDK shows the trace of whatever a policy throws, twenty lines beside the sentence that says what is
 * wrong.
 * What is used: the SDK shows the property `stack` of an error.
 * Breaks: `test/pulumi/pack.test.ts`.
 * Off: return `stages`.
 */
export function withoutTrace({ validateResource, validateStack }: Stages): Stages {
  return {
    validateResource: (args, report) => quietly(() => validateResource(args, report)),
    validateStack: (args, report) => quietly(() => validateStack(args, report)),
  };
}

function quietly<T>(judge: () => T): T {
  try {
    return judge();
  } catch (error) {
    if (error instanceof UserError) error.stack = error.message;
    throw error;
  }
}
