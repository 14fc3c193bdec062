import {
  addUp,
  describeExposure,
  type NamedServices,
  namedServices,
  OpeningsOfGroup,
  openingsByGroup,
  PORT,
  type RangeOpening,
  SecurityGroupRule,
  findServicesBeyond,
  servicesText,
  findSumBeyond,
} from "../../src/outscale";
import { all, definePolicy, finding, withDetail } from "../../src/policy";
import { formatList, pluralize, type Text } from "../../src/text";

export const limitPublicPorts = definePolicy({
  name: "limit-public-ports",
  clauses: ["SLA4.minimal", "SLA4.defaultdeny"],
  ground: "recommendation",
  severity: "high",
  level: "advisory",
  alone: [SecurityGroupRule],
  title: {
    en: "Only what is meant for everybody is open to the Internet",
    fr: "Seul ce qui s'adresse à tous est ouvert à Internet",
  },
  why: {
    en: "Outscale closes everything that comes in, and the convention asks that the client open as little of it as possible: each service more is one more that anybody may attack.",
    fr: "Outscale ferme tout ce qui entre, et la convention demande au client d'en ouvrir le moins possible : chaque service de plus est un service que n'importe qui peut attaquer.",
  },
  remediation: {
    en: "Narrow `fromPortRange`, `toPortRange` and `ipProtocol` to what is meant for everybody, set `ipRange` to those it is meant for, or add the port to `publicPorts`.",
    fr: "Réduisez `fromPortRange`, `toPortRange` et `ipProtocol` à ce qui s'adresse à tous, donnez à `ipRange` ceux à qui le reste s'adresse, ou ajoutez le port à `publicPorts`.",
  },
  settings: {
    publicPorts: {
      type: "array",
      description: 'What this policy leaves open to everybody, instead of the shared `publicPorts`: `443`, `"53/udp"`.',
      items: PORT,
    },
  },
  messages: {
    rule: describeReach,
    rules: (reach: Reach) => addUp(describeReach(reach)),
  },
  *subjects(system): Iterable<RangeOpening | OpeningsOfGroup> {
    yield* system.all(SecurityGroupRule).flatMap((rule) => rule.rangeOpenings("Inbound"));
    if (!system.alone) yield* openingsByGroup(system, "Inbound");
  },
  *check(subject, { settings, system, messages }) {
    const ports = settings.publicPorts ?? system.settings.publicPorts;
    if (subject instanceof OpeningsOfGroup) {
      const sum = findSumBeyond(subject, ports);
      if (!sum) return;
      const message = messages.rules({ ranges: sum.ranges, services: sum.services.flatMap(namedServices) });
      yield withDetail(finding(subject, message), describeExposure(subject, sum.services));
      return;
    }
    const isTooMuch = all(
      () => subject.isInForce(),
      () => subject.isOpenToTheInternet(),
      () => findServicesBeyond(subject, ports).length > 0,
    );
    if (!isTooMuch) return;
    const beyond = findServicesBeyond(subject, ports);
    const message = messages.rule({ ranges: [subject.source], services: beyond.flatMap(namedServices) });
    yield withDetail(finding(subject, message), describeExposure(subject, beyond));
  },
});

/** Which services some ranges reach. */
interface Reach {
  readonly ranges: readonly string[];
  readonly services: readonly NamedServices[];
}

function describeReach({ ranges, services }: Reach): Text {
  const [sources, names] = [formatList(ranges), formatList(services.map(servicesText))];
  const reach = pluralize(ranges.length, { en: "reaches", fr: "atteint" }, { en: "reach", fr: "atteignent" });
  return {
    en: `Beyond what is meant for everybody, ${sources.en} ${reach.en} ${names.en}.`,
    fr: `Au-delà de ce qui s'adresse à tous, ${sources.fr} ${reach.fr} ${names.fr}.`,
  };
}
