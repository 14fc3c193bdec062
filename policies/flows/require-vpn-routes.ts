import {
  findDeadEnd,
  isSensitive,
  isToGateway,
  findMissedVpn,
  netOf,
  Propagation,
  Route,
  Subnet,
  VpnConnection,
  settingWithoutSensitive,
} from "../../src/outscale";
import { all, definePolicy, finding, some } from "../../src/policy";

export const requireVpnRoutes = definePolicy({
  name: "require-vpn-routes",
  clauses: ["R13.links"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  title: {
    en: "Routes lead the flows of sensitive Nets through their VPN",
    fr: "Des routes font passer les flux des Nets sensibles par leur VPN",
  },
  why: {
    en: "A VPN protects only what is routed through it: flows that leave beside it are in clear, and flows that lead nowhere get a way around it sooner or later.",
    fr: "Un VPN ne protège que ce qui est routé par lui : les flux qui sortent à côté sont en clair, et ceux qui ne mènent nulle part finissent par le contourner.",
  },
  remediation: {
    en: "Write a `VirtualGatewayRoutePropagation` or a `Route` with the `gatewayId` of the Net's own virtual gateway for each table, and a `VpnConnectionRoute` for each static connection.",
    fr: "Écrivez une `VirtualGatewayRoutePropagation` ou une `Route` avec le `gatewayId` de la passerelle virtuelle du Net pour chaque table, et une `VpnConnectionRoute` pour chaque connexion statique.",
  },
  emptiedBy: ({ system }) => settingWithoutSensitive(system),
  messages: {
    "left beside": {
      en: "The tables of this sensitive Subnet lead out of the Net, and not through its VPN.",
      fr: "Les tables de ce Subnet sensible mènent hors du Net, et pas par son VPN.",
    },
    "not used": {
      en: "No table of this sensitive Subnet's Net leads to its VPN.",
      fr: "Aucune table du Net de ce Subnet sensible ne mène à son VPN.",
    },
    "unlike its equals": {
      en: "No table of this sensitive Subnet leads to the VPN, and those of other Subnets of its role do.",
      fr: "Aucune table de ce Subnet sensible ne mène au VPN, alors que celles d'autres Subnets du même rôle y mènent.",
    },
    "no static route": {
      en: "This connection learns no routes, and none is written.",
      fr: "Cette connexion n'apprend aucune route, et aucune n'est écrite.",
    },
    "not attached": {
      en: "It leads to a virtual gateway that is not attached to this Net.",
      fr: "Elle mène à une passerelle virtuelle qui n'est pas attachée à ce Net.",
    },
    "not connected": {
      en: "It leads to a virtual gateway that nothing is connected to.",
      fr: "Elle mène à une passerelle virtuelle à laquelle rien n'est relié.",
    },
  },
  subjects: (system) => [
    ...system.all(Subnet),
    ...system.all(VpnConnection),
    ...system.all(Route),
    ...system.all(Propagation),
  ],
  applies: (subject: Judged) => concernsSensitiveNet(subject),
  *check(subject, { messages }) {
    const fault = findFault(subject);
    if (fault) yield finding(subject, messages[fault]);
  },
});

type Judged = Subnet | VpnConnection | Route | Propagation;

/** Whether it is a Subnet of a sensitive Net, or carries flows of one. */
function concernsSensitiveNet(subject: Judged): boolean {
  if (subject instanceof Subnet) return isSensitive(subject);
  if (subject instanceof VpnConnection) return some(subject.gateway().nets(), (net) => isSensitive(net()));
  return all(
    () => isToGateway(subject),
    () => isSensitive(netOf(subject)),
  );
}

/** The id of the message that says what is wrong with it; `undefined` when nothing is. */
function findFault(subject: Judged) {
  if (subject instanceof Subnet) return findMissedVpn(subject);
  if (subject instanceof VpnConnection) return subject.lacksRoutes() ? "no static route" : undefined;
  return findDeadEnd(subject);
}
