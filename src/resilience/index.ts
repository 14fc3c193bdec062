export type { Estimate } from "./estimate";
export type { LossAnswer, Loss } from "./loss";
export { type Resilience, estimateResilience } from "./resilience";
