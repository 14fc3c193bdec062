import {
  addUp,
  letsEverythingOut,
  OpeningsOfGroup,
  openingsByGroup,
  rangesThatLetEverythingOut,
  type RangeOpening,
  SecurityGroup,
  SecurityGroupRule,
} from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const limitOutbound = definePolicy({
  name: "limit-outbound",
  clauses: ["R13.leastaccess"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  title: {
    en: "Security groups let out what is needed, not everything",
    fr: "Les groupes de sécurité laissent sortir le nécessaire, pas tout",
  },
  why: {
    en: "The convention asks that access go no further than established needs: a VM that may call anything is a VM from which stolen data leaves, and that fetches the tools for the next attack.",
    fr: "La convention demande qu'aucun accès n'excède un besoin établi : une VM qui peut tout appeler est une VM d'où sortent les données volées, et qui va chercher de quoi poursuivre l'attaque.",
  },
  remediation: {
    en: "Set `removeDefaultOutboundRule` to `true`, and write an `Outbound` rule with its ports for each service that is called.",
    fr: "Donnez à `removeDefaultOutboundRule` la valeur `true`, et écrivez une règle `Outbound` avec ses ports pour chaque service appelé.",
  },
  messages: {
    default: {
      en: "It keeps the outbound rule of every new security group, which lets everything out.",
      fr: "Il garde la règle sortante de tout nouveau groupe de sécurité, qui laisse tout sortir.",
    },
    "every-protocol": ({ range }: { readonly range: string }) => ({
      en: `Every protocol is let out to ${range}.`,
      fr: `Tous les protocoles peuvent sortir vers ${range}.`,
    }),
    "every-port": ({ range }: { readonly range: string }) => ({
      en: `TCP is let out to ${range} on every port.`,
      fr: `TCP peut sortir vers ${range} sur tous les ports.`,
    }),
    together: ({ ranges }: { readonly ranges: readonly string[] }) => {
      const { en, fr } = formatList(ranges);
      return addUp({
        en: `TCP is let out to the whole Internet on every port, by ${en}.`,
        fr: `TCP peut sortir vers tout Internet sur tous les ports, par ${fr}.`,
      });
    },
  },
  *subjects(system): Iterable<SecurityGroup | RangeOpening | OpeningsOfGroup> {
    yield* system.all(SecurityGroup);
    yield* system.all(SecurityGroupRule).flatMap((rule) => rule.rangeOpenings("Outbound"));
    yield* openingsByGroup(system, "Outbound");
  },
  // A group of the public Cloud has no outbound rules.
  applies: (subject) => !(subject instanceof SecurityGroup) || subject.isInNet,
  *check(subject, { messages }) {
    if (subject instanceof SecurityGroup) {
      if (subject.keepsDefaultOutboundRule()) yield finding(subject, messages.default, "removeDefaultOutboundRule");
    } else if (subject instanceof OpeningsOfGroup) {
      const ranges = rangesThatLetEverythingOut(subject);
      if (ranges) yield finding(subject, messages.together({ ranges }));
    } else if (letsEverythingOut(subject)) {
      const id = subject.isEveryService() ? "every-protocol" : "every-port";
      yield finding(subject, messages[id]({ range: subject.source }));
    }
  },
});
