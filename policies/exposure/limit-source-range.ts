import {
  type NamedServices,
  namedServices,
  PORT,
  SecurityGroupRule,
  findServicesBeyond,
  servicesText,
  coversPorts,
  EVERY_TCP_PORT,
} from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const limitSourceRange = definePolicy({
  name: "limit-source-range",
  clauses: ["SLA4.minimal", "R13.leastaccess"],
  ground: "recommendation",
  severity: "medium",
  level: "advisory",
  alone: [SecurityGroupRule],
  title: {
    en: "Public sources are no wider than the place they stand for",
    fr: "Les sources publiques ne sont pas plus larges que le lieu qu'elles désignent",
  },
  why: {
    en: "The convention asks that access go no further than established needs: a wide public source lets in strangers who share the block with those it was meant for.",
    fr: "La convention demande qu'aucun accès n'excède un besoin établi : une source publique large laisse entrer des inconnus qui partagent le bloc de ceux à qui elle s'adressait.",
  },
  remediation: {
    en: "Set `ipRange` or each of `ipRanges` to the addresses in use, or reach the others through a VPN.",
    fr: "Donnez à `ipRange` ou à chacune des `ipRanges` les seules adresses en usage, ou joignez les autres par un VPN.",
  },
  settings: {
    maxSource: {
      type: "object",
      description: "The shortest prefix that a public source may have, by family.",
      additionalProperties: false,
      default: {},
      properties: {
        ipv4: { type: "integer", minimum: 0, maximum: 32, default: 24 },
        ipv6: { type: "integer", minimum: 0, maximum: 128, default: 48 },
      },
    },
    publicPorts: {
      type: "array",
      description: "What any source may reach, instead of the shared `publicPorts`.",
      items: PORT,
    },
  },
  emptiedBy: ({ settings, system }) => {
    if (settings.maxSource.ipv4 === 0) return "limit-source-range.maxSource";
    if (!coversPorts(settings.publicPorts ?? system.settings.publicPorts, EVERY_TCP_PORT)) return undefined;
    return settings.publicPorts ? "limit-source-range.publicPorts" : "pack-settings.publicPorts";
  },
  messages: {
    wide: ({ range, shortest, services }: Wide) => {
      const { en, fr } = formatList(services.map(servicesText));
      return {
        en: `${range} is a public source wider than /${String(shortest)}, for ${en}.`,
        fr: `${range} est une source publique plus large que /${String(shortest)}, pour ${fr}.`,
      };
    },
  },
  subjects: (system) => system.all(SecurityGroupRule).flatMap((rule) => rule.rangeOpenings("Inbound")),
  *check(opening, { settings, system, messages }) {
    const { maxSource } = settings;
    const ports = settings.publicPorts ?? system.settings.publicPorts;
    const isTooWide = all(
      () => opening.isInForce(),
      () => opening.isWiderThan(maxSource),
      () => findServicesBeyond(opening, ports).length > 0,
    );
    if (!isTooWide) return;
    const services = findServicesBeyond(opening, ports).flatMap(namedServices);
    const shortest = maxSource[opening.addresses.family];
    yield finding(opening, messages.wide({ range: opening.source, shortest, services }));
  },
});

/** A wide source, and what it reaches. */
interface Wide {
  readonly range: string;
  /** The shortest prefix that is accepted. */
  readonly shortest: number;
  readonly services: readonly NamedServices[];
}
