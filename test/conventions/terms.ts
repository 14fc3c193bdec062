import type { Language } from "../../src/text";

/** One idea, the words of the field for it, and what must not stand in their place. */
export interface Term {
  /** As it reads in each language. A test asks that some text says it. */
  readonly en: string;
  readonly fr: string;
  /** Sources of regular expressions, each matched as whole words outside backticks. */
  readonly not: Partial<Readonly<Record<Language, readonly string[]>>>;
  readonly because: string;
}

const OUTSCALE = "Outscale's own documentation says so";
const CALQUE = "it is English in French words";

/** The provider's resources. */
const RESOURCES: readonly Term[] = [
  {
    en: "Subregion",
    fr: "Sous-région",
    not: {
      en: ["subregions?", "[Aa]vailability zones?", "AZs?"],
      fr: ["sous-régions?", "[Zz]ones? de disponibilité", "AZ"],
    },
    because: "the API and the documentation name it so; the convention alone says availability zone",
  },
  { en: "Net", fr: "Net", not: { en: ["VPCs?"], fr: ["VPC", "[Rr]éseaux? virtuels?"] }, because: OUTSCALE },
  { en: "Subnet", fr: "Subnet", not: { en: ["subnets?"], fr: ["subnets?", "[Ss]ous-réseaux?"] }, because: OUTSCALE },
  {
    en: "VM",
    fr: "VM",
    not: { en: ["[Vv]irtual machines?", "(?<![Ff]or )instances?"], fr: ["[Mm]achines? virtuelles?", "[Ii]nstances?"] },
    because: OUTSCALE,
  },
  { en: "volume", fr: "volume", not: { fr: ["disques? virtuels?"] }, because: OUTSCALE },
  { en: "snapshot", fr: "snapshot", not: { fr: ["[Ii]nstantanés?", "[Cc]lichés?"] }, because: OUTSCALE },
  {
    en: "load balancer",
    fr: "load balancer",
    not: { fr: ["[Rr]épartiteurs?", "[ÉEée]quilibreurs?"] },
    because: OUTSCALE,
  },
  { en: "listener", fr: "listener", not: { fr: ["[ÉEée]couteurs?"] }, because: OUTSCALE },
  {
    en: "tag",
    fr: "tag",
    not: { en: ["labels?"], fr: ["[ÉEée]tiquettes?", "étiquet(?:er|ez|ée?s?)"] },
    because: OUTSCALE,
  },
  {
    en: "security group",
    fr: "groupe de sécurité",
    not: { fr: ["[Ss]ecurity groups?"] },
    because: "the convention says so",
  },
  { en: "peering", fr: "peering", not: { fr: ["[Aa]ppairages?", "[Aa]ppair(?:er|ez|ée?s?)"] }, because: OUTSCALE },
  {
    en: "endpoint",
    fr: "endpoint",
    not: { fr: ["[Pp]oints? d'accès", "[Pp]oints? de terminaison"] },
    because: OUTSCALE,
  },
  { en: "Net access point", fr: "Net access point", not: {}, because: "it is no endpoint of the API" },
  {
    en: "health check",
    fr: "health check",
    not: { fr: ["(?:[Cc]ontrôle|[Vv]érification|[Ss]onde|[Bb]ilan)s? de santé"] },
    because: OUTSCALE,
  },
  { en: "node pool", fr: "node pool", not: { fr: ["[Gg]roupes? de nœuds"] }, because: OUTSCALE },
  { en: "datacenter", fr: "datacenter", not: { fr: ["[Cc]entres? de données"] }, because: "the convention says so" },
  { en: "firewall", fr: "pare-feu", not: { fr: ["[Ff]irewalls?"] }, because: "French has the word" },
  {
    en: "GiB",
    fr: "Gio",
    not: { en: ["Gio"], fr: ["GiB", "(?<=\\d )Go", "[Gg]ibioctets?"] },
    because: "the unit has a French symbol",
  },
];

/** What Pulumi and this project are made of. */
const TOOLS: readonly Term[] = [
  { en: "stack", fr: "stack", not: { fr: ["[Pp]iles?"] }, because: "Pulumi's word, which nobody translates" },
  { en: "state", fr: "état", not: { fr: ["states?"] }, because: "one word for one idea" },
  { en: "preview", fr: "aperçu", not: { fr: ["previews?"] }, because: "one word for one idea" },
  { en: "dry run", fr: "essai à blanc", not: { fr: ["[Dd]ry[- ]runs?"] }, because: "French has the word" },
  {
    en: "user data",
    fr: "`userData`",
    not: { fr: ["données (?:d')?utilisateur"] },
    because: "it is the property that a program writes",
  },
  {
    en: "site for recovery",
    fr: "site de secours",
    not: { fr: ["[Ss]ites? de reprise"] },
    because: "one word for one idea",
  },
  { en: "entry", fr: "entrée", not: { fr: ["[Pp]oints? d'entrée"] }, because: "one word for one idea" },
];

/** The levels of policies, and how findings are counted. */
const LEVELS: readonly Term[] = [
  { en: "mandatory", fr: "bloquante", not: { fr: ["mandatory"] }, because: "it says what happens" },
  {
    en: "advisory",
    fr: "non bloquante",
    not: { fr: ["advisory", "violations? signalées?", "consultatives?"] },
    because: "it says what happens, and every violation is told",
  },
  { en: "disabled", fr: "désactivée", not: { fr: ["disabled"] }, because: "no English level names in French" },
  { en: "critical", fr: "critique", not: { fr: ["critical"] }, because: "no English severity names in French" },
  { en: "high", fr: "élevée", not: { fr: ["high"] }, because: "no English severity names in French" },
  { en: "medium", fr: "moyenne", not: { fr: ["medium"] }, because: "no English severity names in French" },
  { en: "low", fr: "faible", not: { fr: ["low"] }, because: "no English severity names in French" },
  { en: "exempted", fr: "dérogation", not: { fr: ["exempt(?:ed|ée?s?)", "exemptions?"] }, because: CALQUE },
];

/** What can be claimed, as a lawyer would say it. */
const CLAIMS: readonly Term[] = [
  {
    en: "star",
    fr: "étoile",
    not: { en: ["[Aa]sterisks?"], fr: ["[Aa]stérisques?"] },
    because: "the convention says so",
  },
  {
    en: "a year",
    fr: "par an",
    not: { en: ["[Pp]er year", "per annum"], fr: ["par année", "d'une année"] },
    because: "the convention says so",
  },
  {
    en: "a month",
    fr: "par mois",
    not: { en: ["[Pp]er month"], fr: ["mensuellement"] },
    because: "the convention says so",
  },
  {
    en: "enforceable",
    fr: "opposable",
    not: { fr: ["enforceable", "exigibles?"] },
    because: "*exigible* is said of a debt that is due",
  },
  {
    en: "forfeited",
    fr: "non réclamable",
    not: { fr: ["forfeited", "forfaits?", "déchus?", "déchues?", "confisquée?s?"] },
    because: "the convention: the client cannot ask that the SLA be applied",
  },
  {
    en: "fulfilled as planned",
    fr: "condition remplie telle que prévue",
    not: { fr: ["planned", "(?:telle que|comme) planifiée?"] },
    because: "a program plans, and proves nothing",
  },
  {
    en: "undetermined",
    fr: "indéterminé",
    not: { fr: ["undetermined"] },
    because: "no English status names in French",
  },
  {
    en: "Not applicable here",
    fr: "Sans objet ici",
    not: { fr: ["[Rr]ien ici pour quoi", "not applicable", "[Nn]on applicables?"] },
    because: "a commitment about nothing has no object",
  },
  { en: "Warnings", fr: "Avertissements", not: { fr: ["[Mm]ises? en garde"] }, because: "one word for one idea" },
  {
    en: "undertaking",
    fr: "engagement sans SLA",
    not: { fr: ["[Pp]romesses?", "promis(?:es?)?", "promet(?:tent)?"] },
    because: "a party to a contract commits, and does not promise",
  },
  {
    en: "counts on what cannot be claimed",
    fr: "repose sur des engagements non opposables",
    not: { fr: ["comptent? sur ce qui"] },
    because: CALQUE,
  },
  {
    en: "the client could have deployed in every Subregion and did not",
    fr: "que le client pouvait déployer dans chaque Sous-région et qu'il n'y a pas déployés",
    not: { fr: ["pouvait déployer dans chaque Sous-région et ne"] },
    because: "the second half needs its own *que*",
  },
  {
    en: "support times",
    fr: "délais de support",
    not: { fr: ["[Dd]élais du support"] },
    because: "one word for one idea",
  },
  { en: "key at hand", fr: "clé accessible", not: { fr: ["à portée"] }, because: CALQUE },
];

/** What things are and do. */
const VERBS: readonly Term[] = [
  { en: "with something to judge", fr: "applicables", not: { fr: ["quelque chose à juger"] }, because: CALQUE },
  {
    en: "lies in one Subregion",
    fr: "se trouve dans une seule Sous-région",
    not: { fr: ["tien(?:t|nent)(?: alors)? dans", "tiennent(?! à jour)", "tiendr(?:a|ont)", "ne tien(?:t|nent) pas"] },
    because: "*tenir dans* is to fit into",
  },
  {
    en: "Certificates hold",
    fr: "Les certificats sont solides et valides",
    not: { fr: ["certificats tiennent"] },
    because: CALQUE,
  },
  {
    en: "is for every account",
    fr: "n'est partagée avec tous les comptes",
    not: { fr: ["n'est pour (?:tous|chaque)", "est pour (?:tous les|chaque) comptes?"] },
    because: CALQUE,
  },
  {
    en: "make a volume from a public snapshot",
    fr: "créer un volume à partir d'un snapshot public",
    not: { fr: ["(?:faire|fait|font|faites) (?:un|une|des) (?:volumes?|snapshots?|clés?)"] },
    because: "resources are created",
  },
  {
    en: "listens to the Internet",
    fr: "est ouvert à Internet",
    not: { fr: ["écoutent? Internet", "f(?:ait|ont|aire) face à Internet"] },
    because: CALQUE,
  },
  {
    en: "version of a provider",
    fr: "version d'un fournisseur",
    not: { fr: ["[Pp]roviders?"] },
    because: "French has the word; a company that provides is a *prestataire*",
  },
  { en: "faces the Internet", fr: "exposé à Internet", not: {}, because: "what the field says of a load balancer" },
];

/** Every term, each under what it is about. */
export const TERMS: readonly Term[] = [...RESOURCES, ...TOOLS, ...LEVELS, ...CLAIMS, ...VERBS];

/** What the prose of a text says that another word of the list should say, with that word and the reason. */
export function wrongTermsIn(prose: string, language: Language): string[] {
  return TERMS.flatMap((term) =>
    (term.not[language] ?? []).flatMap((pattern) =>
      (prose.match(wholeWords(pattern)) ?? []).map((found) => `${found}: ${term[language]} (${term.because})`),
    ),
  );
}

/** What the English prose of a text names that its French, code included, does not name by the word of the list. */
export function termsLostIn(prose: string, french: string): string[] {
  return [...RESOURCES, ...TOOLS]
    .filter(({ en, fr }) => wholeWords(pluralOf(en)).test(prose) && !namesIn(french, fr))
    .map(({ en, fr }) => `${en}: ${fr}`);
}

function namesIn(french: string, term: string): boolean {
  return new RegExp(term.replaceAll(" ", "s? "), "iu").test(french);
}

function pluralOf(noun: string): string {
  return noun.endsWith("y") ? `${noun.slice(0, -1)}(?:y|ies)` : `${noun}s?`;
}

function wholeWords(pattern: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}_-])(?:${pattern})(?![\p{L}\p{N}_-])`, "gu");
}
