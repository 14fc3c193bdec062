import { type Subject, UnknownValue, UnreadableValue, UnseenPart } from "../stack";
import { formatList, type Text } from "../text";
import type { Doubt } from "./finding";

/** Why a verdict is undetermined: a value, a part of the system that was not given, or a doubt of the policy itself. */
export type Reason = UnknownValue | UnreadableValue | UnseenPart | Doubt;

/** Whether an error says why a verdict is undetermined. `NeedsStack` does not: it only defers the verdict. */
export function isReason(error: unknown): error is Exclude<Reason, Doubt> {
  return error instanceof UnknownValue || error instanceof UnreadableValue || error instanceof UnseenPart;
}

/** Writes a reason as a sentence: what is not known, and of which resource, unless it is the subject's own. */
export function formatReason(reason: Reason, subject: Subject): Text {
  if ("doubt" in reason) return reason.doubt.text;
  if (reason instanceof UnseenPart) {
    const stacks = formatList(reason.stacks);
    return {
      en: `Another part of ${reason.of} (${stacks.en}) may have ${reason.what.en}, and was not given.`,
      fr: `Une autre partie de ${reason.of} (${stacks.fr}) peut avoir ${reason.what.fr}, et n'a pas été donnée.`,
    };
  }
  const own = reason.resource.urn === subject.resource.urn;
  const of = own ? { en: "", fr: "" } : { en: ` of "${reason.resource.name}"`, fr: ` de "${reason.resource.name}"` };
  if (reason instanceof UnreadableValue) {
    return {
      en: `\`${reason.path}\`${of.en} cannot be judged: ${reason.what.en}.`,
      fr: `\`${reason.path}\`${of.fr} ne peut pas être jugé : ${reason.what.fr}.`,
    };
  }
  const names = reason.candidates.map(({ name }) => `"${name}"`).join(", ");
  const possible = names === "" ? { en: "", fr: "" } : { en: `; possible: ${names}`, fr: ` ; possibles : ${names}` };
  const { en, fr } = HIDDEN[reason.why].what;
  return {
    en: `\`${reason.path}\`${of.en} ${en}${possible.en}.`,
    fr: `\`${reason.path}\`${of.fr} ${fr}${possible.fr}.`,
  };
}

/** What to do about it, when it is not the policy's own remediation. */
export function findReasonFix(reason: Reason): Text | undefined {
  if (reason instanceof UnseenPart) return HIDDEN.outside.fix;
  return reason instanceof UnknownValue ? HIDDEN[reason.why].fix : undefined;
}

const HIDDEN: Readonly<Record<UnknownValue["why"], { readonly what: Text; readonly fix: Text }>> = {
  later: {
    what: { en: "is not known before deployment", fr: "n'est pas connu avant le déploiement" },
    fix: {
      en: "Write the value in the program as a literal or a reference, or check again once it is deployed.",
      fr: "Écrivez la valeur dans le programme, littéralement ou par référence, ou vérifiez à nouveau après le déploiement.",
    },
  },
  secret: {
    what: { en: "is a secret, which is not shown", fr: "est un secret, qui n'est pas montré" },
    fix: {
      en: "Check the program itself, or a state exported with `pulumi stack export --show-secrets`.",
      fr: "Vérifiez le programme lui-même, ou un état exporté avec `pulumi stack export --show-secrets`.",
    },
  },
  shape: {
    what: { en: "has another shape than the provider takes", fr: "n'a pas la forme que prend le fournisseur" },
    fix: {
      en: "Write it as the provider's documentation says: a text, a number, a boolean, a list or an object.",
      fr: "Écrivez-la comme le dit la documentation du fournisseur : un texte, un nombre, un booléen, une liste ou un objet.",
    },
  },
  outside: {
    what: { en: "leads out of this stack", fr: "mène hors de cette stack" },
    fix: {
      en: "Check the stacks together: `--with-state` adds the state of another one, `pack-settings.known` its facts.",
      fr: "Vérifiez les stacks ensemble : `--with-state` ajoute l'état d'une autre, `pack-settings.known` ses faits.",
    },
  },
};
