export { decodeOnce } from "./sdk/decode-once";
export { endWithEngine } from "./sdk/end-with-engine";
export { loadLate } from "./sdk/load-late";
export { makePackPolicies } from "./pack";
