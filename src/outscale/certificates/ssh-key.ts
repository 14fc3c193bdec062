import { createPublicKey, type JsonWebKey } from "node:crypto";
import { type PublicKey, publicKeyOf } from "./public-key";

/** Reads a public key as the API takes it: OpenSSH, RFC 4716 or PEM, as such or in Base64; `undefined` for no key. */
export function readSshKey(text: string): PublicKey | undefined {
  return readPlain(text.trim()) ?? readPlain(Buffer.from(text, "base64").toString().trim());
}

function readPlain(text: string): PublicKey | undefined {
  try {
    if (/^-----BEGIN (?:RSA )?PUBLIC KEY-----/.test(text)) return publicKeyOf(createPublicKey(text));
    const body = openSsh(text) ?? rfc4716(text);
    return body === undefined ? undefined : ofFields(fieldsOf(Buffer.from(body, "base64")));
  } catch {
    return undefined;
  }
}

/** `ssh-ed25519 AAAA... comment`. */
function openSsh(text: string): string | undefined {
  return /^(?:sk-)?(?:ssh|ecdsa)-\S+[ \t]+([A-Za-z0-9+/]+={0,2})(?:\s|$)/.exec(text)?.[1];
}

/** Headers, with a colon, stand before the key; one that is too long goes on after a backslash. */
function rfc4716(text: string): string | undefined {
  const body = /^---- BEGIN SSH2 PUBLIC KEY ----\r?\n([^]*?)\r?\n---- END SSH2 PUBLIC KEY ----/.exec(text)?.[1];
  return body?.replace(/\\\r?\n/g, "").replace(/^[^\r\n]*:.*$/gm, "");
}

/** The fields of a key in SSH's own form, each behind its length. */
function fieldsOf(key: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  for (let at = 0; at < key.length;) {
    const end = at + 4 + key.readUInt32BE(at);
    if (end > key.length) throw new RangeError("a field longer than the key");
    fields.push(key.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

function ofFields([type, first, second]: readonly Buffer[]): PublicKey | undefined {
  const kind = type?.toString() ?? "";
  if (kind === "ssh-dss") return { kind: "other" };
  const jwk = jwkOf(kind, first ?? Buffer.alloc(0), second ?? Buffer.alloc(0));
  return jwk && publicKeyOf(createPublicKey({ key: jwk, format: "jwk" }));
}

/** The same key in a form that the library reads. */
function jwkOf(kind: string, first: Buffer, second: Buffer): JsonWebKey | undefined {
  if (kind === "ssh-rsa") return { kty: "RSA", e: numberText(first), n: numberText(second) };
  if (/^(?:sk-)?ssh-ed25519(?:@openssh\.com)?$/.test(kind)) {
    return { kty: "OKP", crv: "Ed25519", x: first.toString("base64url") };
  }
  const size = /^(?:sk-)?ecdsa-sha2-nistp(256|384|521)(?:@openssh\.com)?$/.exec(kind)?.[1];
  // The point stands uncompressed, behind a byte that says so.
  const half = (second.length - 1) / 2;
  return size === undefined
    ? undefined
    : {
        kty: "EC",
        crv: `P-${size}`,
        x: second.subarray(1, 1 + half).toString("base64url"),
        y: second.subarray(1 + half).toString("base64url"),
      };
}

/** A number without the leading zero byte that says it is positive. */
function numberText(number: Buffer): string {
  return (number[0] === 0 ? number.subarray(1) : number).toString("base64url");
}
