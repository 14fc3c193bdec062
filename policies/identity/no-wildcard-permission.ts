import { EimPolicy, type Excess, describeGiven } from "../../src/outscale";
import { definePolicy, factOf, finding, withDetail, withFacts } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const noWildcardPermission = definePolicy({
  name: "no-wildcard-permission",
  clauses: ["R9.policies", "R13.leastaccess"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  title: {
    en: "No policy of EIM allows everything",
    fr: "Aucune politique EIM n'autorise tout",
  },
  why: {
    en: "The client defines the policies of its users and limits access to the need: where one allows everything, whoever takes its user has the account.",
    fr: "Le client définit les politiques de ses utilisateurs et limite l'accès au besoin : là où l'une d'elles autorise tout, quiconque prend le contrôle de l'utilisateur tient le compte.",
  },
  remediation: {
    en: "Name in `Action` the calls that the work needs, `api:Read*`, and in `Resource` what they are about; take `NotAction` out of what is allowed.",
    fr: "Nommez dans `Action` les appels que demande le travail, `api:Read*`, et dans `Resource` ce qu'ils concernent ; retirez `NotAction` de ce qui est autorisé.",
  },
  settings: {
    findServices: {
      type: "boolean",
      default: false,
      description: "Whether every action of one service, `api:*`, on every resource is found too.",
    },
  },
  messages: {
    everything: ({ actions, sparesResources, deniesSome }: Everything) => {
      const [but, sauf] = sparesResources ? [" but those that it names", " sauf celles qu'il nomme"] : ["", ""];
      const [by, less] = [byText(actions), deniesSome ? LESS_DENIED : NOTHING];
      return {
        en: `The document allows every action on every resource${but}${by.en}${less.en}.`,
        fr: `Le document autorise toutes les actions sur toutes les ressources${sauf}${by.fr}${less.fr}.`,
      };
    },
    "all but some": ({ actions, deniesSome }: Spelled) => {
      const [but, less] = [actions.length === 0 ? UNNAMED : quoted(actions), deniesSome ? LESS_DENIED : NOTHING];
      return {
        en: `The document allows by \`NotAction\` every action but ${but.en}${less.en}.`,
        fr: `Le document autorise par \`NotAction\` toutes les actions sauf ${but.fr}${less.fr}.`,
      };
    },
    "a whole service": ({ services, actions, deniesSome }: Services) => {
      const [of, by, less] = [quoted(services), byText(actions), deniesSome ? LESS_DENIED : NOTHING];
      return {
        en: `The document allows every action of ${of.en} on every resource${by.en}${less.en}.`,
        fr: `Le document autorise toutes les actions de ${of.fr} sur toutes les ressources${by.fr}${less.fr}.`,
      };
    },
    "everything together": ({ policies, actions, deniesSome }: Together<Spelled>) => {
      const [given, by, less] = [formatList(policies), byText(actions), deniesSome ? LESS_DENIED_TOGETHER : NOTHING];
      return {
        en: `The policies ${given.en} together allow every action on every resource${by.en}${less.en}.`,
        fr: `Les politiques ${given.fr} autorisent ensemble toutes les actions sur toutes les ressources${by.fr}${less.fr}.`,
      };
    },
    "a whole service together": ({ policies, services, actions, deniesSome }: Together<Services>) => {
      const [given, of, by] = [formatList(policies), quoted(services), byText(actions)];
      const less = deniesSome ? LESS_DENIED_TOGETHER : NOTHING;
      return {
        en: `The policies ${given.en} together allow every action of ${of.en} on every resource${by.en}${less.en}.`,
        fr: `Les politiques ${given.fr} autorisent ensemble toutes les actions de ${of.fr} sur toutes les ressources${by.fr}${less.fr}.`,
      };
    },
  },
  subjects: (system) => [...system.all(EimPolicy), ...EimPolicy.heldTogether(system)],
  *check(subject, { settings, messages }) {
    const sought = settings.findServices ? [...ALWAYS_SOUGHT, "a whole service" as const] : ALWAYS_SOUGHT;
    if (subject instanceof EimPolicy) {
      for (const { excess, actions, services, sparesResources, deniesSome } of subject.selectGiven(sought)) {
        const message = {
          everything: () => messages.everything({ actions, sparesResources, deniesSome }),
          "all but some": () => messages["all but some"]({ actions, deniesSome }),
          "a whole service": () => messages["a whole service"]({ services, actions, deniesSome }),
        }[excess]();
        const found = withFacts(finding(subject, message, "document"), factOf(subject.content()));
        yield withDetail(found, describeGiven(subject));
      }
      return;
    }
    for (const { excess, policies, actions, services, deniesSome } of subject.selectGiven(sought)) {
      const message =
        excess === "everything"
          ? messages["everything together"]({ policies, actions, deniesSome })
          : messages["a whole service together"]({ policies, services, actions, deniesSome });
      yield finding(subject, message, "policies");
    }
  },
});

const ALWAYS_SOUGHT: readonly Excess[] = ["everything", "all but some"];

/** The patterns of actions by which statements give something, as they spell them. */
interface Spelled {
  readonly actions: readonly string[];
  /** Whether there is something that is denied. */
  readonly deniesSome: boolean;
}

interface Everything extends Spelled {
  /** Whether some resources are named that it is not about. */
  readonly sparesResources: boolean;
}

interface Services extends Spelled {
  readonly services: readonly string[];
}

/** What several policies give together, by their names. */
type Together<T> = T & { readonly policies: readonly string[] };

/** How many patterns a message names before it only counts them. */
const NAMED = 5;

const NOTHING: Text = { en: "", fr: "" };
const LESS_DENIED: Text = { en: ", less what it denies", fr: ", moins ce qu'il refuse" };
const LESS_DENIED_TOGETHER: Text = { en: ", less what they deny", fr: ", moins ce qu'elles refusent" };
const UNNAMED: Text = { en: "those that it names", fr: "celles qu'il nomme" };

function quoted(patterns: readonly string[]): Text {
  return formatList(
    patterns.map((pattern) => `\`${pattern}\``),
    NAMED,
  );
}

function byText(patterns: readonly string[]): Text {
  if (patterns.length === 0) return NOTHING;
  const { en, fr } = quoted(patterns);
  return { en: `, by ${en}`, fr: `, par ${fr}` };
}
