import type { KeyObject } from "node:crypto";
import type { Text } from "../../text";

/** What a public key is, as far as its strength goes. */
export type PublicKey =
  | { readonly kind: "RSA"; readonly bits: number }
  | { readonly kind: "EC"; readonly curve: string }
  | { readonly kind: "Ed25519" | "Ed448" }
  /** DSA, keys for another use, and what the library does not know. */
  | { readonly kind: "other" };

/** Curves of 256 bits and more that TLS and SSH use, as OpenSSL names them: those of NIST, and Brainpool's. */
const CURVES = ["prime256v1", "secp384r1", "secp521r1", "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"];

export function publicKeyOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): PublicKey {
  switch (asymmetricKeyType) {
    case "rsa":
    case "rsa-pss":
      return { kind: "RSA", bits: asymmetricKeyDetails?.modulusLength ?? 0 };
    case "ec":
      return { kind: "EC", curve: asymmetricKeyDetails?.namedCurve ?? "" };
    case "ed25519":
      return { kind: "Ed25519" };
    case "ed448":
      return { kind: "Ed448" };
    default:
      return { kind: "other" };
  }
}

/** Whether nobody is known to be able to break it. */
export function isStrong(key: PublicKey, rsaBits: number): boolean {
  if (key.kind === "RSA") return key.bits >= rsaBits;
  if (key.kind === "EC") return CURVES.includes(key.curve);
  return key.kind !== "other";
}

/** A key that is not strong, as a noun phrase. */
export function weakKeyText(key: PublicKey): Text {
  if (key.kind === "EC") return WEAK_CURVE;
  if (key.kind !== "RSA") return OTHER;
  return { en: `an RSA key of ${String(key.bits)} bits`, fr: `une clé RSA de ${String(key.bits)} bits` };
}

const WEAK_CURVE = {
  en: "an EC key on a curve that does not hold",
  fr: "une clé EC sur une courbe qui n'est pas sûre",
};
const OTHER = {
  en: "a key that is neither RSA, nor EC, nor Ed25519",
  fr: "une clé qui n'est ni RSA, ni EC, ni Ed25519",
};
