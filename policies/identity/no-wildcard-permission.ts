import { EimPolicy, type Excess, describeGiven } from "../../src/outscale";
import { definePolicy, finding, withDetail } from "../../src/policy";
import type { Text } from "../../src/text";

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
    "no-document": {
      en: "The document is no policy: it is not JSON with statements.",
      fr: "Le document n'est pas une politique : ce n'est pas du JSON avec des déclarations.",
    },
    everything: {
      en: "A statement allows every action on every resource.",
      fr: "Une déclaration autorise toutes les actions sur toutes les ressources.",
    },
    "all but some": {
      en: "A statement allows every action but those that it names.",
      fr: "Une déclaration autorise toutes les actions sauf celles qu'elle nomme.",
    },
    "a whole service": {
      en: "A statement allows every action of a service on every resource.",
      fr: "Une déclaration autorise toutes les actions d'un service sur toutes les ressources.",
    },
  } satisfies Readonly<Record<Excess | "no-document", Text>>,
  subjects: (system) => system.all(EimPolicy),
  *check(policy, { settings, messages }) {
    const excesses = policy.selectGiven(settings.findServices ? [...ALWAYS_SOUGHT, "a whole service"] : ALWAYS_SOUGHT);
    if (!excesses) {
      yield finding(policy, messages["no-document"], "document");
      return;
    }
    for (const excess of excesses) {
      yield withDetail(finding(policy, messages[excess], "document"), describeGiven(policy));
    }
  },
});

const ALWAYS_SOUGHT: readonly Excess[] = ["everything", "all but some"];
