import { PORT, portOf, type RangeOpening, SecurityGroupRule, servicesBeyond, serviceTexts } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const limitSourceRange = definePolicy({
  name: "limit-source-range",
  clauses: ["SLA4.minimal", "R13.leastaccess"],
  severity: "medium",
  level: "advisory",
  alone: [SecurityGroupRule],
  title: {
    en: "Public sources are no wider than the place they stand for",
    fr: "Les sources publiques ne sont pas plus larges que le lieu qu'elles désignent",
  },
  why: {
    en: "The convention asks that access go no further than established needs: a wide public source lets in strangers who share the block with those it was meant for.",
    fr: "La convention demande qu'aucun accès n'excède un besoin établi : une source publique large laisse entrer des inconnus qui partagent le bloc de ceux à qui elle s'adressait.",
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
  subjects: (stack) => stack.all(SecurityGroupRule).flatMap((rule) => rule.rangeOpenings("Inbound")),
  *check(opening, { settings, shared }) {
    const { maxSource } = settings;
    const meant = { ports: (settings.publicPorts ?? shared.publicPorts).map(portOf), shared };
    const isTooWide = all(
      () => opening.isInForce(),
      () => opening.isWiderThan(maxSource),
      () => servicesBeyond(opening, meant).length > 0,
    );
    if (!isTooWide) return;
    const services = servicesBeyond(opening, meant).flatMap(serviceTexts);
    yield finding(opening, sentence(opening, services, maxSource[opening.addresses.family]));
  },
});

function sentence({ source }: RangeOpening, services: readonly Text[], most: number): Text {
  const prefix = `/${String(most)}`;
  return {
    en: `${source} is a public source wider than ${prefix}, for ${formatList(services).en}.`,
    fr: `${source} est une source publique plus large que ${prefix}, pour ${formatList(services).fr}.`,
  };
}
