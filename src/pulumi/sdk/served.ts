import type {
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";

/** A policy as the SDK takes it: it is asked about each resource, and then about the whole stack. */
export type Served = ResourceValidationPolicy & StackValidationPolicy;
/** The two functions by which the SDK asks a policy. */
export interface Stages {
  readonly validateResource: ResourceValidation;
  readonly validateStack: StackValidation;
}
/** What the SDK is told of a policy: all but the two functions. */
export type Metadata = Omit<Served, keyof Stages>;

/** What a policy has to say about what Pulumi asks at the moment. */
export interface Offer {
  /** Whether the resource that is asked about concerns the policy. */
  readonly takesResource: () => boolean;
  /** What it says of the whole stack; `undefined` where that is known only once it is asked. */
  readonly verdictOnStack: () => "not applicable" | "passed" | "has something to say" | undefined;
}

/**
 * Offers Pulumi a stage of a policy only when the policy has something to say there.
 *
 * Gains: the SDK answers for each policy and resource, and makes a copy of the stack for each policy, which together
 * would be most of what the pack costs.
 * What is used: the SDK looks at the two stages anew each time, takes one that is not there as passed, and a stack stage
 * whose `__pulumiType` nothing in the stack has as not applicable.
 * Breaks: `test/pulumi/pack.test.ts` and `test/engine/parity.test.ts`, which count what passed and what did not apply.
 * Off: return `{ ...metadata, ...stages }`.
 */
export function serve(metadata: Metadata, stages: Stages, { takesResource, verdictOnStack }: Offer): Served {
  const { validateResource, validateStack } = stages;
  Object.defineProperty(validateStack, "__pulumiType", {
    get: () => (verdictOnStack() === "not applicable" ? "(none in this stack)" : undefined),
  });
  return {
    ...metadata,
    get validateResource() {
      return takesResource() ? validateResource : undefined;
    },
    get validateStack() {
      return verdictOnStack() === "passed" ? undefined : validateStack;
    },
  } as Served;
}
