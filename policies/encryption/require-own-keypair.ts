import { isStrong, Keypair, type PublicKey, weakKeyText } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const requireOwnKeypair = definePolicy({
  name: "require-own-keypair",
  // The convention asks for nothing of SSH keys: the closest duty is to encrypt, so that no private key lies in clear.
  clauses: ["R10.encryption"],
  ground: "good practice",
  severity: "medium",
  level: "advisory",
  alone: [Keypair],
  title: {
    en: "SSH keys are the client's own, and strong",
    fr: "Les clés SSH sont celles du client, et fortes",
  },
  why: {
    en: "A key that Outscale makes comes back with its private half, which then lies in the state for whoever reads it; a weak one can be worked out.",
    fr: "Une clé que crée Outscale revient avec sa moitié privée, qui reste alors dans l'état pour quiconque le lit ; une clé faible peut être retrouvée.",
  },
  remediation: {
    en: "Make the key with `ssh-keygen -t ed25519` where it will be used, and write its public half in `publicKey`.",
    fr: "Créez la clé avec `ssh-keygen -t ed25519` là où elle servira, et écrivez sa moitié publique dans `publicKey`.",
  },
  messages: {
    "not-own": {
      en: "No public key is given: Outscale makes the key, and its private half lies in the state.",
      fr: "Aucune clé publique n'est donnée : Outscale crée la clé, et sa moitié privée reste dans l'état.",
    },
    unreadable: {
      en: "What is given for a public key is none that can be read.",
      fr: "Ce qui est donné comme clé publique n'en est pas une qui puisse être lue.",
    },
    weak: ({ key }: { readonly key: PublicKey }) => {
      const { en, fr } = weakKeyText(key);
      return { en: `Its public key is ${en}.`, fr: `Sa clé publique est ${fr}.` };
    },
  },
  subjects: (system) => system.all(Keypair),
  *check(keypair, { messages }) {
    if (!keypair.isOwn()) {
      yield finding(keypair, messages["not-own"], "publicKey");
      return;
    }
    const key = keypair.key();
    if (!key) yield finding(keypair, messages.unreadable, "publicKey");
    else if (!isStrong(key, MIN_RSA_BITS)) yield finding(keypair, messages.weak({ key }), "publicKey");
  },
});

const MIN_RSA_BITS = 3072;
