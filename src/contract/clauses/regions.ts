import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, bullet, paragraph } from "./places";

/** Regions, Subregions, the network inside them and its services. */
export const REGIONS: ClausesOf<"SLA1" | "SLA2" | "SLA3"> = {
  "SLA1.region": {
    heading: HEADINGS.sla1,
    place: at("SLA1", bullet(1)),
    paraphrase: {
      en: "Outscale commits to the availability of each Region, taken by itself.",
      fr: "Outscale s'engage sur la disponibilité de chaque Région, prise isolément.",
    },
    figure: { en: "99.9 %", fr: "99,9 %" },
    period: "year",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 510,
  },
  "SLA1.zone": {
    heading: HEADINGS.sla1,
    place: at("SLA1", bullet(2)),
    paraphrase: {
      en: "Outscale commits to the availability of each Subregion, taken by itself.",
      fr: "Outscale s'engage sur la disponibilité de chaque Sous-région, prise isolément.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "year",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 511,
  },
  "SLA2.bypass": {
    heading: HEADINGS.sla2,
    place: at("SLA2", paragraph(1)),
    paraphrase: {
      en: "Security groups guard the network inside the cloud as they do traffic from the Internet. If the client bypasses them through the command API for its internal resources, their configuration is not applied.",
      fr: "Les groupes de sécurité protègent le réseau interne du cloud comme le trafic venu d'Internet. Si le client les contourne par l'API de commande pour ses ressources internes, leur configuration reste sans effet.",
    },
    force: "warning",
    shows: "shown",
    asterisk: false,
    bearer: "client",
    line: 516,
  },
  "SLA2.network": {
    heading: HEADINGS.sla2,
    place: at("SLA2", bullet(1)),
    paraphrase: {
      en: "Outscale commits to the availability of the network inside its cloud.",
      fr: "Outscale s'engage sur la disponibilité du réseau interne de son cloud.",
    },
    figure: { en: "99.99 %", fr: "99,99 %" },
    period: "year",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 520,
  },
  "SLA2.latency": {
    heading: HEADINGS.sla2,
    place: at("SLA2", bullet(2)),
    paraphrase: {
      en: "Outscale commits to a maximum latency between resources, object storage excepted.",
      fr: "Outscale s'engage sur une latence maximale entre ressources, stockage objet excepté.",
    },
    figure: { en: "10 ms", fr: "10 ms" },
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 521,
  },
  "SLA2.ooslatency": {
    heading: HEADINGS.sla2,
    place: at("SLA2", bullet(3)),
    paraphrase: {
      en: "Outscale commits to a maximum latency to and from object storage.",
      fr: "Outscale s'engage sur une latence maximale des échanges avec le stockage objet.",
    },
    figure: { en: "200 ms", fr: "200 ms" },
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 521,
  },
  "SLA3.abuse": {
    heading: HEADINGS.sla3,
    place: at("SLA3", paragraph(1)),
    paraphrase: {
      en: "Protections that start by themselves against a client's abusive use are not downtime, even when they cut off that client's service.",
      fr: "Les protections qui se déclenchent d'elles-mêmes contre un usage abusif du client ne sont pas de l'indisponibilité, même si elles coupent son service.",
    },
    force: "exclusion",
    shows: {
      partly: {
        en: "how much the programs of the VMs really ask of these services",
        fr: "ce que les programmes des VM demandent réellement à ces services",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 527,
  },
  "SLA3.services": {
    heading: HEADINGS.sla3,
    place: at("SLA3", bullet(1)),
    paraphrase: {
      en: "Outscale commits to the availability of the DNS, NTP and DHCP services.",
      fr: "Outscale s'engage sur la disponibilité des services DNS, NTP et DHCP.",
    },
    figure: { en: "99.8 %", fr: "99,8 %" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 529,
  },
  "SLA3.metadata": {
    heading: HEADINGS.sla3,
    place: at("SLA3", bullet(2)),
    paraphrase: {
      en: "Outscale commits to the availability of the metadata service.",
      fr: "Outscale s'engage sur la disponibilité du service de métadonnées.",
    },
    figure: { en: "99.8 %", fr: "99,8 %" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 530,
  },
};
