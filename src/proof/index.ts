export {
  type Conclusion,
  type ConditionStatus,
  type ConditionVerdict,
  drawConclusions,
  type EquivalentMember,
  type Equivalents,
  type StarVerdict,
} from "./conclusion";
