// What policies write their conditions with.
export { all, any, certainly, ifKnown, possibly, some } from "../stack";
export {
  definePolicy,
  type Context,
  type Level,
  type Policy,
  type PolicyMetadata,
  type SettingSchemas,
  type Severity,
} from "./policy";
export { acceptance, doubt, finding, saidOf, withDetail, type Doubt, type Finding, type Judgement } from "./finding";
export { evaluate, type EvaluationSettings, type Exempted, type Outcome } from "./evaluate";
export {
  type CommitmentLine,
  type CommitmentStatus,
  type DutyLine,
  type DutyStatus,
  type Ledger,
  type LedgerReason,
  policyNames,
} from "./ledger/ledger";
export { commitmentsOf, ledgerOf } from "./ledger/ledger-of";
export { type EvidenceLine, type Grade, gradeOf, GRADES } from "./evidence";
export { fingerprint } from "./fingerprint";
export { type Exemption } from "./exemption";
export {
  commitmentsAreEnforceable,
  exemptionsAreValid,
  judgeCommitments,
  judgeExemptions,
  judgeVerdicts,
  PACK_POLICIES,
  verdictsAreKnown,
} from "./pack-policies";
export { systemText } from "./ledger/forfeit-text";
export { policyPage } from "./page";
export { type Reason, isReason, reasonFix, reasonText } from "./reason";
