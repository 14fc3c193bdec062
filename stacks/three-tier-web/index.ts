import { entries } from "./entry";

/** The names to spread clients over. */
export const entryNames = entries;
