import { gunzipSync } from "node:zlib";

/** Sixteen times the user data that Outscale takes: what grows beyond is a bomb. */
const MAX_LENGTH = 8 * 1024 * 1024;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What gzip compressed; `undefined` when it is broken, or grows too large. */
export function gunzip(bytes: Uint8Array): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_LENGTH });
  } catch {
    return undefined;
  }
}
