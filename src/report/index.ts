export { jsonReport } from "./json";
export type { Proof, ProvenStack } from "./proof";
export { jsonProof } from "./proof-json";
export { textProof } from "./proof-text";
export { isBlocking, makeReport, type Report, type Source } from "./report";
export { textReport } from "./text";
export { wrapped } from "./wrapped";
