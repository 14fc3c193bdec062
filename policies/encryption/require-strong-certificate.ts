import {
  type Certificate,
  CertificateText,
  certificateTextsOf,
  isStrong,
  isStrongHash,
  weakKeyText,
} from "../../src/outscale";
import { definePolicy, doubt, finding } from "../../src/policy";
import type { Text } from "../../src/text";

export const requireStrongCertificate = definePolicy({
  name: "require-strong-certificate",
  clauses: ["R10.encryption"],
  severity: "high",
  level: "advisory",
  alone: [CertificateText],
  title: {
    en: "Certificates hold: strong keys and signatures, in date, chains in order",
    fr: "Les certificats tiennent : clés et signatures fortes, en cours de validité, chaînes en ordre",
  },
  why: {
    en: "A certificate with a weak key or signature lets others pass for its holder, and one that clients refuse takes its service down.",
    fr: "Un certificat dont la clé ou la signature est faible laisse autrui se faire passer pour son titulaire, et celui que les clients refusent coupe son service.",
  },
  remediation: {
    en: "Have a certificate issued for a key RSA of 2048 bits or more, EC (P-256 or longer) or Ed25519, signed with SHA-256 or better; in `chain`, begin with the authority that issued `body`.",
    fr: "Faites émettre un certificat pour une clé RSA d'au moins 2048 bits, EC (P-256 ou plus) ou Ed25519, signé avec SHA-256 ou mieux ; dans `chain`, commencez par l'autorité qui a émis `body`.",
  },
  subjects: (stack) => certificateTextsOf(stack),
  *check(text, { today }) {
    const certificates = text.certificates();
    if (!certificates) {
      yield finding(text, NOT_READ);
      return;
    }
    for (const [index, certificate] of certificates.entries()) {
      const subject = certificates.length === 1 ? THE_ONE : number(index + 1);
      for (const fault of faultsOf(certificate, today)) yield finding(text, join(subject, fault));
      if (certificate.hash === undefined) yield doubt(text, join(subject, OTHER_SIGNATURE));
    }
    const misplaced = text.misplaced();
    if (misplaced !== undefined) yield finding(text, outOfOrder(misplaced));
  },
});

const MIN_RSA_BITS = 2048;

/** What is wrong with a certificate, as the rest of a sentence about it. */
function faultsOf(certificate: Certificate, today: string): Text[] {
  const { key, hash, lastDay } = certificate;
  const faults: Text[] = [];
  if (!isStrong(key, MIN_RSA_BITS)) faults.push({ en: `has ${weakKeyText(key).en}`, fr: `a ${weakKeyText(key).fr}` });
  if (hash !== undefined && !isStrongHash(hash)) {
    faults.push({ en: `is signed with ${hash}`, fr: `est signé avec ${hash}` });
  }
  if (certificate.daysLeft(today) < 0) {
    faults.push({ en: `has not been valid since ${lastDay}`, fr: `n'est plus valable depuis le ${lastDay}` });
  }
  return faults;
}

const THE_ONE: Text = { en: "The certificate", fr: "Le certificat" };

function number(place: number): Text {
  return { en: `Certificate ${String(place)}`, fr: `Le certificat ${String(place)}` };
}

function join(subject: Text, rest: Text): Text {
  return { en: `${subject.en} ${rest.en}.`, fr: `${subject.fr} ${rest.fr}.` };
}

const OTHER_SIGNATURE = { en: "is signed in a way that is not known", fr: "est signé d'une façon inconnue" };

const NOT_READ: Text = {
  en: "It holds no certificate in PEM that can be read.",
  fr: "Il ne contient aucun certificat PEM lisible.",
};

function outOfOrder(place: number): Text {
  return place === 1
    ? {
        en: "The chain is not in order: its first certificate did not issue the one in `body`.",
        fr: "La chaîne n'est pas en ordre : son premier certificat n'a pas émis celui de `body`.",
      }
    : {
        en: `The chain is not in order: certificate ${String(place)} did not issue the one before it.`,
        fr: `La chaîne n'est pas en ordre : le certificat ${String(place)} n'a pas émis celui qui le précède.`,
      };
}
