import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";

/** Where and by whom the service is provided, and what Outscale does not answer for. */
export const PARTIES: ClausesOf<"TP" | "OBL"> = {
  "TP.sites": {
    heading: HEADINGS.datacenters,
    paraphrase: {
      en: "Outscale relies on three datacenters in metropolitan France, certified ISO/IEC 27001: two for production and one for backup.",
      fr: "Outscale s'appuie sur trois datacenters de France métropolitaine, certifiés ISO/IEC 27001 : deux de production et un de sauvegarde.",
    },
    asterisk: false,
    bearer: "provider",
    line: 119,
  },
  "TP.change": {
    heading: HEADINGS.thirdParties,
    paraphrase: {
      en: "Outscale tells the client when a change among the third parties that take part in the service affects the service's level of security.",
      fr: "Outscale prévient le client quand un changement parmi les tiers qui participent au service en affecte le niveau de sécurité.",
    },
    asterisk: false,
    bearer: "provider",
    line: 192,
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
  "OBL.operations": {
    heading: HEADINGS.operations,
    paraphrase: {
      en: "Outscale administers, monitors and supports the service from France or the European Union.",
      fr: "Outscale administre et supervise le service, et en assure le support, depuis la France ou l'Union européenne.",
    },
    asterisk: false,
    bearer: "provider",
    line: 212,
  },
  "OBL.exclusions": {
    heading: HEADINGS.exclusions,
    paraphrase: {
      en: "As far as the law allows, Outscale excludes all liability for the elements it lists that are not stated to be part of the service. The list is an image, missing from the plain text.",
      fr: "Autant que la loi le permet, Outscale exclut toute responsabilité pour les éléments qu'elle énumère et ne présente pas comme compris dans le service. La liste est une image, absente du texte brut.",
    },
    asterisk: false,
    bearer: "client",
    line: 228,
  },
};
