export { formatJsonClaim } from "./claim/json";
export type { ClaimPage } from "./claim/page";
export { formatClaimSteps } from "./claim/steps";
export { formatTextClaim } from "./claim/text";
export { formatJsonReport } from "./check/json";
export {
  isBlocking,
  LEVEL_NAMES,
  makeReport,
  type Report,
  type ReportedSetting,
  SEVERITY_NAMES,
  type StackSource,
} from "./check/report";
export { formatTextReport } from "./check/text";
export { formatJsonProof } from "./proof/json";
export type { EarlierState, Proof, ProvenStack } from "./proof/proof";
export { formatTextProof } from "./proof/text";
export { formatJsonReach } from "./reach/json";
export { formatMermaidReach } from "./reach/mermaid";
export type { Reach } from "./reach/reach";
export { formatTextReach } from "./reach/text";
export { formatMinutes } from "./ledger/commitments-text";
export { type Say, sayIn, wrapText } from "./page";
export { formatMoment } from "./moment";
