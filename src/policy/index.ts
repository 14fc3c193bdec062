// What policies write their conditions with.
export { all, any, certainly, ifKnown, possibly, some } from "../stack";
/** @public No policy of ours needs it now. */
export { every } from "../stack";
export {
  definePolicy,
  type Context,
  type AcceptedStatus,
  type Ground,
  type Lack,
  type Level,
  type Policy,
  type PolicyMetadata,
  type SettingSchemas,
  type Severity,
} from "./policy";
export {
  acceptance,
  doubt,
  factOf,
  finding,
  findingOf,
  formatFact,
  withClauses,
  withDetail,
  withFacts,
  withFix,
  withWritten,
  type Doubt,
  type Finding,
  type Statement,
} from "./finding";
export type { Exempted, Outcome } from "./evaluate";
export { Judgement, type JudgementSettings } from "./judgement";
export {
  assetKey,
  type CommitmentLine,
  type CommitmentStatus,
  type DutyLine,
  type DutyStatus,
  type Ledger,
  type LedgerReason,
  type Remedy,
  isClaimable,
  policyNames,
} from "./ledger/ledger";
export { type EvidenceLine, type Grade, gradeOf, GRADES } from "./evidence";
export { GROUND_NAMES } from "./ground";
export { fingerprint, undeterminedFingerprint } from "./fingerprint";
export type { Approval, Exemption } from "./exemption";
export { describeApproval } from "./exemption-text";
export { commitmentsAreEnforceable, exemptionsAreValid, PACK_POLICIES, verdictsAreKnown } from "./pack-policies";
export { formatAsset, formatAssets } from "./ledger/asset-text";
export { formatClaims, formatCommitmentIds, groupByClaims } from "./ledger/forfeit-text";
export { describeScope } from "./ledger/scope-text";
export type { Unseen } from "../outscale/inventory/unread";
export type { Message, MessageTable } from "./message";
export { describeLeftOut } from "./left-out-text";
export { policyPage } from "./page";
export { type Reason, isReason, findReasonFix, formatReason } from "./reason";
