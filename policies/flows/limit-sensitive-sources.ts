import {
  admitsForeigners,
  leadsToSensitive,
  namedServices,
  SecurityGroupRule,
  settingWithoutSensitive,
} from "../../src/outscale";
import { definePolicy, finding, ifKnown, withFacts } from "../../src/policy";

export const limitSensitiveSources = definePolicy({
  name: "limit-sensitive-sources",
  clauses: ["R13.leastaccess", "R13.links"],
  ground: "obligation",
  severity: "critical",
  level: "mandatory",
  title: {
    en: "What is sensitive is reached from private networks and VPNs only",
    fr: "Ce qui est sensible n'est joignable que depuis des réseaux privés et des VPN",
  },
  why: {
    en: "Access to sensitive data is to be limited to the need, over encrypted or dedicated links: a public address comes over neither.",
    fr: "L'accès aux données sensibles doit se limiter au besoin, par des liens chiffrés ou dédiés : ce qui vient d'une adresse publique n'emprunte ni l'un ni l'autre.",
  },
  remediation: {
    en: "Set `ipRange` to a private range or to one behind a `VpnConnectionRoute`, or name a security group in `securityGroupsMembers`.",
    fr: "Donnez à `ipRange` une plage privée ou une plage derrière une `VpnConnectionRoute`, ou nommez un groupe de sécurité dans `securityGroupsMembers`.",
  },
  emptiedBy: ({ system }) => settingWithoutSensitive(system),
  messages: {
    foreign: ({ range }: { readonly range: string }) => ({
      en: `${range} reaches what is sensitive, and is neither private nor behind a VPN.`,
      fr: `${range} atteint ce qui est sensible, et n'est ni privée ni derrière un VPN.`,
    }),
  },
  subjects: (system) => system.all(SecurityGroupRule).flatMap((rule) => rule.rangeOpenings("Inbound")),
  applies: (opening) => leadsToSensitive(opening),
  *check(opening, { messages }) {
    if (!admitsForeigners(opening)) return;
    const found = finding(opening, messages.foreign({ range: opening.source }));
    const services = ifKnown(() => namedServices(opening.services));
    yield withFacts(found, { services: services?.map((each) => ({ ...each })) });
  },
});
