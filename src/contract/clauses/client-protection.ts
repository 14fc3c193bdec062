import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";
import { at, LAST_PARAGRAPH, ONLY_PARAGRAPH, paragraph, row } from "./places";

/** The client's column of the responsibility matrix, rows 5 to 10: policies, assets, access and cryptology. */
export const CLIENT_PROTECTION: ClausesOf<"R5" | "R6" | "R8" | "R9" | "R10"> = {
  "R5.legal": {
    heading: HEADINGS.policies,
    place: at(row(5, "client"), paragraph(1)),
    paraphrase: {
      en: "The client sees to it that laws and regulations are respected for the data it entrusts to Outscale.",
      fr: "Le client veille à ce que lois et règlements soient respectés pour les données qu'il confie à Outscale.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 272,
  },
  "R5.risk": {
    heading: HEADINGS.policies,
    place: at(row(5, "client"), paragraph(2)),
    paraphrase: {
      en: "The client tells Outscale which information has special security needs, and passes on the risk analysis that goes with it.",
      fr: "Le client indique à Outscale quelles informations ont des besoins de sécurité particuliers, et lui transmet l'analyse de risque correspondante.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 273,
  },
  "R5.policy": {
    heading: HEADINGS.policies,
    place: at(row(5, "client"), paragraph(3)),
    paraphrase: {
      en: "The client applies a security policy that does not conflict with Outscale's.",
      fr: "Le client applique une politique de sécurité qui ne contredit pas celle d'Outscale.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 274,
  },
  "R6.organisation": {
    heading: HEADINGS.organisation,
    place: at(row(6, "client"), ONLY_PARAGRAPH),
    paraphrase: {
      en: "The client organises itself so as to work with Outscale on information security.",
      fr: "Le client s'organise de façon à travailler avec Outscale à la sécurité de l'information.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 290,
  },
  "R8.sensitive": {
    heading: HEADINGS.assets,
    place: at(row(8, "client"), paragraph(1)),
    paraphrase: {
      en: "The client tells Outscale if it entrusts it with data under special legal, regulatory or sector rules.",
      fr: "Le client signale à Outscale les données qu'il lui confie et qui sont soumises à des règles particulières (loi, règlement, secteur).",
    },
    force: "obligation",
    shows: {
      declared: {
        en: "tags say what is sensitive; that Outscale was told stands in no program",
        fr: "des tags disent ce qui est sensible ; aucun programme ne montre qu'Outscale en a été informée",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 317,
  },
  "R8.analysis": {
    heading: HEADINGS.assets,
    place: at(row(8, "client"), LAST_PARAGRAPH),
    paraphrase: {
      en: "For data under special rules, Outscale asks for a preliminary risk analysis. On the strength of its result, it works with the client on measures to take in common.",
      fr: "Pour les données soumises à des règles particulières, Outscale demande une analyse de risque préliminaire. À partir de son résultat, elle travaille avec le client à des mesures à prendre en commun.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "both",
    line: 319,
  },
  "R9.access": {
    heading: HEADINGS.access,
    place: at(row(9, "client"), paragraph(1)),
    paraphrase: {
      en: "Where users it is responsible for manage accounts and access rights through interfaces that Outscale does not supply, the client provides the access control and the identity management.",
      fr: "Quand des utilisateurs dont il répond gèrent comptes et droits d'accès par des interfaces qui ne viennent pas d'Outscale, le client fournit le contrôle d'accès et la gestion des identités.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 335,
  },
  "R9.policies": {
    heading: HEADINGS.access,
    place: at(row(9, "client"), paragraph(2)),
    paraphrase: {
      en: "It is for the client to define every policy it wants its users and user groups to be under.",
      fr: "Il revient au client de définir chaque politique à laquelle il veut soumettre ses utilisateurs et leurs groupes.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "the users and policies that the program does not make, and whether they are the ones the client wants",
        fr: "les utilisateurs et politiques que le programme ne crée pas, et si ce sont bien ceux que veut le client",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 337,
  },
  "R9.review": {
    heading: HEADINGS.access,
    place: at(row(9, "client"), paragraph(3)),
    paraphrase: {
      en: "The client reviews the access rights that its users have in the accounts made available to it.",
      fr: "Le client passe en revue les droits que ses utilisateurs ont dans les comptes dont il dispose.",
    },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 338,
  },
  "R9.signing": {
    heading: HEADINGS.access,
    place: at(row(9, "client"), { en: "4th and 5th paragraphs", fr: "4e et 5e alinéas" }),
    paraphrase: {
      en: "The client authenticates to the API by signing its requests. Whatever it does in its account is signed with the secret key it initiated.",
      fr: "Le client signe ses requêtes pour s'authentifier auprès de l'API. Toute opération dans son compte porte une signature faite avec la clé secrète dont il est à l'origine.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "the calls made outside the program; a program shows the keys, not what they sign",
        fr: "les appels faits hors du programme ; un programme montre les clés, pas ce qu'elles signent",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 339,
  },
  "R9.mfa": {
    heading: HEADINGS.access,
    place: at(row(9, "client"), paragraph(6)),
    paraphrase: {
      en: "To keep the level of security of the SecNumCloud qualification, Outscale recommends that the client use two-factor authentication with the service.",
      fr: "Pour garder le niveau de sécurité de la qualification SecNumCloud, Outscale recommande au client l'authentification à deux facteurs auprès du service.",
    },
    force: "recommendation",
    shows: {
      declared: {
        en: "the API access policy asks for a trusted environment; that users sign in with a second factor is not seen",
        fr: "la politique d'accès à l'API demande un environnement de confiance ; que les utilisateurs emploient un second facteur ne se voit pas",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 342,
  },
  "R9.certcode": {
    heading: HEADINGS.access,
    place: at(row(9, "client"), paragraph(6)),
    paraphrase: {
      en: "To keep the level of security of the SecNumCloud qualification, Outscale recommends that the client demand a code, such as a PIN or a password, on the certificates that give access to the service.",
      fr: "Pour garder le niveau de sécurité de la qualification SecNumCloud, Outscale recommande au client d'exiger un code, PIN ou mot de passe par exemple, sur les certificats qui donnent accès au service.",
    },
    force: "recommendation",
    asterisk: false,
    bearer: "client",
    line: 342,
  },
  "R9.passwords": {
    heading: HEADINGS.access,
    place: at(row(9, "client"), LAST_PARAGRAPH),
    paraphrase: {
      en: "The client is told that its passwords must be renewed at regular intervals.",
      fr: "Le client est averti que le renouvellement de ses mots de passe est obligatoire, à intervalle régulier.",
    },
    figure: { en: "at least every 90 days", fr: "au moins tous les 90 jours" },
    force: "obligation",
    asterisk: false,
    bearer: "client",
    line: 344,
  },
  "R10.encryption": {
    heading: HEADINGS.cryptology,
    place: at(row(10, "client"), ONLY_PARAGRAPH),
    paraphrase: {
      en: "The client encrypts its data, its flows (through a VPN) and whatever data its risk analysis deems sensitive.",
      fr: "Le client chiffre ses données, ses flux (par VPN) et toute donnée que son analyse de risque juge sensible.",
    },
    force: "obligation",
    shows: {
      partly: {
        en: "what is written and sent inside the VMs, beyond what their user data tell",
        fr: "ce que les VM écrivent et envoient, au-delà de ce que dit leur `userData`",
      },
    },
    asterisk: false,
    bearer: "client",
    line: 357,
  },
};
