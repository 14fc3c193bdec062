export { CLAUSE_IDS, type ClauseId } from "./clause-ids";
export { CLAUSES, type Bearer, type Clause, type Period } from "./clauses";
export { COMMITMENTS, COMMON_PRECONDITIONS, type Commitment, type Figure } from "./commitments";
export { LANGUAGES, type Language, type Text } from "./text";
