import { connectionsOf, isSensitive, Net, onlyPeerOf, settingWithoutSensitive } from "../../src/outscale";
import { any, definePolicy, finding } from "../../src/policy";

export const requireRedundantVpn = definePolicy({
  name: "require-redundant-vpn",
  clauses: ["R13.links", "R17.continuity"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  title: {
    en: "The VPN of a sensitive Net ends at two places of the client's",
    fr: "Le VPN d'un Net sensible aboutit à deux endroits chez le client",
  },
  why: {
    en: "Continuity is the client's duty: with one client gateway, its failure or that of its Internet access cuts the only link that sensitive flows may take.",
    fr: "La continuité incombe au client : avec une seule passerelle client, sa panne ou celle de son accès à Internet coupe le seul lien que les flux sensibles peuvent prendre.",
  },
  remediation: {
    en: "Add a `VpnConnection` to a second `ClientGateway` with another `publicIp`.",
    fr: "Ajoutez une `VpnConnection` vers une seconde `ClientGateway` avec une autre `publicIp`.",
  },
  emptiedBy: ({ system }) => settingWithoutSensitive(system),
  messages: {
    alone: ({ peer }: { readonly peer: string }) => ({
      en: `All its VPN connections lead to one address of the client's, ${peer}.`,
      fr: `Toutes ses connexions VPN mènent à une seule adresse du client, ${peer}.`,
    }),
  },
  subjects: (system) => system.all(Net).filter((net) => connectionsOf(net).length > 0),
  applies: (net, { system }) =>
    any(
      () => net.isNamedIn(system.settings.sharedNets),
      () => isSensitive(net),
    ),
  *check(net, { messages }) {
    const peer = onlyPeerOf(net);
    if (peer !== undefined) yield finding(net, messages.alone({ peer }));
  },
});
