import type { JsonInput } from "../../src/sources/json-input";

/** A document as a file or a pipe gives it, in pieces; a text is given as it stands. */
export function documentOf(content: unknown, name = "preview.json", pieceLength = 7): JsonInput {
  const bytes =
    content instanceof Uint8Array
      ? content
      : Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  return { name: { en: name, fr: name }, chunks: pieces(bytes, pieceLength) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a pipe is asynchronous, these bytes are at hand
async function* pieces(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}
