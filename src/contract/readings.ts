import type { Text } from "../text";

/** How a passage of the convention that can be read in more than one way is read here. */
export const READINGS = {
  literal: {
    en: "The passage says it in one way only.",
    fr: "Le passage ne se lit que d'une façon.",
  },
  A1: {
    en: "Every Subregion of the Region counts: two out of three are not all.",
    fr: "Toutes les Sous-régions de la Région comptent : deux sur trois ne sont pas toutes.",
  },
  A2: {
    en: "The star on the firewalls holds, although Outscale runs them itself.",
    fr: "L'astérisque des pare-feu vaut, bien qu'Outscale les opère lui-même.",
  },
  A3: {
    en: "Being in a single Subregion costs the support times, not the other commitments.",
    fr: "N'être que dans une Sous-région coûte les délais de support, pas les autres engagements.",
  },
  A9: {
    en: "Each figure is held over the period that is printed with it.",
    fr: "Chaque chiffre est tenu sur la période imprimée avec lui.",
  },
  A10: {
    en: "Objects are asked to be in every Subregion, snapshots are not.",
    fr: "Les objets doivent être dans toutes les Sous-régions, pas les snapshots.",
  },
  A12: {
    en: "Outscale spreads objects itself: the client has nothing to deploy for it.",
    fr: "Outscale répartit lui-même les objets : le client n'a rien à déployer pour cela.",
  },
  A13: {
    en: "The command API is one, named three times: overuse of any call counts for all.",
    fr: "L'API de commande est unique, citée trois fois : l'abus d'un appel compte pour tous.",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The id of a reading; `literal` where a passage can be read in one way only. */
export type ReadingId = keyof typeof READINGS;

/** The readings that a client may choose in place of ours, by the value of the setting `readings`. */
export const CHOICES = {
  A1: {
    choice: "more-than-one",
    en: "Only one Subregion is named as not enough: two are enough.",
    fr: "Seule une Sous-région unique est nommée comme insuffisante : deux suffisent.",
  },
  A2: {
    choice: "unstarred",
    en: "Outscale runs the firewalls itself: the star asks nothing of the client.",
    fr: "Outscale opère lui-même les pare-feu : l'astérisque n'exige rien du client.",
  },
} as const satisfies Readonly<Partial<Record<ReadingId, Text & { readonly choice: string }>>>;
