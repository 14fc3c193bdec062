import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, bullet, paragraph, sentence } from "./places";

/** Access to and from the Internet, and load balancing. */
export const INTERNET: ClausesOf<"SLA4" | "SLA5"> = {
  "SLA4.bgp": {
    heading: HEADINGS.sla4,
    place: at("SLA4", paragraph(2)),
    paraphrase: {
      en: "The first minutes of every incident on Internet access are deducted from its downtime, because BGP routes need time to converge.",
      fr: "Les premières minutes de chaque incident d'accès à Internet sont retranchées de sa durée, car les routes BGP mettent du temps à converger.",
    },
    figure: { en: "2 minutes per incident", fr: "2 minutes par incident" },
    force: "exclusion",
    asterisk: false,
    bearer: "provider",
    line: 536,
  },
  "SLA4.internet": {
    heading: HEADINGS.sla4,
    place: at("SLA4", bullet(1)),
    paraphrase: {
      en: "Outscale commits to the availability of Internet access, for a client deployed in every Subregion of the Region.",
      fr: "Outscale s'engage sur la disponibilité de l'accès à Internet, pour un client déployé dans chaque Sous-région de la Région.",
    },
    figure: { en: "99.999 %", fr: "99,999 %" },
    period: "year",
    force: "commitment",
    asterisk: true,
    bearer: "both",
    line: 538,
  },
  "SLA4.ddos": {
    heading: HEADINGS.sla4,
    place: at("SLA4", paragraph(3)),
    paraphrase: {
      en: "Under attack, Outscale may change its Internet routing, and may drop all traffic to the client's IP that is the target.",
      fr: "En cas d'attaque, Outscale peut changer ses routes vers Internet, et rejeter tout le trafic destiné à l'IP du client prise pour cible.",
    },
    force: "warning",
    shows: {
      partly: {
        en: "what Outscale does under attack; a program shows only whether another way in is left",
        fr: "ce que fait Outscale en cas d'attaque ; un programme montre seulement s'il reste une autre entrée",
      },
    },
    asterisk: false,
    bearer: "provider",
    line: 540,
  },
  "SLA4.waf": {
    heading: HEADINGS.sla4,
    place: at("SLA4", paragraph(4), sentence(1)),
    paraphrase: {
      en: "Outscale encourages the client to mitigate attacks as well, for instance with a WAF from the market and with its security groups.",
      fr: "Outscale encourage le client à se défendre lui aussi contre les attaques, par exemple avec un WAF du marché et avec ses groupes de sécurité.",
    },
    force: "recommendation",
    shows: {
      declared: {
        en: "a tag or a tier named `waf` says that something filters; what it filters is not seen",
        fr: "un tag ou un tier nommé `waf` dit que quelque chose filtre ; ce qui est filtré ne se voit pas",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 542,
  },
  "SLA4.defaultdeny": {
    heading: HEADINGS.sla4,
    place: at("SLA4", paragraph(4), sentence(2)),
    paraphrase: {
      en: "By default, Outscale filters all inbound traffic to the client's public IPs. The client opens the flows it needs.",
      fr: "Par défaut, Outscale filtre tout ce qui arrive vers les IP publiques du client. C'est au client d'ouvrir les flux utiles.",
    },
    force: "information",
    shows: {
      partly: {
        en: "that Outscale filters by default; a program shows only what the client opens",
        fr: "qu'Outscale filtre par défaut ; un programme montre seulement ce qu'ouvre le client",
      },
    },
    asterisk: false,
    bearer: "both",
    line: 542,
  },
  "SLA4.minimal": {
    heading: HEADINGS.sla4,
    place: at("SLA4", paragraph(4), sentence(3)),
    paraphrase: {
      en: "Inbound traffic to public IPs is closed by default and the client opens what it needs. Outscale insists that this be as little as possible.",
      fr: "Le trafic entrant vers les IP publiques est fermé par défaut, et le client ouvre ce qu'il lui faut. Outscale demande instamment qu'il s'en tienne au strict nécessaire.",
    },
    force: "recommendation",
    insistent: true,
    shows: {
      partly: {
        en: "which of the open flows are needed",
        fr: "lesquels des flux ouverts sont utiles",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 542,
  },
  "SLA4.ports": {
    heading: HEADINGS.sla4,
    place: at("SLA4", paragraph(4), sentence(3)),
    paraphrase: {
      en: "Outscale insists that neither the administration ports (SSH 22, RDP 3389) nor internal protocols such as SMB (445) and NFS (2049) be open to the whole Internet.",
      fr: "Outscale demande instamment que ni les ports d'administration (SSH 22, RDP 3389), ni les protocoles internes tels que SMB (445) et NFS (2049) ne soient ouverts à tout Internet.",
    },
    force: "recommendation",
    insistent: true,
    shows: "shown",
    asterisk: false,
    bearer: "client",
    line: 542,
  },
  "SLA4.firewall": {
    heading: HEADINGS.sla4,
    place: at("SLA4", bullet(2)),
    paraphrase: {
      en: "Outscale commits to the availability of the logical firewalls that run security groups, for a client deployed in every Subregion of the Region.",
      fr: "Outscale s'engage sur la disponibilité des pare-feu logiques qui appliquent les groupes de sécurité, pour un client déployé dans chaque Sous-région de la Région.",
    },
    figure: { en: "99.8 %", fr: "99,8 %" },
    period: "month",
    force: "commitment",
    asterisk: true,
    bearer: "both",
    line: 544,
  },
  "SLA4.api": {
    heading: HEADINGS.sla4,
    place: at("SLA4", bullet(3)),
    paraphrase: {
      en: "Outscale commits to the availability of its command API, named here with the network to the Internet.",
      fr: "Outscale s'engage sur la disponibilité de son API de commande, citée ici avec le réseau vers Internet.",
    },
    figure: { en: "99.9 %", fr: "99,9 %" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 544,
  },
  "SLA5.lb": {
    heading: HEADINGS.sla5,
    place: at("SLA5", bullet(1)),
    paraphrase: {
      en: "Outscale commits to the availability of load balancers.",
      fr: "Outscale s'engage sur la disponibilité des load balancers.",
    },
    figure: { en: "99.78 %", fr: "99,78 %" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 549,
  },
  "SLA5.api": {
    heading: HEADINGS.sla5,
    place: at("SLA5", bullet(2)),
    paraphrase: {
      en: "Outscale commits to the availability of its command API, named here with load balancing.",
      fr: "Outscale s'engage sur la disponibilité de son API de commande, citée ici avec la répartition de charge.",
    },
    figure: { en: "99.9 %", fr: "99,9 %" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 550,
  },
};
