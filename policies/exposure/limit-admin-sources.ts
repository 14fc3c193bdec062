import {
  countPorts,
  findAdminPorts,
  formatPortRange,
  isAdminSource,
  type Peer,
  PORT,
  type Ports,
  RangeOpening,
  SecurityGroupRule,
  toPeer,
} from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";
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
    en: "Access is to go no further than the need, and ANSSI's qualification decision recommends workstations made for administration: whoever takes another VM of the Net goes on from there by SSH or RDP.",
    fr: "L'accès ne doit pas excéder le besoin, et la décision de qualification de l'ANSSI recommande des postes prévus pour l'administration : quiconque prend le contrôle d'une autre VM du Net progresse depuis celle-ci par SSH ou RDP.",
  },
  remediation: {
    en: "Name the bastion's security group in `securityGroupsMembers`, or set `ipRange` to an administration network, and list these in `pack-settings.adminNetworks`.",
    fr: "Nommez le groupe de sécurité du bastion dans `securityGroupsMembers`, ou donnez à `ipRange` un réseau d'administration, et listez ces réseaux dans `pack-settings.adminNetworks`.",
  },
  settings: {
    adminPorts: {
      type: "array",
      description: 'The ports this policy watches, instead of the shared `adminPorts`: `22`, `"5900-5910/tcp"`.',
      items: PORT,
    },
  },
  emptiedBy: ({ settings, system }) => {
    if ((settings.adminPorts ?? system.settings.adminPorts).length > 0) return undefined;
    return settings.adminPorts ? "limit-admin-sources.adminPorts" : "pack-settings.adminPorts";
  },
  messages: {
    open: ({ ports, peer }: { readonly ports: readonly Ports[]; readonly peer: Peer }) => {
      const [numbers, to] = [formatList(ports.map(formatPortRange), MOST), toPeer(peer)];
      const open = pluralize(
        countPorts(ports),
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
      () => findAdminPorts(opening, watched).length > 0,
      // no-public-admin-port reports an opening to the whole Internet.
      () => !(opening instanceof RangeOpening && opening.isOpenToTheInternet()),
      () => !isAdminSource(opening),
    );
    if (!isForeign) return;
    yield finding(opening, messages.open({ ports: findAdminPorts(opening, watched), peer: opening.peer }));
  },
});

/** How many ports a message names before it only counts them. */
const MOST = 5;
