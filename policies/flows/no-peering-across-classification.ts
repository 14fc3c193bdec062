import {
  isSensitive,
  Net,
  NetPeering,
  opensEverythingTo,
  type PeeringEnd,
  settingWithoutSensitive,
} from "../../src/outscale";
import { all, definePolicy, finding, ifKnown, some, withFacts } from "../../src/policy";

export const noPeeringAcrossClassification = definePolicy({
  name: "no-peering-across-classification",
  clauses: ["R13.leastaccess"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  title: {
    en: "Sensitive Nets are peered with sensitive or shared Nets only",
    fr: "Les Nets sensibles n'ont de peering qu'avec des Nets sensibles ou partagés",
  },
  why: {
    en: "Access is to be limited to the need: a peering joins two networks whole, and what is taken in the less protected one goes on into the other.",
    fr: "L'accès doit se limiter au besoin : un peering joint deux réseaux entiers, et qui est entré dans le moins protégé continue dans l'autre.",
  },
  remediation: {
    en: "Peer the Net with sensitive Nets, or with one of `pack-settings.sharedNets` that the security groups let in on listed ports only.",
    fr: "Établissez le peering avec des Nets sensibles, ou avec un des `pack-settings.sharedNets` que les groupes de sécurité ne laissent entrer que sur des ports nommés.",
  },
  emptiedBy: ({ system }) => settingWithoutSensitive(system),
  messages: {
    foreign: {
      en: "This peering joins a sensitive Net with one that is neither sensitive nor shared.",
      fr: "Ce peering joint un Net sensible à un Net qui n'est ni sensible ni partagé.",
    },
    "wide-open": {
      en: "Security groups of the sensitive Net open every port to the shared Net of this peering.",
      fr: "Des groupes de sécurité du Net sensible ouvrent tous les ports au Net partagé de ce peering.",
    },
  },
  subjects: (system) => system.all(NetPeering),
  applies: (peering) => some(peering.ends(), (end) => isEndSensitive(end)),
  *check(peering, { system, messages }) {
    const [source, accepter] = peering.ends();
    for (const [own, other] of [
      [source, accepter],
      [accepter, source],
    ] as const) {
      const isForeign = all(
        () => isEndSensitive(own),
        () => !other.isNamedIn(system.settings.sharedNets),
        () => !isEndSensitive(other),
      );
      if (isForeign) yield withFacts(finding(peering, messages.foreign, other.path), { net: nameOf(other) });
      const isWideOpen = all(
        () => isEndSensitive(own),
        () => other.isNamedIn(system.settings.sharedNets),
        () => !isEndSensitive(other),
        () => opensEverythingTo(own.ownNet(), other),
      );
      if (isWideOpen) yield withFacts(finding(peering, messages["wide-open"], other.path), { net: nameOf(other) });
    }
  },
});

/** The name of the Net of an end, or its id where it is not one of the stack's. */
function nameOf(end: PeeringEnd): string | undefined {
  const net = ifKnown(() => end.net());
  return net instanceof Net ? net.name : net;
}

/** @throws {UnknownValue} when the Net is not one of the stack's */
function isEndSensitive(end: PeeringEnd): boolean {
  return isSensitive(end.ownNet());
}
