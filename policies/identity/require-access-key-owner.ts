import { AccessKey } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const requireAccessKeyOwner = definePolicy({
  name: "require-access-key-owner",
  clauses: ["R9.signing", "R9.policies"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  alone: [AccessKey],
  title: { en: "Every access key is a user's", fr: "Chaque clé d'accès est celle d'un utilisateur" },
  why: {
    en: "The client defines the policies of its users: a key without user is the account's own, which no policy limits.",
    fr: "Le client définit les politiques de ses utilisateurs : une clé sans utilisateur est celle du compte, qu'aucune politique ne limite.",
  },
  remediation: {
    en: "Name a `User` in `userName`, with the policies that its work needs.",
    fr: "Nommez un `User` dans `userName`, avec les politiques que demande son travail.",
  },
  messages: {
    "no-user": {
      en: "No user is named: this access key is that of the account.",
      fr: "Aucun utilisateur n'est nommé : cette clé d'accès est celle du compte.",
    },
  },
  subjects: (system) => system.all(AccessKey),
  applies: (key) => key.isActive(),
  *check(key, { messages }) {
    if (!key.hasOwner()) yield finding(key, messages["no-user"], "userName");
  },
});
