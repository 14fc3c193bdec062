export { DryRunError, type Limit, type LimitKind } from "../dryrun";
export { readProgram, type ProgramOptions, type ReadProgram } from "./program";
