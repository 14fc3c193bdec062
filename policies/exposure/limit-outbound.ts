import {
  letsEverythingOut,
  OpeningsOfGroup,
  openingsByGroup,
  rangesThatLetEverythingOut,
  type RangeOpening,
  SecurityGroup,
  SecurityGroupRule,
} from "../../src/outscale";
import { all, definePolicy, finding, possibly } from "../../src/policy";
import { formatList } from "../../src/text";

export const limitOutbound = definePolicy({
  name: "limit-outbound",
  clauses: ["R13.leastaccess"],
  severity: "medium",
  level: "advisory",
  title: {
    en: "Security groups let out what is needed, not everything",
    fr: "Les groupes de sécurité laissent sortir le nécessaire, pas tout",
  },
  why: {
    en: "The convention asks that access go no further than established needs: a VM that may call anything is a VM from which stolen data leaves, and that fetches the tools for the next attack.",
    fr: "La convention demande qu'aucun accès n'excède un besoin établi : une VM qui peut tout appeler est une VM d'où sortent les données volées, et qui va chercher de quoi poursuivre l'attaque.",
  },
  remediation: {
    en: "Set `removeDefaultOutboundRule` to `true`, and write an `Outbound` rule with its ports for each service that is called.",
    fr: "Donnez à `removeDefaultOutboundRule` la valeur `true`, et écrivez une règle `Outbound` avec ses ports pour chaque service appelé.",
  },
  *subjects(stack): Iterable<SecurityGroup | RangeOpening | OpeningsOfGroup> {
    yield* stack.all(SecurityGroup).filter((group) => possibly(() => group.isInNet));
    yield* stack.all(SecurityGroupRule).flatMap((rule) => rule.rangeOpenings("Outbound"));
    yield* openingsByGroup(stack, "Outbound");
  },
  *check(subject) {
    if (subject instanceof SecurityGroup) {
      const isOpen = all(
        () => subject.isInNet,
        () => subject.keepsDefaultOutboundRule(),
      );
      if (isOpen) yield finding(subject, KEEPS_DEFAULT, "removeDefaultOutboundRule");
    } else if (subject instanceof OpeningsOfGroup) {
      const ranges = rangesThatLetEverythingOut(subject);
      if (ranges) yield finding(subject, together(ranges));
    } else if (letsEverythingOut(subject)) {
      yield finding(subject, alone(subject));
    }
  },
});

const KEEPS_DEFAULT = {
  en: "It keeps the outbound rule of every new security group, which lets everything out.",
  fr: "Il garde la règle sortante de tout nouveau groupe de sécurité, qui laisse tout sortir.",
};

function alone(opening: RangeOpening) {
  const { source } = opening;
  return opening.isEveryService()
    ? { en: `Every protocol is let out to ${source}.`, fr: `Tous les protocoles peuvent sortir vers ${source}.` }
    : { en: `TCP is let out to ${source} on every port.`, fr: `TCP peut sortir vers ${source} sur tous les ports.` };
}

function together(ranges: readonly string[]) {
  const { en, fr } = formatList(ranges);
  return {
    en: `Several rules add up. TCP is let out to the whole Internet on every port, by ${en}.`,
    fr: `Plusieurs règles s'additionnent. TCP peut sortir vers tout Internet sur tous les ports, par ${fr}.`,
  };
}
