export { jsonReport } from "./json";
export { isBlocking, makeReport, type Report, type Source } from "./report";
export { textReport } from "./text";
export { wrapped } from "./wrapped";
