import type { Service } from "../../claim";
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
