export type { Estimate } from "./estimate";
export type { Answer, Loss } from "./loss";
export { type Resilience, resilienceOf } from "./resilience";
