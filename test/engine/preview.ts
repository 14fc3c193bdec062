import type { EngineAnswer, OperationRequest, StackRequest } from "./engine-stack";
import { withStack } from "./temporary";

export type { EngineAnswer } from "./engine-stack";

/** What the real engine is asked to do, once. */
export type EngineRequest = StackRequest & OperationRequest;

/** `pulumi preview` of an unmodified program, by the real engine, against the stand-in for the cloud. */
export async function preview(request: EngineRequest): Promise<EngineAnswer> {
  return withStack(request, async (stack) => stack.preview(request));
}

/** `pulumi up`, likewise, of a new stack that is gone afterwards but for what `pulumi stack export` printed. */
export async function up(request: EngineRequest): Promise<EngineAnswer & { readonly state: object }> {
  return withStack(request, async (stack) => ({ ...(await stack.up(request)), state: await stack.exportState() }));
}
