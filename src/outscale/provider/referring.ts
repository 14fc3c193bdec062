import { referrers, type Resource, type Stack } from "../../stack";

/** Those who refer to a resource; one of whom that cannot be told throws when it is looked at. */
export function referring(
  { stack }: { readonly stack: Stack },
  to: Resource,
  from: readonly string[],
  how: Parameters<typeof referrers>[3],
): (() => Resource)[] {
  const { certain, possible } = referrers(stack, to, from, how);
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
