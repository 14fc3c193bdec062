export { decodeOnce } from "./decode-once";
export { packPolicies } from "./pack";
