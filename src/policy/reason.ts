import type { Text } from "../contract";
import { type Subject, UnknownValue, UnreadableValue } from "../stack";
import type { Doubt } from "./finding";

/** Why a verdict is undetermined: an unknown or unreadable value, or what the policy itself doubts. */
export type Reason = UnknownValue | UnreadableValue | Doubt;

/** The reason as a sentence: what is not known, and whose it is when that is not the subject's own. */
export function reasonText(reason: Reason, subject: Subject): Text {
  if ("doubt" in reason) return reason.doubt;
  const own = reason.resource.urn === subject.resource.urn;
  const of = own ? { en: "", fr: "" } : { en: ` of "${reason.resource.name}"`, fr: ` de "${reason.resource.name}"` };
  if (reason instanceof UnreadableValue) {
    return {
      en: `\`${reason.path}\`${of.en} cannot be judged: ${reason.what.en}.`,
      fr: `\`${reason.path}\`${of.fr} ne peut pas être jugé : ${reason.what.fr}.`,
    };
  }
  const names = reason.candidates.map(({ name }) => `"${name}"`).join(", ");
  const possible = names === "" ? { en: "", fr: "" } : { en: `; possible: ${names}`, fr: ` ; possibles : ${names}` };
  return {
    en: `\`${reason.path}\`${of.en} is not known before deployment${possible.en}.`,
    fr: `\`${reason.path}\`${of.fr} n'est pas connu avant le déploiement${possible.fr}.`,
  };
}

/** What to do about it, when it is not the policy's own remediation. */
export function reasonFix(reason: Reason): Text | undefined {
  if (!(reason instanceof UnknownValue)) return undefined;
  return {
    en: "Write the value in the program as a literal or a reference, or check again once it is deployed.",
    fr: "Écrivez la valeur dans le programme, en clair ou par référence, ou vérifiez à nouveau après le déploiement.",
  };
}
