import {
  GroupOpening,
  letsInLoadBalancer,
  type NamedServices,
  namedServices,
  type Opening,
  type Peer,
  SecurityGroupRule,
  servicesText,
  toPeer,
  EVERY_PORT,
} from "../../src/outscale";
import { all, any, definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const limitPortRange = definePolicy({
  name: "limit-port-range",
  clauses: ["SLA4.minimal", "R13.leastaccess"],
  ground: "recommendation",
  severity: "medium",
  level: "advisory",
  alone: [SecurityGroupRule],
  title: {
    en: "Rules open a few ports at a time",
    fr: "Les règles ouvrent peu de ports à la fois",
  },
  why: {
    en: "The convention asks that access go no further than established needs: a wide range of ports opens services that nobody has named, among them those that are not there yet.",
    fr: "La convention demande qu'aucun accès n'excède un besoin établi : une large plage de ports ouvre des services que personne n'a nommés, y compris ceux qui n'existent pas encore.",
  },
  remediation: {
    en: "Write `ipProtocol`, `fromPortRange` and `toPortRange` for the service itself, and one rule for each service.",
    fr: "Écrivez `ipProtocol`, `fromPortRange` et `toPortRange` pour le service lui-même, et une règle par service.",
  },
  settings: {
    maxPorts: {
      type: "integer",
      description: "How many ports a rule may open.",
      minimum: 1,
      maximum: 65536,
      default: 16,
    },
    wideRanges: {
      type: "array",
      description: "Ranges of ports that the group of a load balancer may reach whole, such as those of Kubernetes.",
      default: [{ from: 30000, to: 32767 }],
      items: {
        type: "object",
        additionalProperties: false,
        required: ["from", "to"],
        properties: {
          from: { type: "integer", minimum: 0, maximum: 65535 },
          to: { type: "integer", minimum: 0, maximum: 65535 },
        },
      },
    },
  },
  emptiedBy: ({ settings: { maxPorts } }) => (maxPorts > EVERY_PORT.last ? "limit-port-range.maxPorts" : undefined),
  messages: {
    "every-protocol": ({ peer }: { readonly peer: Peer }) => ({
      en: `Every protocol is open ${toPeer(peer).en}.`,
      fr: `Tous les protocoles sont ouverts ${toPeer(peer).fr}.`,
    }),
    "too-many-ports": ({ services, peer, count, most }: Wide) => {
      const [names, to] = [formatList(services.map(servicesText)), toPeer(peer)];
      return {
        en: `${names.en} is open ${to.en}: ${String(count)} ports, where ${String(most)} are accepted.`,
        fr: `${names.fr} est ouvert ${to.fr} : ${String(count)} ports, là où ${String(most)} sont acceptés.`,
      };
    },
  },
  subjects: (system) => system.all(SecurityGroupRule).flatMap((rule) => rule.openings("Inbound")),
  *check(opening, { settings: { maxPorts, wideRanges }, messages }) {
    const isTooWide = all(
      () => opening.isInForce(),
      () =>
        any(
          () => opening.isEveryService(),
          () => opening.portCount() > maxPorts,
        ),
      () => !isAmongItsOwn(opening),
      () => !isAcceptedRange(opening, wideRanges),
    );
    if (!isTooWide) return;
    const { peer } = opening;
    if (opening.isEveryService()) {
      yield finding(opening, messages["every-protocol"]({ peer }));
      return;
    }
    const services = namedServices(opening.services);
    yield finding(opening, messages["too-many-ports"]({ services, peer, count: opening.portCount(), most: maxPorts }));
  },
});

/** The services that are open, to whom, how many ports that is, and how many are accepted. */
interface Wide {
  readonly services: readonly NamedServices[];
  readonly peer: Peer;
  readonly count: number;
  readonly most: number;
}

/** Whether it opens a group to its own members, who may call each other on any port. */
function isAmongItsOwn(opening: Opening): boolean {
  return opening instanceof GroupOpening && opening.isOwnGroup();
}

/** Whether it opens ports of an accepted range to a load balancer. */
function isAcceptedRange(opening: Opening, ranges: readonly { readonly from: number; readonly to: number }[]): boolean {
  return all(
    () => opening instanceof GroupOpening,
    // Reversed bounds are the same range, as in a rule.
    () => ranges.some(({ from, to }) => opening.isWithinPorts({ from: Math.min(from, to), to: Math.max(from, to) })),
    () => opening instanceof GroupOpening && letsInLoadBalancer(opening),
  );
}
