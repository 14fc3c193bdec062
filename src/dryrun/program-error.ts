import { placeText, type Position } from "../stack";
import type { Text } from "../text";
import { DryRunError, type DryRunErrorDetails } from "./error";

/** What made a program fail, as its language says it. */
export type Cause =
  | { readonly kind: "syntax"; readonly message: string; readonly position?: Position }
  | {
      readonly kind: "missing dependency";
      readonly module: string;
      /** What to do, as the end of a sentence. */
      readonly advice: Text;
      readonly position?: Position;
    }
  | { readonly kind: "threw"; readonly message: string; readonly position?: Position };

/** What to do about a name that leads to none of the program's own files. */
export const CHECK_NAME: Text = { en: "check the name", fr: "vérifiez le nom" };

/**
 * Makes the error of a cause: one sentence that says what failed, and where.
 * @param hint what else may have made the program stop, or nothing; it follows the message of a program that threw
 */
export function makeProgramError(cause: Cause, details: DryRunErrorDetails, hint: Text = NO_HINT): DryRunError {
  const { kind, position } = cause;
  const place = position ? placeText(position) : undefined;
  const about = { ...details, ...(position && { position }) };
  switch (kind) {
    case "syntax":
      return new DryRunError(
        kind,
        {
          en: `${place ? `${place}: the` : "The"} program does not compile: ${endSentence(cause.message)}`,
          fr: `${place ? `${place} : le` : "Le"} programme ne compile pas : ${endSentence(cause.message)}`,
        },
        about,
      );
    case "missing dependency":
      return new DryRunError(
        kind,
        {
          en: `${place ? `${place}: ` : ""}\`${cause.module}\` is not found; ${cause.advice.en}.`,
          fr: `${place ? `${place} : ` : ""}\`${cause.module}\` est introuvable ; ${cause.advice.fr}.`,
        },
        { ...about, property: cause.module },
      );
    case "threw":
      return new DryRunError(
        kind,
        {
          en: `${place ? `${place}: the` : "The"} program stopped: ${endSentence(cause.message)}${hint.en}`,
          fr: `${place ? `${place} : le` : "Le"} programme s'est arrêté : ${endSentence(cause.message)}${hint.fr}`,
        },
        about,
      );
  }
}

const NO_HINT: Text = { en: "", fr: "" };

/** A text with a full stop, unless it ends a sentence already. */
function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
