import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, bullet, paragraph, sentence } from "./places";

/** Volumes and snapshots, and storage that does not persist. */
export const VOLUMES: ClausesOf<"SLA7" | "SLA8"> = {
  "SLA7.volume": {
    heading: HEADINGS.sla7,
    place: at("SLA7", bullet(1)),
    paraphrase: {
      en: "Outscale commits to the availability of each volume. By default a volume exists only in the Subregion it was created in.",
      fr: "Outscale s'engage sur la disponibilité de chaque volume. Par défaut, un volume n'existe que dans la Sous-région où il a été créé.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 568,
  },
  "SLA7.snapshot": {
    heading: HEADINGS.sla7,
    place: at("SLA7", bullet(2)),
    paraphrase: {
      en: "Outscale commits to the availability of each snapshot, which can be used in the whole Region.",
      fr: "Outscale s'engage sur la disponibilité de chaque snapshot, utilisable dans la Région entière.",
    },
    figure: { en: "99.7 %", fr: "99,7 %" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 570,
  },
  "SLA7.durability": {
    heading: HEADINGS.sla7,
    place: at("SLA7", bullet(3)),
    paraphrase: {
      en: "Outscale guarantees snapshots against accidental loss, once their first day has passed.",
      fr: "Outscale garantit les snapshots contre la perte accidentelle, passé leur premier jour.",
    },
    figure: { en: "99.9999999999 %", fr: "99,9999999999 %" },
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 572,
  },
  "SLA7.delay": {
    heading: HEADINGS.sla7,
    place: at("SLA7", bullet(3), sentence(2)),
    paraphrase: {
      en: "A snapshot is not durable as soon as it exists: the guarantee starts a full day later.",
      fr: "Un snapshot n'est pas durable dès qu'il existe : la garantie ne commence qu'un jour entier plus tard.",
    },
    figure: { en: "24 h", fr: "24 h" },
    force: "condition",
    shows: {
      partly: {
        en: "when each snapshot was created, and that nothing happened within a day of it",
        fr: "quand chaque snapshot a été créé, et que rien ne s'est produit dans les 24 h",
      },
    },
    asterisk: false,
    bearer: "both",
    line: 572,
  },
  "SLA7.iops": {
    heading: HEADINGS.sla7,
    place: at("SLA7", bullet(4)),
    paraphrase: {
      en: "A VM with guaranteed-IOPS volumes attached gets the subscribed IOPS for most of the time, in 4 kB blocks and within the limits of the disk and of the VM.",
      fr: "Une VM à laquelle sont attachés des volumes à IOPS garanties obtient les IOPS souscrites la plupart du temps, par blocs de 4 ko et dans les limites du disque et de la VM.",
    },
    figure: { en: "at least 90 % of the time", fr: "au moins 90 % du temps" },
    period: "month",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 574,
  },
  "SLA7.nodurability": {
    heading: HEADINGS.sla7,
    place: at("SLA7", paragraph(1), sentence(1)),
    paraphrase: {
      en: "The durability of volumes is not guaranteed: a VM that stops abruptly may leave them corrupted.",
      fr: "La durabilité des volumes n'est pas garantie : l'arrêt brutal d'une VM peut les laisser corrompus.",
    },
    force: "exclusion",
    shows: {
      partly: {
        en: "that what the volumes hold also lies elsewhere, and can be restored",
        fr: "que le contenu des volumes se trouve aussi ailleurs, et peut être restauré",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 576,
  },
  "SLA7.terminate": {
    heading: HEADINGS.sla7,
    place: at("SLA7", paragraph(1), { en: "2nd and 3rd sentences", fr: "2e et 3e phrases" }),
    paraphrase: {
      en: "A VM that stops abruptly, on a “terminate” or “force-stop” command or in a hardware crash, may corrupt the volumes attached to it.",
      fr: "Une VM qui s'arrête brutalement, sur une commande « terminate » ou « force-stop » ou lors d'une panne matérielle, peut corrompre les volumes qui lui sont attachés.",
    },
    force: "warning",
    shows: {
      partly: {
        en: "stops ordered outside the program, and failures of the hardware",
        fr: "les arrêts commandés hors du programme, et les pannes du matériel",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 576,
  },
  "SLA7.backup": {
    heading: HEADINGS.sla7,
    place: at("SLA7", paragraph(2)),
    paraphrase: {
      en: "The client makes the backups its data need and builds systems whose volumes can be brought back to a coherent state. Outscale is never liable for the coherence of volumes.",
      fr: "Le client fait les sauvegardes que demandent ses données et bâtit des systèmes dont les volumes peuvent revenir à un état cohérent. Outscale ne répond jamais de la cohérence des volumes.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "that backups succeed, hold a coherent state and can be restored",
        fr: "que les sauvegardes réussissent, contiennent un état cohérent et peuvent être restaurées",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 578,
  },
  "SLA8.none": {
    heading: HEADINGS.sla8,
    place: at("SLA8", paragraph(1), sentence(1)),
    paraphrase: {
      en: "Non-persistent storage comes with no guarantee at all and may fail at any time.",
      fr: "Le stockage non persistant est fourni sans la moindre garantie et peut tomber en panne n'importe quand.",
    },
    force: "exclusion",
    shows: "shown",
    asterisk: false,
    bearer: "client",
    line: 582,
  },
  "SLA8.restart": {
    heading: HEADINGS.sla8,
    place: at("SLA8", paragraph(1), sentence(2)),
    paraphrase: {
      en: "When a fault of non-persistent storage affects the availability of a VM, the client restarts that VM.",
      fr: "Quand une panne du stockage non persistant nuit à la disponibilité d'une VM, c'est le client qui la redémarre.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 582,
  },
  "SLA8.temporary": {
    heading: HEADINGS.sla8,
    place: at("SLA8", paragraph(2)),
    paraphrase: {
      en: "Non-persistent storage is only for specific uses, such as temporary and non-critical space. Data to be kept, production data for one, must go on more durable storage.",
      fr: "Le stockage non persistant est réservé à des usages précis, comme un espace temporaire et non critique. Les données à garder, celles de production par exemple, doivent aller sur un stockage plus durable.",
    },
    force: "obligation",
    shows: "shown",
    asterisk: false,
    bearer: "client",
    line: 584,
  },
};
