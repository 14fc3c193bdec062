export { packPolicies } from "./pack";
