import type { Text } from "../../text";

/** What several rules do together that none does alone, as a sentence. */
export function addedUp({ en, fr }: Text): Text {
  return { en: `Several rules add up. ${en}`, fr: `Plusieurs règles s'additionnent. ${fr}` };
}
