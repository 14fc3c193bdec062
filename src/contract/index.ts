export { CLAUSE_IDS, type ClauseId } from "./clause-ids";
export { CLAUSES, type Bearer, type Clause, type Period } from "./clauses";
export {
  CLAIMABLE,
  COMMITMENTS,
  BOUND_TO_DEPLOYMENT,
  COMMON_PRECONDITIONS,
  SUPPORT_TIMES,
  type Commitment,
  type Figure,
} from "./commitments";
export { CHOICES, READINGS, type ReadingId } from "./readings";
export { isUnseen, whyUnseen } from "./unseen";
