import {
  CertificateText,
  certificateTextsOf,
  isStrong,
  isStrongHash,
  type PublicKey,
  weakKeyText,
} from "../../src/outscale";
import { definePolicy, doubt, finding } from "../../src/policy";
import type { Text } from "../../src/text";

export const requireStrongCertificate = definePolicy({
  name: "require-strong-certificate",
  clauses: ["R10.encryption"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  alone: [CertificateText],
  title: {
    en: "Certificates hold: strong keys and signatures, in date, chains in order",
    fr: "Les certificats sont solides et valides : clés et signatures fortes, en cours de validité, chaînes en ordre",
  },
  why: {
    en: "A certificate with a weak key or signature lets others pass for its holder, and one that clients refuse takes its service down.",
    fr: "Un certificat dont la clé ou la signature est faible laisse autrui se faire passer pour son titulaire, et un certificat que les clients refusent coupe son service.",
  },
  remediation: {
    en: "Have a certificate issued for a key RSA of 2048 bits or more, EC (P-256 or longer) or Ed25519, signed with SHA-256 or better; in `chain`, begin with the authority that issued `body`.",
    fr: "Faites émettre un certificat pour une clé RSA d'au moins 2048 bits, EC (P-256 ou plus) ou Ed25519, signé avec SHA-256 ou mieux ; dans `chain`, commencez par l'autorité qui a émis `body`.",
  },
  messages: {
    unreadable: {
      en: "It holds no certificate in PEM that can be read.",
      fr: "Il ne contient aucun certificat PEM lisible.",
    },
    "weak-key": ({ place, key }: InChain & { readonly key: PublicKey }) => {
      const [which, weak] = [describePlace(place), weakKeyText(key)];
      return { en: `${which.en} has ${weak.en}.`, fr: `${which.fr} a ${weak.fr}.` };
    },
    "weak-signature": ({ place, hash }: InChain & { readonly hash: string }) => {
      const { en, fr } = describePlace(place);
      return { en: `${en} is signed with ${hash}.`, fr: `${fr} est signé avec ${hash}.` };
    },
    "other-signature": ({ place }: InChain) => {
      const { en, fr } = describePlace(place);
      return { en: `${en} is signed in a way that is not known.`, fr: `${fr} est signé d'une façon inconnue.` };
    },
    expired: ({ place, lastDay }: InChain & { readonly lastDay: string }) => {
      const { en, fr } = describePlace(place);
      return { en: `${en} has not been valid since ${lastDay}.`, fr: `${fr} n'est plus valable depuis le ${lastDay}.` };
    },
    "first-misplaced": {
      en: "The chain is not in order: its first certificate did not issue the one in `body`.",
      fr: "La chaîne n'est pas en ordre : son premier certificat n'a pas émis celui de `body`.",
    },
    misplaced: ({ place }: { readonly place: number }) => ({
      en: `The chain is not in order: certificate ${String(place)} did not issue the one before it.`,
      fr: `La chaîne n'est pas en ordre : le certificat ${String(place)} n'a pas émis celui qui le précède.`,
    }),
  },
  subjects: (system) => certificateTextsOf(system),
  *check(text, { today, messages }) {
    const certificates = text.certificates();
    if (!certificates) {
      yield finding(text, messages.unreadable);
      return;
    }
    for (const [index, certificate] of certificates.entries()) {
      const place = certificates.length === 1 ? undefined : index + 1;
      const { key, hash, lastDay } = certificate;
      if (!isStrong(key, MIN_RSA_BITS)) yield finding(text, messages["weak-key"]({ place, key }));
      if (hash === undefined) yield doubt(text, messages["other-signature"]({ place }));
      else if (!isStrongHash(hash)) yield finding(text, messages["weak-signature"]({ place, hash }));
      if (certificate.daysLeft(today) < 0) yield finding(text, messages.expired({ place, lastDay }));
    }
    const misplaced = text.findMisplaced();
    if (misplaced === 1) yield finding(text, messages["first-misplaced"]);
    else if (misplaced !== undefined) yield finding(text, messages.misplaced({ place: misplaced }));
  },
});

const MIN_RSA_BITS = 2048;

interface InChain {
  /** The number of the certificate in its chain, from one; `undefined` where it is the only one. */
  readonly place: number | undefined;
}

function describePlace(place: number | undefined): Text {
  return place === undefined
    ? { en: "The certificate", fr: "Le certificat" }
    : { en: `Certificate ${String(place)}`, fr: `Le certificat ${String(place)}` };
}
