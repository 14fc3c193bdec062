import { referrers, type Resource } from "../../stack";
import type { System } from "./system";

/** Those who refer to a resource; one of whom that cannot be told throws when it is looked at. */
export function referring(
  { system }: { readonly system: System },
  to: Resource,
  from: readonly string[],
  how: Parameters<typeof referrers>[3],
): (() => Resource)[] {
  const { certain, possible } = referrers(system, to, from, how);
  return [
    ...certain.map((resource) => () => resource),
    ...possible.map(({ why }) => () => {
      throw why;
    }),
  ];
}

/** Something that throws when it is looked at. */
export function refusal(why: Error): () => never {
  return () => {
    throw why;
  };
}
