import { attempt, type Undecided } from "../../stack";

/** Something that is there, or that may be: then what hides whether it is. */
export interface Maybe<T> {
  readonly value: T;
  readonly why?: Undecided;
}

/** Whether a condition holds, may hold, or does not: then nothing. */
export function when<T>(condition: () => boolean, value: T): Maybe<T>[] {
  const found = attempt(condition);
  if ("why" in found) return [{ value, why: found.why }];
  return found.value ? [{ value }] : [];
}

/** What hides the first of several steps that may not be there; nothing when all are. */
export function doubt(...steps: readonly { readonly why?: Undecided }[]): { readonly why?: Undecided } {
  const why = steps.find((step) => step.why !== undefined)?.why;
  return why === undefined ? {} : { why };
}
