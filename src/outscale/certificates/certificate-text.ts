import { SubjectOf } from "../../stack";
import type { System } from "../provider/system";
import { isSet, View } from "../provider/view";
import { type Certificate, certificatesIn } from "./certificate";

/** A certificate for the listeners of load balancers. */
class ServerCertificate extends View<"outscale:index/serverCertificate:ServerCertificate"> {
  static readonly types = ["outscale:index/serverCertificate:ServerCertificate"] as const;
}

/** The certificate of an authority, which those who call the API can be asked to have one of. */
class Ca extends View<"outscale:index/ca:Ca"> {
  static readonly types = ["outscale:index/ca:Ca"] as const;
}

/** A property that holds certificates in PEM. */
export class CertificateText extends SubjectOf {
  static readonly types = [...ServerCertificate.types, ...Ca.types];
  readonly #read: () => string | undefined;
  readonly #below: CertificateText | undefined;

  /** @param below the text whose last certificate the first of this one issued */
  constructor(owner: ServerCertificate | Ca, path: string, read: () => string | undefined, below?: CertificateText) {
    super("part", owner.resource, path);
    this.#read = read;
    this.#below = below;
  }

  /** Whether it holds the client's own choice, and not what an authority sends along. */
  isOwn(): boolean {
    return this.#below === undefined;
  }

  /** Its certificates, in order; `undefined` when they cannot be read. */
  certificates(): readonly Certificate[] | undefined {
    return certificatesIn(this.#read() ?? "");
  }

  /** The place, from one, of the first certificate that did not issue the one before it. */
  findMisplaced(): number | undefined {
    if (!this.#below) return undefined;
    const chain = this.certificates() ?? [];
    const first = this.#below.certificates()?.at(-1);
    const index = chain.findIndex((issuer, place) => {
      const issued = place === 0 ? first : chain[place - 1];
      return issued !== undefined && !issued.isIssuedBy(issuer);
    });
    return index === -1 ? undefined : index + 1;
  }
}

/** Everything in a stack that holds certificates. */
export function certificateTextsOf(system: System): CertificateText[] {
  return [
    ...system.all(Ca).map((ca) => new CertificateText(ca, "caPem", () => ca.written.caPem)),
    ...system.all(ServerCertificate).flatMap((certificate) => {
      const body = new CertificateText(certificate, "body", () => certificate.written.body);
      const chain = new CertificateText(certificate, "chain", () => certificate.written.chain, body);
      return isSet(certificate.resource, "chain") ? [body, chain] : [body];
    }),
  ];
}
