import type { Service, SupportTime } from "../../claim";
import type { Text } from "../../text";

/** What an incident struck, in words. */
export const SERVICE_NAMES: Readonly<Record<Service, Text>> = {
  internet: { en: "Internet access", fr: "l'accès à Internet" },
  network: { en: "the internal network", fr: "le réseau interne" },
  dns: { en: "DNS, NTP and DHCP", fr: "DNS, NTP et DHCP" },
  metadata: { en: "the metadata service", fr: "le service de métadonnées" },
  firewall: { en: "the firewalls of security groups", fr: "les pare-feu des groupes de sécurité" },
  lb: { en: "a load balancer", fr: "un load balancer" },
  volume: { en: "a volume", fr: "un volume" },
  snapshot: { en: "a snapshot", fr: "un snapshot" },
  vm: { en: "a VM", fr: "une VM" },
  hardware: { en: "a physical resource", fr: "une ressource matérielle" },
  zone: { en: "a Subregion", fr: "une Sous-région" },
  region: { en: "the Region", fr: "la Région" },
  "object-storage": { en: "the APIs of object storage", fr: "les API du stockage objet" },
  api: { en: "the command API", fr: "l'API de commande" },
  support: { en: "support", fr: "le support" },
};

/** What Outscale commits to about each of them. */
export const COMMITMENT_NAMES: Readonly<Record<Service, Text>> = {
  internet: { en: "availability of Internet access", fr: "disponibilité de l'accès à Internet" },
  network: { en: "availability of the internal network", fr: "disponibilité du réseau interne" },
  dns: { en: "availability of DNS, NTP and DHCP", fr: "disponibilité des services DNS, NTP et DHCP" },
  metadata: { en: "availability of the metadata service", fr: "disponibilité du service de métadonnées" },
  firewall: {
    en: "availability of the firewalls of security groups",
    fr: "disponibilité des pare-feu des groupes de sécurité",
  },
  lb: { en: "availability of a load balancer", fr: "disponibilité d'un load balancer" },
  volume: { en: "availability of a volume", fr: "disponibilité d'un volume" },
  snapshot: { en: "availability of a snapshot", fr: "disponibilité d'un snapshot" },
  vm: { en: "availability of a VM", fr: "disponibilité d'une VM" },
  hardware: { en: "availability of a physical resource", fr: "disponibilité d'une ressource matérielle" },
  zone: { en: "availability of a Subregion", fr: "disponibilité d'une Sous-région" },
  region: { en: "availability of the Region", fr: "disponibilité de la Région" },
  "object-storage": {
    en: "availability of the APIs of object storage",
    fr: "disponibilité des API du stockage objet",
  },
  api: { en: "availability of the command API", fr: "disponibilité de l'API de commande" },
  support: { en: "support times", fr: "délais de support" },
};

/** What support owes of a ticket. */
export const TIME_NAMES: Readonly<Record<SupportTime, Text>> = {
  response: { en: "first answer (GTI)", fr: "première réponse (GTI)" },
  restoration: { en: "resolution (GTR)", fr: "résolution (GTR)" },
};
