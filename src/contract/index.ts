export { describeFigure } from "./figure-text";
export { budgetMinutes } from "./budget";
export { CLAUSE_IDS, type ClauseId } from "./clause-ids";
export { CLAUSES, type Bearer, type Clause, type Force, type Period, type Shows } from "./clauses";
export {
  BOUND_TO_DEPLOYMENT,
  commitmentOf,
  COMMITMENTS,
  clausesOf,
  definitionsOf,
  preconditionsOf,
  SHARED_ROWS,
  SUPPORT_TIMES,
  type Commitment,
  type Figure,
} from "./commitments";
export { attestationOn, namesOks, EDITION, EDITION_TEXT, type Attestation, type AttestationState } from "./edition";
export {
  CHOICES,
  choicesOf,
  READING_IDS,
  placesOf,
  READINGS,
  type Choice,
  type Leaning,
  type Reading,
  type ReadingId,
} from "./readings";
export { isSeenBySigns, isUnseen, whyUnseen } from "./unseen";
