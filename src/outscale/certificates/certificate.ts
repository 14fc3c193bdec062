import { X509Certificate } from "node:crypto";
import { type PublicKey, publicKeyOf } from "./public-key";
import { signatureHash } from "./signature";

/** One X.509 certificate. */
export class Certificate {
  readonly #certificate: X509Certificate;

  constructor(certificate: X509Certificate) {
    this.#certificate = certificate;
  }

  /** Its public key. */
  get key(): PublicKey {
    try {
      return publicKeyOf(this.#certificate.publicKey);
    } catch {
      // A kind of key that the library does not know.
      return { kind: "other" };
    }
  }

  /** The hash function of its signature; `undefined` for one that is not known. */
  get hash(): string | undefined {
    return signatureHash(this.#certificate.raw);
  }

  /** The last day it is valid on, `2026-01-31`. */
  get lastDay(): string {
    return dayOf(Date.parse(this.#certificate.validTo));
  }

  /** How many days it is still valid after a day; less than none when it has expired. */
  daysLeft(today: string): number {
    return Math.floor((Date.parse(this.#certificate.validTo) - Date.parse(today)) / DAY);
  }

  /** Whether another certificate is that of the authority that signed it. */
  isIssuedBy(issuer: Certificate): boolean {
    try {
      return (
        this.#certificate.checkIssued(issuer.#certificate) && this.#certificate.verify(issuer.#certificate.publicKey)
      );
    } catch {
      return false;
    }
  }
}

const DAY = 86_400_000;

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, "2026-01-31".length);
}

const BLOCK = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]*-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** The certificates of a text in PEM, in their order; `undefined` when there are none, or one that cannot be read. */
export function certificatesIn(pem: string): readonly Certificate[] | undefined {
  const blocks = pem.match(BLOCK) ?? [];
  try {
    return blocks.length === 0 ? undefined : blocks.map((block) => new Certificate(new X509Certificate(block)));
  } catch {
    return undefined;
  }
}
