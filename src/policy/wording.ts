import type { Text } from "../contract";

/** Names things one after another: `22 and 3389`. */
export function listed(items: readonly (string | number)[]): Text {
  // Not `Intl.ListFormat`: the first one made costs a preview more than a policy does.
  return { en: joined(items, "and"), fr: joined(items, "et") };
}

function joined(items: readonly (string | number)[], and: string): string {
  const last = String(items.at(-1) ?? "");
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${and} ${last}`;
}
