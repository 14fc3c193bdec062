export { decodeOnce } from "./decode-once";
export { loadLate } from "./load-late";
export { packPolicies } from "./pack";
