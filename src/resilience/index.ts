export type { Estimate } from "./estimate";
export type { LossAnswer, Loss, Lost } from "./loss";
export { type Resilience, estimateResilience } from "./resilience";
