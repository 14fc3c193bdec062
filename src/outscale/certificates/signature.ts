/** The hash functions of signatures by the hexadecimal content of the algorithm's object identifier. */
const HASHES: Readonly<Record<string, string>> = {
  "2a864886f70d010102": "MD2",
  "2a864886f70d010104": "MD5",
  "2a864886f70d010105": "SHA-1",
  "2a864886f70d01010e": "SHA-224",
  "2a864886f70d01010b": "SHA-256",
  "2a864886f70d01010c": "SHA-384",
  "2a864886f70d01010d": "SHA-512",
  "2a8648ce380403": "SHA-1",
  "2a8648ce3d0401": "SHA-1",
  "2a8648ce3d040301": "SHA-224",
  "2a8648ce3d040302": "SHA-256",
  "2a8648ce3d040303": "SHA-384",
  "2a8648ce3d040304": "SHA-512",
  // Ed25519 and Ed448 bring their own.
  "2b6570": "SHA-512",
  "2b6571": "SHAKE256",
  // Those that RSA-PSS names apart.
  "2b0e03021a": "SHA-1",
  "608648016503040204": "SHA-224",
  "608648016503040201": "SHA-256",
  "608648016503040202": "SHA-384",
  "608648016503040203": "SHA-512",
};
const RSA_PSS = "2a864886f70d01010a";
const STRONG = ["SHA-256", "SHA-384", "SHA-512", "SHAKE256"];

/** The hash function of a certificate's signature, which Node does not tell; `undefined` for one that is not known. */
export function signatureHash(certificate: Buffer): string | undefined {
  const [, algorithm] = elements(elements(certificate)[0]?.content);
  const [identifier, parameters] = elements(algorithm?.content);
  const oid = identifier?.content.toString("hex") ?? "";
  if (oid !== RSA_PSS) return HASHES[oid];
  // What the parameters of RSA-PSS leave out is SHA-1.
  const hash = elements(parameters?.content).find(({ tag }) => tag === FIRST_OPTION);
  return hash ? HASHES[elements(elements(hash.content)[0]?.content)[0]?.content.toString("hex") ?? ""] : "SHA-1";
}

/** Whether a hash function is one that a signature can be trusted to. */
export function isStrongHash(hash: string): boolean {
  return STRONG.includes(hash);
}

const FIRST_OPTION = 0xa0;

interface Element {
  readonly tag: number;
  readonly content: Buffer;
}

/** The elements that stand one after the other in DER. */
function elements(der: Buffer | undefined): Element[] {
  const found: Element[] = [];
  for (let at = 0; der && at + 1 < der.length;) {
    const short = der[at + 1] ?? 0;
    const bytes = short > 0x80 ? short - 0x80 : 0;
    const length = bytes > 0 ? parseInt(der.toString("hex", at + 2, at + 2 + bytes), 16) : short;
    const start = at + 2 + bytes;
    found.push({ tag: der[at] ?? 0, content: der.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}
