import { formatList, sameInEach, type Text } from "../../text";

/** Up to how many VMs a message names. */
const MOST_NAMED = 6;

/** Names VMs: the first of them, where they are many. */
export function nameFirst(names: readonly string[]): Text {
  return formatList(names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), "..."] : names);
}

/** Names VMs: says how many they are, where they are many. */
export function nameOrCount(names: readonly string[]): Text {
  return names.length > MOST_NAMED ? sameInEach(`${String(names.length)} VM`) : formatList(names);
}
