export { decodeOnce } from "./sdk/decode-once";
export { loadLate } from "./sdk/load-late";
export { makePackPolicies } from "./pack";
