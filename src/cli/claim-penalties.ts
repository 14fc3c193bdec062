import { type Penalties, type Penalty, SERVICES, SUPPORT } from "../claim";
import { loadJson, readBySchema } from "../config";
import { commitmentOf, COMMITMENTS, type ClauseId } from "../contract";
import { showForeign, type Text, UserError } from "../text";

/**
 * Reads the table of penalties that a user has of Outscale: the convention has none.
 * @throws {UserError} when the file cannot be read, is not written in UTF-8, or holds what is no such table
 */
export function loadPenalties(file: string): Penalties {
  return loadJson(file, readPenalties);
}

/** Text of one line that is not blank: it is quoted on the page as it stands. */
const ANY_TEXT = { type: "string", pattern: "\\S" } as const;
/** The commitments that incidents are counted against: a row for another one could never apply. */
const COUNTED: readonly ClauseId[] = [...Object.values(SERVICES).flat(), ...Object.values(SUPPORT)];
const TABLE = {
  type: "object",
  additionalProperties: false,
  required: ["reference", "penalties"],
  properties: {
    reference: ANY_TEXT,
    penalties: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["clause", "credit"],
        properties: {
          clause: {
            type: "string",
            enum: COMMITMENTS.map(({ clause }) => clause).filter((id) => COUNTED.includes(id)),
          },
          below: { type: "number" },
          beyond: { type: "number", minimum: 0 },
          credit: ANY_TEXT,
        },
      },
    },
  },
} as const;

function readPenalties(written: unknown): Penalties {
  const isTable = typeof written === "object" && written !== null && !Array.isArray(written);
  // An empty object asks the schema for its defaults, and this one has none.
  if (!isTable || Object.keys(written).length === 0) throw new UserError(NO_TABLE);
  const read = readBySchema(TABLE, written, "penalties") as Penalties;
  if (read.penalties.length === 0) throw new UserError(NO_ROW);
  refuseLines("penalties.reference", read.reference);
  for (const [index, row] of read.penalties.entries()) checkRow(row, index, read.penalties);
  return read;
}

function checkRow(row: Penalty, index: number, rows: readonly Penalty[]): void {
  const { clause, below, beyond, credit } = row;
  const place = placeOf(index);
  if ((below === undefined) === (beyond === undefined)) throw new UserError(formatBound(place));
  const isTime = commitmentOf(clause).figure.kind === "support";
  if (isTime && below !== undefined) throw new UserError(formatWrongBound(place, clause, IN_MINUTES));
  if (!isTime && beyond !== undefined) throw new UserError(formatWrongBound(place, clause, IN_PERCENT));
  if (below !== undefined && (below <= 0 || below >= 100)) throw new UserError(formatPercent(place, below));
  const first = rows.findIndex((each) => each.clause === clause && each.below === below && each.beyond === beyond);
  if (first < index) throw new UserError(formatRepeated(place, placeOf(first)));
  refuseLines(`${place}.credit`, credit);
}

function placeOf(index: number): string {
  return `penalties.penalties[${String(index)}]`;
}

/** @throws {UserError} when a text has a line break or another control character, which would break the page */
function refuseLines(place: string, text: string): void {
  if (showForeign(text) !== text) throw new UserError(formatLines(place));
}

const NO_TABLE: Text = {
  en: "The file is no table of penalties. Accepted: an object with `reference` and `penalties`.",
  fr: "Le fichier n'est pas un barème de pénalités. Accepté : un objet avec `reference` et `penalties`.",
};
const NO_ROW: Text = {
  en: "`penalties.penalties` is empty. Accepted: one row or more.",
  fr: "`penalties.penalties` est vide. Accepté : une ligne ou plus.",
};
const IN_MINUTES: Text = {
  en: "`beyond` (minutes past the time to the resolution)",
  fr: "`beyond` (minutes au-delà du délai de résolution)",
};
const IN_PERCENT: Text = { en: "`below` (percent of availability)", fr: "`below` (pour cent de disponibilité)" };

function formatBound(place: string): Text {
  return {
    en: `\`${place}\` takes one of ${IN_PERCENT.en} and ${IN_MINUTES.en}.`,
    fr: `\`${place}\` prend l'un de ${IN_PERCENT.fr} et ${IN_MINUTES.fr}.`,
  };
}

function formatWrongBound(place: string, clause: ClauseId, accepted: Text): Text {
  return {
    en: `\`${place}\` could never apply to ${clause}. Accepted: ${accepted.en}.`,
    fr: `\`${place}\` ne pourrait jamais s'appliquer à ${clause}. Accepté : ${accepted.fr}.`,
  };
}

function formatPercent(place: string, below: number): Text {
  return {
    en: `\`${place}.below\` is ${String(below)}. Accepted: more than 0 and less than 100.`,
    fr: `\`${place}.below\` vaut ${String(below)}. Accepté : plus de 0 et moins de 100.`,
  };
}

function formatRepeated(place: string, first: string): Text {
  return {
    en: `\`${place}\` has the clause and the bound of \`${first}\`. Accepted: one row for each.`,
    fr: `\`${place}\` a la clause et la borne de \`${first}\`. Accepté : une seule ligne pour les deux.`,
  };
}

function formatLines(place: string): Text {
  return {
    en: `\`${place}\` holds a line break or another control character. Accepted: text of one line.`,
    fr: `\`${place}\` contient un saut de ligne ou un autre caractère de contrôle. Accepté : un texte d'une seule ligne.`,
  };
}
