export {
  type Conclusion,
  type ConditionStatus,
  type ConditionVerdict,
  drawConclusions,
  type StarVerdict,
} from "./conclusion";
export type { ProofContext } from "./context";
export type { EquivalentMember, Equivalents } from "./equivalents";
