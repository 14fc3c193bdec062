export { decodeOnce } from "./sdk/decode-once";
export { loadLate } from "./sdk/load-late";
export { packPolicies } from "./pack";
