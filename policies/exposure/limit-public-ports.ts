import {
  addUp,
  describeExposure,
  findExcess,
  formatPorts,
  type NamedServices,
  namedServices,
  type OpeningsOfGroup,
  openingsByGroup,
  PORT,
  type Ports,
  type RangeOpening,
  SecurityGroupRule,
  servicesText,
  coversPorts,
  EVERY_TCP_PORT,
} from "../../src/outscale";
import { definePolicy, finding, withDetail, withFix } from "../../src/policy";
import { formatList, pluralize, type Text } from "../../src/text";

export const limitPublicPorts = definePolicy({
  name: "limit-public-ports",
  clauses: ["SLA4.minimal", "SLA4.defaultdeny"],
  ground: "recommendation",
  severity: "high",
  level: "mandatory",
  alone: [SecurityGroupRule],
  title: {
    en: "Only what is meant for everybody is open to the Internet",
    fr: "Seul ce qui s'adresse à tous est ouvert à Internet",
  },
  why: {
    en: "Outscale closes everything that comes in, and the convention asks that the client open as little of it as possible: each service more is one more that anybody may attack.",
    fr: "Outscale ferme tout ce qui entre, et la convention demande au client d'en ouvrir le moins possible : chaque service de plus est un service que n'importe qui peut attaquer.",
  },
  remediation: {
    en: "Narrow `fromPortRange`, `toPortRange` and `ipProtocol` to what is meant for everybody, set `ipRange` to those it is meant for, or add the port to `publicPorts`.",
    fr: "Réduisez `fromPortRange`, `toPortRange` et `ipProtocol` à ce qui s'adresse à tous, donnez à `ipRange` les adresses de ceux à qui le reste s'adresse, ou ajoutez le port à `publicPorts`.",
  },
  settings: {
    publicPorts: {
      type: "array",
      description:
        'What this policy leaves open to everybody, instead of the shared `publicPorts`: `443`, `"8000-8010/udp"`.',
      items: PORT,
    },
  },
  emptiedBy: ({ settings, system }) => {
    if (!coversPorts(settings.publicPorts ?? system.settings.publicPorts, EVERY_TCP_PORT)) return undefined;
    return settings.publicPorts ? "limit-public-ports.publicPorts" : "pack-settings.publicPorts";
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
    const setting = settings.publicPorts ? "limit-public-ports" : "pack-settings";
    for (const { by, ranges, services } of findExcess(subject, ports)) {
      const named = services.flatMap(namedServices);
      const found = finding(subject, messages[by]({ ranges, services: named }));
      yield withFix(withDetail(found, describeExposure(subject, services)), describeFix(named, setting, ports));
    }
  },
});

/** How many entries of `publicPorts` a fix writes out: who opens more than these has not chosen them one by one. */
const MOST = 3;

/**
 * A fix that writes out the entries to add to `publicPorts`; `undefined`, for the policy's own remediation, where something
 * without ports is open, or too many ports.
 */
function describeFix(services: readonly NamedServices[], setting: string, current: readonly Ports[]): Text | undefined {
  const ports = services.filter((each) => each.ports !== undefined);
  if (ports.length < services.length || ports.length > MOST) return undefined;
  const entries = formatList(ports.map((each) => `\`"${each.ports ?? ""}/${each.protocol}"\``));
  const others = formatList(current.map((each) => `\`"${formatPorts(each)}"\``));
  const beside = others.en === "" ? others : { en: `, beside ${others.en}`, fr: `, à côté de ${others.fr}` };
  return {
    en: `Set \`ipRange\` to those it is meant for, or, where that is everybody, add ${entries.en} to \`${setting}.publicPorts\`${beside.en}.`,
    fr: `Donnez à \`ipRange\` les adresses de ceux à qui cela s'adresse ou, si c'est à tous, ajoutez ${entries.fr} à \`${setting}.publicPorts\`${beside.fr}.`,
  };
}

/** How many services a message names before it only counts them. */
const MOST_NAMED = 4;

/** Which services some ranges reach. */
interface Reach {
  readonly ranges: readonly string[];
  readonly services: readonly NamedServices[];
}

function describeReach({ ranges, services }: Reach): Text {
  const [sources, names] = [formatList(ranges), formatList(services.map(servicesText), MOST_NAMED)];
  const reach = pluralize(ranges.length, { en: "reaches", fr: "atteint" }, { en: "reach", fr: "atteignent" });
  return {
    en: `Beyond what is meant for everybody, ${sources.en} ${reach.en} ${names.en}.`,
    fr: `Au-delà de ce qui s'adresse à tous, ${sources.fr} ${reach.fr} ${names.fr}.`,
  };
}
