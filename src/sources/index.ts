export { DryRunError } from "../dryrun";
export { type JsonInput, openInput } from "./json-input";
export { withPinnedAnswers } from "./pinned-answers";
export { readPreview } from "./preview";
export { readProgram, type ProgramOptions } from "./program";
export type { Limit, ReadStack } from "./read-stack";
export { readState } from "./state";
export { joinStacks } from "./join-stacks";
export { joinSights, readLiveAnswers } from "./live-answers";
