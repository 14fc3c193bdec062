import { joinTexts, sameInEach, type Text } from "../../text";

/**
 * Where a passage stands, from its heading inwards: `SLA4, 2nd paragraph`. Paragraphs and bullets are counted apart, for
 * the convention numbers neither.
 */
export function at(...parts: readonly (Text | string)[]): Text {
  return joinTexts(
    parts.map((part) => (typeof part === "string" ? sameInEach(part) : part)),
    ", ",
  );
}

/** One party's column of a row of the responsibility matrix. */
export function row(number: number, party: "client" | "provider"): Text {
  const column = {
    client: { en: "client's column", fr: "colonne du client" },
    provider: { en: "Outscale's column", fr: "colonne d'Outscale" },
  }[party];
  return { en: `row ${String(number)}, ${column.en}`, fr: `ligne ${String(number)} de la matrice, ${column.fr}` };
}

export function bullet(number: number): Text {
  return { en: `bullet ${String(number)}`, fr: `puce ${String(number)}` };
}

export function paragraph(number: number): Text {
  return { en: `${ordinal(number)} paragraph`, fr: `${String(number)}${number === 1 ? "er" : "e"} alinéa` };
}

export function sentence(number: number): Text {
  return { en: `${ordinal(number)} sentence`, fr: `${String(number)}${number === 1 ? "re" : "e"} phrase` };
}

export const LAST_PARAGRAPH: Text = { en: "last paragraph", fr: "dernier alinéa" };
export const ONLY_PARAGRAPH: Text = { en: "only paragraph", fr: "seul alinéa" };

function ordinal(number: number): string {
  return `${String(number)}${["st", "nd", "rd"][number - 1] ?? "th"}`;
}
