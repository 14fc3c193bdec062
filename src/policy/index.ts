export {
  definePolicy,
  type Context,
  type Level,
  type Policy,
  type SettingSchemas,
  type Severity,
  type Stage,
} from "./policy";
export { doubt, finding, type Doubt, type Finding, type Judgement } from "./finding";
export { evaluate, type EvaluationSettings, type Exempted, type Outcome, type Reason } from "./evaluate";
export { fingerprint } from "./fingerprint";
export { type Exemption } from "./exemption";
