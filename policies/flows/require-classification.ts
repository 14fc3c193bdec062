import {
  Bucket,
  type Classified,
  classifiedIn,
  hasTag,
  type Misfit,
  misfitOf,
  Net,
  type SharedSettings,
} from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const requireClassification = definePolicy({
  name: "require-classification",
  clauses: ["R8.sensitive"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  title: {
    en: "Every Net and bucket says how sensitive it is",
    fr: "Chaque Net et chaque bucket indique sa sensibilité",
  },
  why: {
    en: "The convention leaves it to the client to tell which data is specially regulated: what nobody has classified is protected by nobody, and no policy about sensitive data can judge it.",
    fr: "La convention laisse le client dire quelles données relèvent d'une réglementation particulière : ce que personne n'a classé, personne ne le protège, et aucune politique sur les données sensibles ne peut en juger.",
  },
  remediation: {
    en: "Add the tag of `pack-settings.classification.key` to `tags`, with one of its `values`, or set `classification.default` for all that has none.",
    fr: "Ajoutez à `tags` le tag de `pack-settings.classification.key`, avec une de ses `values`, ou fixez `classification.default` pour tout ce qui n'en a pas.",
  },
  messages: {
    missing: ({ key }: Classes) => ({
      en: `No \`${key}\` tag says how sensitive this is.`,
      fr: `Aucun tag \`${key}\` n'indique sa sensibilité.`,
    }),
    "none of the classes": ({ key, values }: Classes) => ({
      en: `The value of its \`${key}\` tag is none of ${formatList(values).en}.`,
      fr: `La valeur de son tag \`${key}\` n'est pas parmi ${formatList(values).fr}.`,
    }),
    "contradicts itself": ({ key }: Classes) => ({
      en: `Two \`${key}\` tags give it different classes.`,
      fr: `Deux tags \`${key}\` lui donnent des classes différentes.`,
    }),
    "less than its source": ({ key }: Classes) => ({
      en: `Its \`${key}\` tag says less than that of what it was made from, which counts.`,
      fr: `Son tag \`${key}\` indique moins que celui de ce dont il est issu, qui l'emporte.`,
    }),
  } satisfies Readonly<Record<Misfit, (classes: Classes) => Text>>,
  subjects: (system) => classifiedIn(system),
  applies: (subject, { system }) => isJudged(subject, system.settings.classification.key),
  *check(subject, { system, messages }) {
    const misfit = misfitOf(subject, needsClass(subject));
    if (misfit !== undefined) yield finding(subject, messages[misfit](system.settings.classification), "tags");
  },
});

/** The key of the tag that classifies, and the classes there are. */
type Classes = Pick<SharedSettings["classification"], "key" | "values">;

/** Nets and buckets need a class. Everything else has that of its Net, and is judged where it has a tag of its own. */
function isJudged(subject: Classified, key: string): boolean {
  if (subject instanceof Net) return true;
  return subject instanceof Bucket ? subject.isOnOos() : hasTag(subject.system, subject.resource, key);
}

function needsClass(subject: Classified): boolean {
  return subject instanceof Net || subject instanceof Bucket;
}
