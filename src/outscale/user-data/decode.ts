import type { Text } from "../../text";
import { gunzip, isGzip } from "./gzip";
import { BINARY, BROKEN_GZIP, GZIP } from "./phrase";

/** The text of user data written as it is or in Base64, or why there is none. */
export type Decoded = { readonly text: string } | { readonly unread: Text };

/** Starts of what a guest reads as text whatever its encoding. */
const TEXT_FORMS = ["#!", "#cloud", "#include", "-----BEGIN OUTSCALE"];
const BINARY_FORMS = ["\x7fELF", "PK\x03\x04", "BZh", "\xfd7zXZ", "\x28\xb5\x2f\xfd", "\xff\xfe", "\xfe\xff", "MZ\x90"];
// Nobody writes a word this long that only happens to be Base64.
const SURELY_ENCODED = 64;

/** Decodes Base64, and gzip within it, when the result is something a guest reads. Any other text is taken as written. */
export function decode(written: string): Decoded {
  const encoded = decodeBase64(written);
  if (!encoded) return acceptPlain(written);
  const bytes = isGzip(encoded) ? gunzip(encoded) : encoded;
  if (!bytes) return { unread: BROKEN_GZIP };
  const start = bytes.toString("latin1", 0, 32);
  if (TEXT_FORMS.some((form) => start.startsWith(form))) return { text: normalize(bytes.toString("utf8")) };
  const text = decodeUtf8(bytes);
  if (text !== undefined && isPrintable(text)) return { text: normalize(text) };
  const binary =
    BINARY_FORMS.some((form) => start.startsWith(form)) || bytes !== encoded || written.length >= SURELY_ENCODED;
  return binary ? { unread: BINARY } : acceptPlain(written);
}

function acceptPlain(written: string): Decoded {
  const text = normalize(written);
  if (/^\x1f[\x8b\ufffd]/.test(text)) return { unread: GZIP };
  if (text.includes("\0") && !TEXT_FORMS.some((form) => text.startsWith(form))) return { unread: BINARY };
  return { text };
}

function decodeBase64(written: string): Buffer | undefined {
  // Most texts that are not Base64 have another character near their start: that is quick to see.
  if (!/^[A-Za-z0-9+/= \t\r\n]*$/.test(written)) return undefined;
  const text = written.replace(/[ \t\r\n]+/g, "");
  const valid = text !== "" && text.length % 4 === 0 && /^[^=]*={0,2}$/.test(text);
  return valid ? Buffer.from(text, "base64") : undefined;
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isPrintable(text: string): boolean {
  return !/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text);
}

function normalize(text: string): string {
  return text.replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
}
