import {
  Bucket,
  type Classified,
  classifiedIn,
  hasTag,
  type Misfit,
  misfitOf,
  Net,
  type SharedSettings,
  type System,
} from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const requireClassification = definePolicy({
  name: "require-classification",
  clauses: ["R8.sensitive"],
  severity: "medium",
  level: "advisory",
  title: {
    en: "Every Net and bucket says how sensitive it is",
    fr: "Chaque Net et chaque bucket dit à quel point il est sensible",
  },
  why: {
    en: "The convention leaves it to the client to tell which data is specially regulated: what nobody has classified is protected by nobody, and no policy about sensitive data can judge it.",
    fr: "La convention laisse le client dire quelles données relèvent d'une réglementation particulière : ce que personne n'a classé, personne ne le protège, et aucune politique sur les données sensibles ne peut en juger.",
  },
  remediation: {
    en: "Add the tag of `pack-settings.classification.key` to `tags`, with one of its `values`, or set `classification.default` for all that has none.",
    fr: "Ajoutez à `tags` l'étiquette de `pack-settings.classification.key`, avec une de ses `values`, ou fixez `classification.default` pour tout ce qui n'en a pas.",
  },
  messages: {
    missing: ({ key }: Wrong) => ({
      en: `No \`${key}\` tag says how sensitive this is.`,
      fr: `Aucune étiquette \`${key}\` ne dit à quel point ceci est sensible.`,
    }),
    "none of the classes": ({ key, values }: Wrong) => ({
      en: `The value of its \`${key}\` tag is none of ${formatList(values).en}.`,
      fr: `La valeur de son étiquette \`${key}\` n'est aucune de ${formatList(values).fr}.`,
    }),
    "contradicts itself": ({ key }: Wrong) => ({
      en: `Two \`${key}\` tags give it different classes.`,
      fr: `Deux étiquettes \`${key}\` lui donnent des classes différentes.`,
    }),
    "less than its source": ({ key }: Wrong) => ({
      en: `Its \`${key}\` tag says less than that of what it was made from, which counts.`,
      fr: `Son étiquette \`${key}\` dit moins que celle de ce dont il est issu, qui l'emporte.`,
    }),
  } satisfies Readonly<Record<Misfit, (wrong: Wrong) => Text>>,
  subjects: (system) => classifiedIn(system),
  applies: isJudged,
  *check(of, { system, messages }) {
    const misfit = misfitOf(of, needsClass(of));
    if (misfit !== undefined) yield finding(of, messages[misfit](system.settings.classification), "tags");
  },
});

type Wrong = Pick<SharedSettings["classification"], "key" | "values">;

/** What stands in a Net has its class: the rest is judged where it has a tag of its own. */
function isJudged(of: Classified, { system }: { readonly system: System }): boolean {
  if (of instanceof Net) return true;
  return of instanceof Bucket ? of.isOnOos() : hasTag(of.system, of.resource, system.settings.classification.key);
}

function needsClass(of: Classified): boolean {
  return of instanceof Net || of instanceof Bucket;
}
