import type { ClauseId } from "./clause-ids";
import type { Text } from "./text";

/** The time a figure is measured over. */
export type Period = "month" | "year";

/** Who answers for a clause: Outscale, its client, or each for a part. */
export type Bearer = "provider" | "client" | "both";

/** What one clause of the convention says, for a reader who will not open it. */
export interface Clause {
  /** The convention's heading over the clause; the French one to the letter, so that it can be searched for. */
  readonly heading: Text;
  readonly paraphrase: Text;
  /** The figure as it is printed; the numbers to count with are in `COMMITMENTS`. */
  readonly figure?: Text;
  /** The time the figure is measured over, when the convention names one. */
  readonly period?: Period;
  /** Starred in the convention, hence subject to GEN.asterisk. */
  readonly asterisk: boolean;
  /** Bears no star, but has a condition of its own that every Subregion be used. */
  readonly allZones?: true;
  readonly bearer: Bearer;
  /** The line of the convention's French plain text. */
  readonly line: number;
}

const HEADINGS = {
  preamble: { en: "Preamble", fr: "Préambule" },
  definitions: { en: "Definitions", fr: "Définitions" },
  location: {
    en: "Location of the Service and of the Data / transfer abroad",
    fr: "Localisation du Service et des Données / transfert à l’étranger",
  },
  assets: { en: "8 - Asset management", fr: "8 - Gestion des actifs" },
  cryptology: { en: "10 - Cryptology", fr: "10 - Cryptologie" },
  communications: { en: "13 - Communications security", fr: "13 - Sécurité des communications" },
  availability: { en: "Availability requirements of the service", fr: "Exigences de disponibilité du service" },
  sla1: { en: "SLA1 – Service: “availability domain”", fr: "SLA1 – Prestation : « domaine de disponibilité »" },
  sla2: {
    en: "SLA2 – Service: “network inside the cloud”",
    fr: "SLA2 – Prestation : « Service de fourniture réseau intra Cloud»",
  },
  sla3: {
    en: "SLA3 – Service “Internet services (DNS, NTP) and cloud metadata service”",
    fr: "SLA3 – Prestation « Service de fourniture de Services Internet (DNS, NTP) et de Service métadonnées du Cloud Computing »",
  },
  sla4: {
    en: "SLA4 – Service “secured network to the Internet”",
    fr: "SLA4 – Prestation « Service de fourniture réseau sécurisé vers Internet»",
  },
  sla5: {
    en: "SLA5 – Service “load balancing on demand”",
    fr: "SLA5 – Prestation « Service de répartition de charge à la demande »",
  },
  sla6: { en: "SLA6 – Service “object storage”", fr: "SLA6 – Prestation « Service de Stockage Objets »" },
  sla7: { en: "SLA7 – Service “persistent storage”", fr: "SLA7 – Prestation « Service de Stockage Persistant »" },
  sla8: {
    en: "SLA8 – Service “non-persistent storage”",
    fr: "SLA8 – Prestation « Service de Stockage Non Persistant»",
  },
  sla9: {
    en: "SLA9 – Service “VMs on demand”",
    fr: "SLA9 – Prestation « Service de fourniture de Machines Virtuelles à la carte »",
  },
  sla10: { en: "SLA10 – Support", fr: "SLA10 – Support" },
  clientData: { en: "The CLIENT’s data", fr: "Données du CLIENT" },
} as const satisfies Record<string, Text>;

/** What each clause says. Those that nothing needs yet are missing. */
export const CLAUSES: Readonly<Partial<Record<ClauseId, Clause>>> = {
  "GEN.precedence": {
    heading: HEADINGS.preamble,
    paraphrase: {
      en: "Where the convention and Outscale's general terms contradict each other, the convention applies.",
      fr: "Si la convention et les conditions générales d'Outscale se contredisent, c'est la convention qui s'applique.",
    },
    asterisk: false,
    bearer: "both",
    line: 32,
  },
  "GEN.penalties": {
    heading: HEADINGS.definitions,
    paraphrase: {
      en: "What Outscale owes for a missed commitment is set in Annex A of its general terms of sale; the convention gives no amount.",
      fr: "Ce que doit Outscale pour un engagement manqué est fixé par l'annexe A de ses conditions générales de vente ; la convention n'en donne pas le montant.",
    },
    asterisk: false,
    bearer: "provider",
    line: 76,
  },
  "GEN.asterisk": {
    heading: HEADINGS.availability,
    paraphrase: {
      en: "A client who could have deployed its systems in every Subregion of the Region, and chose not to, cannot claim a commitment marked with an asterisk.",
      fr: "Le client qui pouvait déployer ses systèmes dans chaque Sous-région de la Région, et ne l'a pas voulu, ne peut pas invoquer un engagement marqué d'un astérisque.",
    },
    asterisk: false,
    bearer: "client",
    line: 499,
  },
  "GEN.apis": {
    heading: HEADINGS.availability,
    paraphrase: {
      en: "The asterisk does not concern Outscale's APIs nor the infrastructure Outscale runs itself: commitments on these generally hold however the client deploys.",
      fr: "L'astérisque ne vise ni les API d'Outscale ni l'infrastructure qu'Outscale exploite elle-même : les engagements pris sur elles valent en général pour tout déploiement.",
    },
    asterisk: false,
    bearer: "provider",
    line: 501,
  },
  "GEN.method": {
    heading: HEADINGS.availability,
    paraphrase: {
      en: "How a service level is calculated is laid down in the client's specific contract or in Outscale's general terms, not in the convention.",
      fr: "Le mode de calcul d'un niveau de service figure dans le contrat spécifique du client ou dans les conditions générales d'Outscale, pas dans la convention.",
    },
    asterisk: false,
    bearer: "provider",
    line: 503,
  },
  "GEN.clock": {
    heading: HEADINGS.availability,
    paraphrase: {
      en: "Service commitments run day and night, every day of the week.",
      fr: "Les engagements de service courent jour et nuit, tous les jours de la semaine.",
    },
    figure: { en: "24 hours a day, 7 days a week", fr: "24 h/24 et 7 j/7" },
    asterisk: false,
    bearer: "provider",
    line: 505,
  },
  "OBL.location": {
    heading: HEADINGS.location,
    paraphrase: {
      en: "Outscale provides the service and its support from the territory of the European Union only, and hosts the client's data in datacenters in France.",
      fr: "Outscale fournit le service et son support depuis le seul territoire de l'Union européenne, et héberge les données du client dans des datacenters en France.",
    },
    asterisk: false,
    bearer: "provider",
    line: 202,
  },
  "SLA1.region": {
    heading: HEADINGS.sla1,
    paraphrase: {
      en: "Outscale commits to the availability of each Region, taken by itself.",
      fr: "Outscale s'engage sur la disponibilité de chaque Région, prise isolément.",
    },
    figure: { en: "99.9 %", fr: "99,9 %" },
    period: "year",
    asterisk: false,
    bearer: "provider",
    line: 510,
  },
  "SLA1.zone": {
    heading: HEADINGS.sla1,
    paraphrase: {
      en: "Outscale commits to the availability of each Subregion, taken by itself.",
      fr: "Outscale s'engage sur la disponibilité de chaque Sous-région, prise isolément.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "year",
    asterisk: false,
    bearer: "provider",
    line: 511,
  },
  "SLA2.network": {
    heading: HEADINGS.sla2,
    paraphrase: {
      en: "Outscale commits to the availability of the network inside its cloud.",
      fr: "Outscale s'engage sur la disponibilité du réseau interne de son cloud.",
    },
    figure: { en: "99.99 %", fr: "99,99 %" },
    period: "year",
    asterisk: false,
    bearer: "provider",
    line: 520,
  },
  "SLA2.latency": {
    heading: HEADINGS.sla2,
    paraphrase: {
      en: "Outscale commits to a maximum latency between resources, object storage excepted.",
      fr: "Outscale s'engage sur une latence maximale entre ressources, stockage objet excepté.",
    },
    figure: { en: "10 ms", fr: "10 ms" },
    asterisk: false,
    bearer: "provider",
    line: 521,
  },
  "SLA2.ooslatency": {
    heading: HEADINGS.sla2,
    paraphrase: {
      en: "Outscale commits to a maximum latency to and from object storage.",
      fr: "Outscale s'engage sur une latence maximale des échanges avec le stockage objet.",
    },
    figure: { en: "200 ms", fr: "200 ms" },
    asterisk: false,
    bearer: "provider",
    line: 521,
  },
  "SLA3.abuse": {
    heading: HEADINGS.sla3,
    paraphrase: {
      en: "Protections that start by themselves against a client's abusive use are not downtime, even when they cut off that client's service.",
      fr: "Les protections qui se déclenchent d'elles-mêmes contre un usage abusif du client ne sont pas de l'indisponibilité, même si elles coupent son service.",
    },
    asterisk: false,
    bearer: "client",
    line: 527,
  },
  "SLA3.services": {
    heading: HEADINGS.sla3,
    paraphrase: {
      en: "Outscale commits to the availability of the DNS, NTP and DHCP services.",
      fr: "Outscale s'engage sur la disponibilité des services DNS, NTP et DHCP.",
    },
    figure: { en: "99.8 %", fr: "99,8 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 529,
  },
  "SLA3.metadata": {
    heading: HEADINGS.sla3,
    paraphrase: {
      en: "Outscale commits to the availability of the metadata service.",
      fr: "Outscale s'engage sur la disponibilité du service de métadonnées.",
    },
    figure: { en: "99.8 %", fr: "99,8 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 530,
  },
  "SLA4.bgp": {
    heading: HEADINGS.sla4,
    paraphrase: {
      en: "The first minutes of every incident on Internet access are deducted from its downtime, because BGP routes need time to converge.",
      fr: "Les premières minutes de chaque incident d'accès à Internet sont retranchées de sa durée, car les routes BGP mettent du temps à converger.",
    },
    figure: { en: "2 minutes per incident", fr: "2 minutes par incident" },
    asterisk: false,
    bearer: "provider",
    line: 536,
  },
  "SLA4.internet": {
    heading: HEADINGS.sla4,
    paraphrase: {
      en: "Outscale commits to the availability of Internet access, for a client deployed in every Subregion of the Region.",
      fr: "Outscale s'engage sur la disponibilité de l'accès à Internet, pour un client déployé dans chaque Sous-région de la Région.",
    },
    figure: { en: "99.999 %", fr: "99,999 %" },
    period: "year",
    asterisk: true,
    bearer: "both",
    line: 538,
  },
  "SLA4.ddos": {
    heading: HEADINGS.sla4,
    paraphrase: {
      en: "Under attack, Outscale may change its Internet routing, and may drop all traffic to the client's IP that is the target.",
      fr: "En cas d'attaque, Outscale peut changer ses routes vers Internet, et rejeter tout le trafic destiné à l'IP du client prise pour cible.",
    },
    asterisk: false,
    bearer: "provider",
    line: 540,
  },
  "SLA4.minimal": {
    heading: HEADINGS.sla4,
    paraphrase: {
      en: "Inbound traffic to public IPs is closed by default and the client opens what it needs. Outscale insists that this be as little as possible.",
      fr: "Le trafic entrant vers les IP publiques est fermé par défaut, et le client ouvre ce qu'il lui faut. Outscale demande instamment qu'il s'en tienne au strict nécessaire.",
    },
    asterisk: false,
    bearer: "client",
    line: 542,
  },
  "SLA4.ports": {
    heading: HEADINGS.sla4,
    paraphrase: {
      en: "Outscale insists that neither the administration ports (SSH 22, RDP 3389) nor internal protocols such as SMB (445) and NFS (2049) be open to the whole Internet.",
      fr: "Outscale demande instamment que ni les ports d'administration (SSH 22, RDP 3389), ni les protocoles internes tels que SMB (445) et NFS (2049) ne soient ouverts à tout Internet.",
    },
    asterisk: false,
    bearer: "client",
    line: 542,
  },
  "SLA4.firewall": {
    heading: HEADINGS.sla4,
    paraphrase: {
      en: "Outscale commits to the availability of the logical firewalls that run security groups, for a client deployed in every Subregion of the Region.",
      fr: "Outscale s'engage sur la disponibilité des pare-feu logiques qui appliquent les groupes de sécurité, pour un client déployé dans chaque Sous-région de la Région.",
    },
    figure: { en: "99.8 %", fr: "99,8 %" },
    period: "month",
    asterisk: true,
    bearer: "both",
    line: 544,
  },
  "SLA4.api": {
    heading: HEADINGS.sla4,
    paraphrase: {
      en: "Outscale commits to the availability of its command API, named here with the network to the Internet.",
      fr: "Outscale s'engage sur la disponibilité de son API de commande, citée ici avec le réseau vers Internet.",
    },
    figure: { en: "99.9 %", fr: "99,9 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 544,
  },
  "SLA5.lb": {
    heading: HEADINGS.sla5,
    paraphrase: {
      en: "Outscale commits to the availability of load balancers.",
      fr: "Outscale s'engage sur la disponibilité des load balancers.",
    },
    figure: { en: "99.78 %", fr: "99,78 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 549,
  },
  "SLA5.api": {
    heading: HEADINGS.sla5,
    paraphrase: {
      en: "Outscale commits to the availability of its command API, named here with load balancing.",
      fr: "Outscale s'engage sur la disponibilité de son API de commande, citée ici avec la répartition de charge.",
    },
    figure: { en: "99.9 %", fr: "99,9 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 550,
  },
  "SLA6.durability": {
    heading: HEADINGS.sla6,
    paraphrase: {
      en: "Outscale guarantees objects against accidental loss, if they are spread over every Subregion of the Region.",
      fr: "Outscale garantit les objets contre la perte accidentelle, s'ils sont répartis sur chaque Sous-région de la Région.",
    },
    figure: { en: "99.9999999999 %", fr: "99,9999999999 %" },
    period: "year",
    asterisk: false,
    allZones: true,
    bearer: "both",
    line: 555,
  },
  "SLA6.publishapi": {
    heading: HEADINGS.sla6,
    paraphrase: {
      en: "Outscale commits to the availability of the API with which the client publishes and manages its objects.",
      fr: "Outscale s'engage sur la disponibilité de l'API par laquelle le client publie et gère ses objets.",
    },
    figure: { en: "99.97 %", fr: "99,97 %" },
    period: "year",
    asterisk: false,
    bearer: "provider",
    line: 557,
  },
  "SLA6.accessapi": {
    heading: HEADINGS.sla6,
    paraphrase: {
      en: "Outscale commits to the availability of the APIs through which users reach the objects of a Region.",
      fr: "Outscale s'engage sur la disponibilité des API par lesquelles les utilisateurs accèdent aux objets d'une Région.",
    },
    figure: { en: "99.97 %", fr: "99,97 %" },
    period: "year",
    asterisk: false,
    bearer: "provider",
    line: 559,
  },
  "SLA6.usage": {
    heading: HEADINGS.sla6,
    paraphrase: {
      en: "The durability of objects presumes state-of-the-art use. Damage that comes from the client's own action, deliberate or not, is excluded.",
      fr: "La durabilité des objets suppose un usage conforme à l'état de l'art. Les dégâts dus à une action du client, même involontaire, en sont exclus.",
    },
    asterisk: false,
    bearer: "client",
    line: 561,
  },
  "SLA6.block": {
    heading: HEADINGS.sla6,
    paraphrase: {
      en: "Object storage must not be used like a block device, for instance under a running database.",
      fr: "Le stockage objet ne doit pas tenir lieu de volume, par exemple sous une base de données en service.",
    },
    asterisk: false,
    bearer: "client",
    line: 563,
  },
  "SLA6.fuse": {
    heading: HEADINGS.sla6,
    paraphrase: {
      en: "Mounting object storage as a file system or a disk, with FUSE for instance, is outside the state of the art. Incidents that come from it are not covered.",
      fr: "Monter le stockage objet comme un système de fichiers ou un disque, avec FUSE par exemple, sort de l'état de l'art. Les incidents qui en découlent ne sont pas couverts.",
    },
    asterisk: false,
    bearer: "client",
    line: 563,
  },
  "SLA7.volume": {
    heading: HEADINGS.sla7,
    paraphrase: {
      en: "Outscale commits to the availability of each volume. By default a volume exists only in the Subregion it was created in.",
      fr: "Outscale s'engage sur la disponibilité de chaque volume. Par défaut, un volume n'existe que dans la Sous-région où il a été créé.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 568,
  },
  "SLA7.snapshot": {
    heading: HEADINGS.sla7,
    paraphrase: {
      en: "Outscale commits to the availability of each snapshot, which can be used in the whole Region.",
      fr: "Outscale s'engage sur la disponibilité de chaque snapshot, utilisable dans la Région entière.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 570,
  },
  "SLA7.durability": {
    heading: HEADINGS.sla7,
    paraphrase: {
      en: "Outscale guarantees snapshots against accidental loss, once their first day has passed.",
      fr: "Outscale garantit les snapshots contre la perte accidentelle, passé leur premier jour.",
    },
    figure: { en: "99.9999999999 %", fr: "99,9999999999 %" },
    asterisk: false,
    bearer: "provider",
    line: 572,
  },
  "SLA7.delay": {
    heading: HEADINGS.sla7,
    paraphrase: {
      en: "A snapshot is not durable as soon as it exists: the guarantee starts a full day later.",
      fr: "Un snapshot n'est pas durable dès qu'il existe : la garantie ne commence qu'un jour entier plus tard.",
    },
    figure: { en: "24 h", fr: "24 h" },
    asterisk: false,
    bearer: "both",
    line: 572,
  },
  "SLA7.iops": {
    heading: HEADINGS.sla7,
    paraphrase: {
      en: "A VM with guaranteed-IOPS volumes attached gets the subscribed IOPS for most of the time, in 4 kB blocks and within the limits of the disk and of the VM.",
      fr: "Une VM à laquelle sont attachés des volumes à IOPS garanties obtient les IOPS souscrites la plupart du temps, par blocs de 4 ko et dans les limites du disque et de la VM.",
    },
    figure: { en: "at least 90 % of the time", fr: "au moins 90 % du temps" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 574,
  },
  "SLA7.nodurability": {
    heading: HEADINGS.sla7,
    paraphrase: {
      en: "The durability of volumes is not guaranteed: a VM that stops abruptly may leave them corrupted.",
      fr: "La durabilité des volumes n'est pas garantie : l'arrêt brutal d'une VM peut les laisser corrompus.",
    },
    asterisk: false,
    bearer: "client",
    line: 576,
  },
  "SLA7.backup": {
    heading: HEADINGS.sla7,
    paraphrase: {
      en: "The client makes the backups its data need and builds systems whose volumes can be brought back to a coherent state. Outscale is never liable for the coherence of volumes.",
      fr: "Le client fait les sauvegardes qu'il faut à ses données et bâtit des systèmes dont les volumes peuvent revenir à un état cohérent. Outscale ne répond jamais de la cohérence des volumes.",
    },
    asterisk: false,
    bearer: "client",
    line: 578,
  },
  "SLA8.none": {
    heading: HEADINGS.sla8,
    paraphrase: {
      en: "Non-persistent storage comes with no guarantee at all and may fail at any time.",
      fr: "Le stockage non persistant est fourni sans la moindre garantie et peut tomber en panne n'importe quand.",
    },
    asterisk: false,
    bearer: "client",
    line: 582,
  },
  "SLA9.hardware": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "Outscale commits to the availability of each physical (bare-metal) resource of its infrastructure.",
      fr: "Outscale s'engage sur la disponibilité de chaque ressource physique (bare-metal) de son infrastructure.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 589,
  },
  "SLA9.vm": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "Outscale commits to the availability of each VM.",
      fr: "Outscale s'engage sur la disponibilité de chaque VM.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 589,
  },
  "SLA9.api": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "Outscale commits to the availability of its command API, named here with VMs.",
      fr: "Outscale s'engage sur la disponibilité de son API de commande, citée ici avec les VM.",
    },
    figure: { en: "99.9 %", fr: "99,9 %" },
    period: "month",
    asterisk: false,
    bearer: "provider",
    line: 590,
  },
  "SLA9.stopped": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "When a hardware failure stops a VM, that VM stays stopped by default, lest a restart do further damage.",
      fr: "La VM qu'une panne matérielle arrête reste arrêtée par défaut, de peur qu'un redémarrage n'aggrave les dégâts.",
    },
    asterisk: false,
    bearer: "provider",
    line: 592,
  },
  "SLA9.supervise": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "The client watches its VMs and restarts them when needed. The time it takes to do so is not downtime.",
      fr: "Le client surveille ses VM et les redémarre au besoin. Le temps qu'il y met n'est pas de l'indisponibilité.",
    },
    asterisk: false,
    bearer: "client",
    line: 592,
  },
  "SLA9.downtime": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "A stopped resource counts as down only for as long as the client is unable to restart it.",
      fr: "Une ressource arrêtée ne compte comme indisponible que tant que le client ne peut pas la relancer.",
    },
    asterisk: false,
    bearer: "both",
    line: 594,
  },
  "SLA9.hammering": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "Overloading the command APIs, or any abnormal use of the infrastructure, may set off automatic blocking, which is never downtime.",
      fr: "Surcharger les API de commande, ou faire de l'infrastructure un usage anormal, peut déclencher un blocage automatique, qui n'est jamais de l'indisponibilité.",
    },
    asterisk: false,
    bearer: "client",
    line: 596,
  },
  "SLA9.throttling": {
    heading: HEADINGS.sla9,
    paraphrase: {
      en: "The rate of perfectly identical API requests is limited, and a refusal on that ground is not downtime.",
      fr: "La fréquence des requêtes API rigoureusement identiques est limitée, et un refus à ce titre n'est pas de l'indisponibilité.",
    },
    figure: { en: "one per second", fr: "une par seconde" },
    asterisk: false,
    bearer: "client",
    line: 598,
  },
  "SLA10.ticket": {
    heading: HEADINGS.sla10,
    paraphrase: {
      en: "Every incident needs a ticket with all the information required. Whether Outscale keeps its commitments is judged from its opening on.",
      fr: "Tout incident passe par un ticket contenant toutes les informations requises. C'est depuis son ouverture que se juge la tenue des engagements d'Outscale.",
    },
    asterisk: false,
    bearer: "client",
    line: 603,
  },
  "SLA10.gti": {
    heading: HEADINGS.sla10,
    paraphrase: {
      en: "The GTI, the guaranteed response time, runs from the opening of the ticket to the support's first answer.",
      fr: "La GTI, garantie de temps d'intervention, court de l'ouverture du ticket à la première réponse du support.",
    },
    asterisk: false,
    allZones: true,
    bearer: "provider",
    line: 605,
  },
  "SLA10.gtr": {
    heading: HEADINGS.sla10,
    paraphrase: {
      en: "The GTR, the guaranteed restoration time, runs from the opening of a complete ticket to the resolution of the incident, less the time the client takes to answer questions.",
      fr: "La GTR, garantie de temps de rétablissement, court de l'ouverture d'un ticket complet à la résolution de l'incident, moins le temps que met le client à répondre aux questions.",
    },
    asterisk: false,
    allZones: true,
    bearer: "provider",
    line: 607,
  },
  "SLA10.evidence": {
    heading: HEADINGS.sla10,
    paraphrase: {
      en: "An incident the support has not seen itself is measured only if the client brings a trace of the outage or degradation.",
      fr: "Un incident que le support n'a pas vu lui-même n'est mesuré que si le client apporte une trace de la coupure ou de la dégradation.",
    },
    asterisk: false,
    bearer: "client",
    line: 609,
  },
  "SLA10.sev1": {
    heading: HEADINGS.sla10,
    paraphrase: {
      en: "Support times for severity 1: a total and lasting outage of OOS, FCU, the API, the network or EIM, outside planned maintenance.",
      fr: "Délais du support en sévérité 1 : panne totale et durable d'OOS, de FCU, de l'API, du réseau ou d'EIM, maintenance programmée exceptée.",
    },
    figure: { en: "GTI 15 minutes, GTR 2 hours", fr: "GTI 15 minutes, GTR 2 heures" },
    asterisk: false,
    allZones: true,
    bearer: "provider",
    line: 618,
  },
  "SLA10.sev2": {
    heading: HEADINGS.sla10,
    paraphrase: {
      en: "Support times for severity 2: degraded service or performance of OOS, FCU, the API, the network, EIM, the client portal or a tool that has a workaround, such as Cockpit.",
      fr: "Délais du support en sévérité 2 : service ou performance dégradés d'OOS, de FCU, de l'API, du réseau, d'EIM, du portail client ou d'un outil que l'on peut contourner, comme Cockpit.",
    },
    figure: { en: "GTI 30 minutes, GTR 4 hours", fr: "GTI 30 minutes, GTR 4 heures" },
    asterisk: false,
    allZones: true,
    bearer: "provider",
    line: 629,
  },
  "SLA10.sev3": {
    heading: HEADINGS.sla10,
    paraphrase: {
      en: "Support times for severity 3: an isolated incident, a bug, a regression or a request to analyse an incident of the client.",
      fr: "Délais du support en sévérité 3 : incident isolé, bug, régression, ou demande d'analyser un incident du client.",
    },
    figure: { en: "GTI 1 hour, GTR 48 working hours", fr: "GTI 1 heure, GTR 48 heures ouvrées" },
    asterisk: false,
    allZones: true,
    bearer: "provider",
    line: 641,
  },
  "SLA10.zones": {
    heading: HEADINGS.sla10,
    paraphrase: {
      en: "Support times bind Outscale only if the client proves that resources equivalent to the failed one stood in every Subregion of the Region, and that service was still not restored. For resources in a single Subregion they do not apply.",
      fr: "Les délais du support n'engagent Outscale que si le client prouve que chaque Sous-région de la Région portait des ressources équivalentes à celle en panne, et que le service n'est pas revenu pour autant. Ils ne valent pas pour des ressources placées dans une seule Sous-région.",
    },
    asterisk: false,
    allZones: true,
    bearer: "client",
    line: 648,
  },
  "R8.sensitive": {
    heading: HEADINGS.assets,
    paraphrase: {
      en: "The client tells Outscale of data under special legal, regulatory or sector rules. After a preliminary risk analysis, both work on common measures.",
      fr: "Le client signale à Outscale les données soumises à des règles particulières (loi, règlement, secteur). Après une première analyse de risque, tous deux travaillent à des mesures communes.",
    },
    asterisk: false,
    bearer: "both",
    line: 317,
  },
  "R10.encryption": {
    heading: HEADINGS.cryptology,
    paraphrase: {
      en: "The client encrypts its data, its flows (through a VPN) and whatever data its risk analysis deems sensitive.",
      fr: "Le client chiffre ses données, ses flux (par VPN) et toute donnée que son analyse de risque juge sensible.",
    },
    asterisk: false,
    bearer: "client",
    line: 357,
  },
  "R13.links": {
    heading: HEADINGS.communications,
    paraphrase: {
      en: "Where needed, the client carries communications deemed sensitive over links that are encrypted, dedicated or both.",
      fr: "Au besoin, le client fait passer les communications jugées sensibles par des liens chiffrés, dédiés ou les deux.",
    },
    asterisk: false,
    bearer: "client",
    line: 404,
  },
  "DATA.eu": {
    heading: HEADINGS.clientData,
    paraphrase: {
      en: "With Outscale's services the client can keep the storage and processing of its data wholly in France or the European Union.",
      fr: "Avec les services d'Outscale, le client peut s'en tenir à la France ou à l'Union européenne pour le stockage et le traitement de ses données.",
    },
    asterisk: false,
    bearer: "both",
    line: 660,
  },
  "QUAL.scope": {
    heading: HEADINGS.preamble,
    paraphrase: {
      en: "The service that ANSSI has qualified under SecNumCloud is Outscale's IaaS, named Cloud on Demand.",
      fr: "Le service que l'ANSSI a qualifié SecNumCloud est l'IaaS d'Outscale, nommé Cloud on Demand.",
    },
    asterisk: false,
    bearer: "provider",
    line: 34,
  },
};
