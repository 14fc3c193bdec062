import type { Text } from "../../text";

/** A sentence about what several rules open together, though no single one does, with that said before it. */
export function addUp({ en, fr }: Text): Text {
  return { en: `Several rules add up. ${en}`, fr: `Plusieurs règles s'additionnent. ${fr}` };
}
