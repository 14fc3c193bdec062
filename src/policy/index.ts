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
export { doubt, finding, type Doubt, type Finding, type Judgement } from "./finding";
export { evaluate, type EvaluationSettings, type Exempted, type Outcome } from "./evaluate";
export { fingerprint } from "./fingerprint";
export { type Exemption } from "./exemption";
export { listed } from "./wording";
export { exemptionsAreValid, judgeExemptions, judgeVerdicts, PACK_POLICIES, verdictsAreKnown } from "./pack-policies";
export { policyPage } from "./page";
export { type Reason, reasonFix, reasonText } from "./reason";
