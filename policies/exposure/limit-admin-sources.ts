import { isAdminSource, type Peer, PORT, RangeOpening, SecurityGroupRule, toPeer } from "../../src/outscale";
import { all, certainly, definePolicy, finding, some } from "../../src/policy";
import { formatList, pluralize } from "../../src/text";

export const limitAdminSources = definePolicy({
  name: "limit-admin-sources",
  clauses: ["QUAL.workstation", "R13.leastaccess"],
  ground: "recommendation",
  severity: "high",
  level: "advisory",
  alone: [SecurityGroupRule],
  title: {
    en: "Administration ports accept administrators only",
    fr: "Les ports d'administration n'acceptent que les administrateurs",
  },
  why: {
    en: "The convention asks for administration from workstations made for it and for access no wider than the need: whoever takes another VM of the Net goes on from there by SSH or RDP.",
    fr: "La convention demande d'administrer depuis des postes prévus pour cela, sans accès au-delà du besoin : qui a pris une autre VM du Net continue de là par SSH ou RDP.",
  },
  remediation: {
    en: "Name the bastion's security group in `securityGroupsMembers`, or set `ipRange` to an administration network, and list these in `pack-settings.adminNetworks`.",
    fr: "Nommez le groupe de sécurité du bastion dans `securityGroupsMembers`, ou donnez à `ipRange` un réseau d'administration, et listez ceux-ci dans `pack-settings.adminNetworks`.",
  },
  settings: {
    adminPorts: {
      type: "array",
      description: 'The ports this policy watches, instead of the shared `adminPorts`: `22`, `"5900/tcp"`.',
      items: PORT,
    },
  },
  messages: {
    open: ({ ports, peer }: { readonly ports: readonly number[]; readonly peer: Peer }) => {
      const [numbers, to] = [formatList(ports), toPeer(peer)];
      const open = pluralize(
        ports.length,
        { en: `Port ${numbers.en} is`, fr: `Le port ${numbers.fr} est ouvert` },
        { en: `Ports ${numbers.en} are`, fr: `Les ports ${numbers.fr} sont ouverts` },
      );
      return peer.kind === "group"
        ? {
            en: `${open.en} open ${to.en}, which is that of no bastion.`,
            fr: `${open.fr} ${to.fr}, qui n'est celui d'aucun bastion.`,
          }
        : {
            en: `${open.en} open ${to.en}, which is no administration network.`,
            fr: `${open.fr} ${to.fr}, qui n'est pas un réseau d'administration.`,
          };
    },
  },
  subjects: (system) => system.all(SecurityGroupRule).flatMap((rule) => rule.openings("Inbound")),
  *check(opening, { settings, system, messages }) {
    const watched = settings.adminPorts ?? system.settings.adminPorts;
    const isForeign = all(
      () => some(watched, (port) => opening.admits(port)),
      // no-public-admin-port reports an opening to the whole Internet.
      () => !(opening instanceof RangeOpening && opening.isOpenToTheInternet()),
      () => !isAdminSource(opening),
    );
    if (!isForeign) return;
    const ports = watched.filter((port) => certainly(() => opening.admits(port))).map(({ number }) => number);
    yield finding(opening, messages.open({ ports, peer: opening.peer }));
  },
});
