import type { ClausesOf } from "./clause";
import { HEADINGS } from "./headings";

/** The client's column of the responsibility matrix, rows 5 to 10: policies, assets, access and cryptology. */
export const CLIENT_PROTECTION: ClausesOf<"R5" | "R6" | "R8" | "R9" | "R10"> = {
  "R5.legal": {
    heading: HEADINGS.policies,
    paraphrase: {
      en: "The client sees to it that laws and regulations are respected for the data it entrusts to Outscale.",
      fr: "Le client veille à ce que lois et règlements soient respectés pour les données qu'il confie à Outscale.",
    },
    asterisk: false,
    bearer: "client",
    line: 272,
  },
  "R5.risk": {
    heading: HEADINGS.policies,
    paraphrase: {
      en: "The client tells Outscale which information has special security needs, and passes on the risk analysis that goes with it.",
      fr: "Le client indique à Outscale quelles informations ont des besoins de sécurité particuliers, et lui transmet l'analyse de risque correspondante.",
    },
    asterisk: false,
    bearer: "client",
    line: 273,
  },
  "R5.policy": {
    heading: HEADINGS.policies,
    paraphrase: {
      en: "The client applies a security policy that does not conflict with Outscale's.",
      fr: "Le client applique une politique de sécurité qui ne contredit pas celle d'Outscale.",
    },
    asterisk: false,
    bearer: "client",
    line: 274,
  },
  "R6.organisation": {
    heading: HEADINGS.organisation,
    paraphrase: {
      en: "The client organises itself so as to work with Outscale on information security.",
      fr: "Le client s'organise de façon à travailler avec Outscale à la sécurité de l'information.",
    },
    asterisk: false,
    bearer: "client",
    line: 290,
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
  "R9.access": {
    heading: HEADINGS.access,
    paraphrase: {
      en: "Where users it is responsible for manage accounts and access rights through interfaces that Outscale does not supply, the client provides the access control and the identity management.",
      fr: "Quand des utilisateurs dont il répond gèrent comptes et droits d'accès par des interfaces qui ne viennent pas d'Outscale, le client fournit le contrôle d'accès et la gestion des identités.",
    },
    asterisk: false,
    bearer: "client",
    line: 335,
  },
  "R9.policies": {
    heading: HEADINGS.access,
    paraphrase: {
      en: "It is for the client to define every policy it wants its users and user groups to be under.",
      fr: "Il revient au client de définir chaque politique à laquelle il veut soumettre ses utilisateurs et leurs groupes.",
    },
    asterisk: false,
    bearer: "client",
    line: 337,
  },
  "R9.review": {
    heading: HEADINGS.access,
    paraphrase: {
      en: "The client reviews the access rights that its users have in the accounts made available to it.",
      fr: "Le client passe en revue les droits que ses utilisateurs ont dans les comptes dont il dispose.",
    },
    asterisk: false,
    bearer: "client",
    line: 338,
  },
  "R9.signing": {
    heading: HEADINGS.access,
    paraphrase: {
      en: "The client authenticates to the API by signing its requests. Whatever it does in its account is signed with the secret key it initiated.",
      fr: "Le client signe ses requêtes pour s'authentifier auprès de l'API. Toute opération dans son compte porte une signature faite avec la clé secrète dont il est à l'origine.",
    },
    asterisk: false,
    bearer: "client",
    line: 339,
  },
  "R9.mfa": {
    heading: HEADINGS.access,
    paraphrase: {
      en: "To keep the level of security of the SecNumCloud qualification, Outscale recommends that the client use two-factor authentication with the service.",
      fr: "Pour garder le niveau de sécurité de la qualification SecNumCloud, Outscale recommande au client l'authentification à deux facteurs auprès du service.",
    },
    asterisk: false,
    bearer: "client",
    line: 342,
  },
  "R9.certcode": {
    heading: HEADINGS.access,
    paraphrase: {
      en: "To keep the level of security of the SecNumCloud qualification, Outscale recommends that the client demand a code, such as a PIN or a password, on the certificates that give access to the service.",
      fr: "Pour garder le niveau de sécurité de la qualification SecNumCloud, Outscale recommande au client d'exiger un code, PIN ou mot de passe par exemple, sur les certificats qui donnent accès au service.",
    },
    asterisk: false,
    bearer: "client",
    line: 342,
  },
  "R9.passwords": {
    heading: HEADINGS.access,
    paraphrase: {
      en: "The client is told that its passwords must be renewed at regular intervals.",
      fr: "Le client est averti que le renouvellement de ses mots de passe est obligatoire, à intervalle régulier.",
    },
    figure: { en: "at least every 90 days", fr: "au moins tous les 90 jours" },
    asterisk: false,
    bearer: "client",
    line: 344,
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
};
