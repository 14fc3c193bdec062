import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, LAST_PARAGRAPH, ONLY_PARAGRAPH, paragraph } from "./places";

/** By whom, where and how the service is provided, and what Outscale does not answer for. */
export const PARTIES: ClausesOf<"TP" | "OBL"> = {
  "TP.sites": {
    heading: HEADINGS.datacenters,
    place: at(HEADINGS.datacenters, paragraph(1)),
    paraphrase: {
      en: "Outscale relies on three datacenters in metropolitan France, certified ISO/IEC 27001: two for production and one for backup.",
      fr: "Outscale s'appuie sur trois datacenters de France métropolitaine, certifiés ISO/IEC 27001 : deux de production et un de sauvegarde.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 119,
  },
  "TP.carriers": {
    heading: HEADINGS.otherThirdParties,
    place: at(HEADINGS.otherThirdParties, { en: "1st paragraph and table", fr: "1er alinéa et tableau" }),
    paraphrase: {
      en: "Beside the datacenters, Outscale relies on two providers of IP transit and two of dark fibre, which it names.",
      fr: "Outre les datacenters, Outscale s'appuie sur deux fournisseurs de transit IP et deux de fibre noire, qu'elle nomme.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 155,
  },
  "TP.answer": {
    heading: HEADINGS.thirdPartyObligations,
    place: at(HEADINGS.thirdPartyObligations, LAST_PARAGRAPH),
    paraphrase: {
      en: "For the work it entrusts to these third parties, Outscale answers for their respect of its own obligations under the convention.",
      fr: "Pour les prestations qu'elle confie à ces tiers, Outscale répond du respect, par eux, de ses propres obligations au titre de la convention.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 188,
  },
  "TP.change": {
    heading: HEADINGS.thirdParties,
    place: at(HEADINGS.thirdParties, ONLY_PARAGRAPH),
    paraphrase: {
      en: "Outscale tells the client when a change among the third parties that take part in the service affects the service's level of security.",
      fr: "Outscale prévient le client quand un changement parmi les tiers qui participent au service en affecte le niveau de sécurité.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 192,
  },
  "OBL.location": {
    heading: HEADINGS.location,
    place: at(HEADINGS.location, { en: "both paragraphs", fr: "les deux alinéas" }),
    paraphrase: {
      en: "Outscale provides the service and its support from the territory of the European Union only, and hosts the client's data in datacenters in France.",
      fr: "Outscale fournit le service et son support depuis le seul territoire de l'Union européenne, et héberge les données du client dans des datacenters en France.",
    },
    force: "undertaking",
    shows: {
      partly: {
        en: "from where Outscale operates and supports the service; a program shows only where it puts its own resources and copies",
        fr: "d'où Outscale opère le service et en assure le support ; un programme montre seulement où il place ses propres ressources et copies",
      },
    },
    asterisk: false,
    bearer: "provider",
    line: 202,
  },
  "OBL.quality": {
    heading: HEADINGS.quality,
    place: at(HEADINGS.quality, ONLY_PARAGRAPH),
    paraphrase: {
      en: "Outscale puts all its know-how into the service, so that it follows the rules of the trade, its specifications, its ISO/IEC 27001 certification and SecNumCloud.",
      fr: "Outscale met tout son savoir-faire dans la prestation, pour qu'elle suive les règles de l'art, ses spécifications, sa certification ISO/IEC 27001 et SecNumCloud.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 208,
  },
  "OBL.operations": {
    heading: HEADINGS.operations,
    place: at(HEADINGS.operations, ONLY_PARAGRAPH),
    paraphrase: {
      en: "Outscale administers, monitors and supports the service from France or the European Union.",
      fr: "Outscale administre et supervise le service, et en assure le support, depuis la France ou l'Union européenne.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 212,
  },
  "OBL.language": {
    heading: HEADINGS.language,
    place: at(HEADINGS.language, { en: "both paragraphs", fr: "les deux alinéas" }),
    paraphrase: {
      en: "The interfaces of the service exist in French. The support answers in French or English, as the client chooses when it opens its ticket.",
      fr: "Les interfaces du service existent en français. Le support répond en français ou en anglais, au choix du client quand il ouvre son ticket.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 216,
  },
  "OBL.remote": {
    heading: HEADINGS.remoteAccess,
    place: at(HEADINGS.remoteAccess, { en: "both paragraphs", fr: "les deux alinéas" }),
    paraphrase: {
      en: "Outscale's administrators on call may connect to the administration network from afar, from workstations that serve for nothing else.",
      fr: "Les administrateurs d'astreinte d'Outscale peuvent se connecter à distance au réseau d'administration, depuis des postes qui ne servent à rien d'autre.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 222,
  },
  "OBL.exclusions": {
    heading: HEADINGS.exclusions,
    place: at(HEADINGS.exclusions, { en: "paragraph and image", fr: "alinéa et image" }),
    paraphrase: {
      en: "As far as the law allows, Outscale excludes all liability for the elements it lists that are not stated to be part of the service. The list is an image, missing from the plain text.",
      fr: "Autant que la loi le permet, Outscale exclut toute responsabilité pour les éléments qu'elle énumère et ne présente pas comme compris dans le service. La liste est une image, absente du texte brut.",
    },
    force: "exclusion",
    asterisk: false,
    bearer: "client",
    line: 228,
  },
  "OBL.applicability": {
    heading: HEADINGS.matrix,
    place: at(HEADINGS.matrix, paragraph(1)),
    paraphrase: {
      en: "The matrix leaves the parties' other obligations as they are. Those tied to SecNumCloud stand in Outscale's statement of applicability, of which the client gets the latest version on request.",
      fr: "La matrice laisse entières les autres obligations des parties. Celles qui se rattachent à SecNumCloud figurent dans la déclaration d'applicabilité d'Outscale, dont le client obtient la dernière version sur demande.",
    },
    force: "undertaking",
    asterisk: false,
    bearer: "provider",
    line: 234,
  },
};
