import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, bullet, paragraph, sentence } from "./places";

/** Object storage. */
export const OBJECTS: ClausesOf<"SLA6"> = {
  "SLA6.durability": {
    heading: HEADINGS.sla6,
    place: at("SLA6", bullet(1)),
    paraphrase: {
      en: "Outscale guarantees objects against accidental loss, if they are spread over every Subregion of the Region.",
      fr: "Outscale garantit les objets contre la perte accidentelle, s'ils sont répartis sur toutes les Sous-régions de la Région.",
    },
    figure: { en: "99.9999999999 %", fr: "99,9999999999 %" },
    period: "year",
    force: "commitment",
    asterisk: false,
    allZones: true,
    bearer: "both",
    line: 555,
  },
  "SLA6.publishapi": {
    heading: HEADINGS.sla6,
    place: at("SLA6", bullet(2)),
    paraphrase: {
      en: "Outscale commits to the availability of the API with which the client publishes and manages its objects.",
      fr: "Outscale s'engage sur la disponibilité de l'API par laquelle le client publie et gère ses objets.",
    },
    figure: { en: "99.97 %", fr: "99,97 %" },
    period: "year",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 557,
  },
  "SLA6.accessapi": {
    heading: HEADINGS.sla6,
    place: at("SLA6", bullet(3)),
    paraphrase: {
      en: "Outscale commits to the availability of the APIs through which users reach the objects of a Region.",
      fr: "Outscale s'engage sur la disponibilité des API par lesquelles les utilisateurs accèdent aux objets d'une Région.",
    },
    figure: { en: "99.97 %", fr: "99,97 %" },
    period: "year",
    force: "commitment",
    asterisk: false,
    bearer: "provider",
    line: 559,
  },
  "SLA6.usage": {
    heading: HEADINGS.sla6,
    place: at("SLA6", paragraph(1)),
    paraphrase: {
      en: "The durability of objects presumes state-of-the-art use. Damage that comes from the client's own action, deliberate or not, is excluded.",
      fr: "La durabilité des objets suppose un usage conforme à l'état de l'art. Les dégâts dus à une action du client, même involontaire, en sont exclus.",
    },
    force: "exclusion",
    shows: {
      partly: {
        en: "what people and programs do to the objects",
        fr: "ce que personnes et programmes font des objets",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 561,
  },
  "SLA6.block": {
    heading: HEADINGS.sla6,
    place: at("SLA6", paragraph(2), sentence(1)),
    paraphrase: {
      en: "Object storage must not be used like a block device, for instance under a running database.",
      fr: "Le stockage objet ne doit pas tenir lieu de volume, par exemple sous une base de données en service.",
    },
    force: "obligation",
    shows: "shown",
    asterisk: false,
    bearer: "client",
    line: 563,
  },
  "SLA6.fuse": {
    heading: HEADINGS.sla6,
    place: at("SLA6", paragraph(2), sentence(2)),
    paraphrase: {
      en: "Mounting object storage as a file system or a disk, with FUSE for instance, is outside the state of the art. Incidents that come from it are not covered.",
      fr: "Monter le stockage objet comme un système de fichiers ou un disque, avec FUSE par exemple, sort de l'état de l'art. Les incidents qui en découlent ne sont pas couverts.",
    },
    force: "exclusion",
    shows: "shown",
    asterisk: false,
    bearer: "client",
    line: 563,
  },
};
