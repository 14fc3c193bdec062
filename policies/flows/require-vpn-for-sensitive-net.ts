import { isBehindVpn, letsFlowsOut, isSensitive, Net, settingWithoutSensitive } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const requireVpnForSensitiveNet = definePolicy({
  name: "require-vpn-for-sensitive-net",
  clauses: ["R10.encryption", "R13.links"],
  ground: "obligation",
  severity: "critical",
  level: "mandatory",
  title: {
    en: "Flows of sensitive Nets go through a VPN",
    fr: "Les flux des Nets sensibles passent par un VPN",
  },
  why: {
    en: "Encrypting sensitive flows is the client's duty: what leaves a sensitive Net in clear can be read on its way.",
    fr: "Chiffrer les flux sensibles incombe au client : ce qui sort en clair d'un Net sensible peut être lu en chemin.",
  },
  remediation: {
    en: "Link a `VirtualGateway` to the Net and connect it to a `ClientGateway` by a `VpnConnection`, run a VM of tier `vpn`, or name the Net in `pack-settings.directLinks`.",
    fr: "Liez une `VirtualGateway` au Net et reliez-la à une `ClientGateway` par une `VpnConnection`, faites tourner une VM du tier `vpn`, ou nommez le Net dans `pack-settings.directLinks`.",
  },
  emptiedBy: ({ system }) => settingWithoutSensitive(system),
  messages: {
    unprotected: {
      en: "Flows leave this sensitive Net, and no VPN carries them.",
      fr: "Des flux sortent de ce Net sensible, et aucun VPN ne les transporte.",
    },
  },
  subjects: (system) => system.all(Net),
  applies: (net) => isSensitive(net),
  *check(net, { messages }) {
    const isExposed = all(
      () => letsFlowsOut(net),
      () => !isBehindVpn(net),
    );
    if (isExposed) yield finding(net, messages.unprotected);
  },
});
