import { gunzip, isGzip } from "./gzip";
import { type SourceText, toSourceText, cutSource } from "./source-text";

/** A part of a document of several. */
export interface MimePart {
  /** Its type in lower case, `text/x-shellscript`. */
  readonly type: string;
  readonly body: SourceText;
  /** Whether the document holds its text encoded, as in Base64. */
  readonly isEncoded: boolean;
}

/** The parts of a MIME document, or the document itself where it is not of several; `undefined` of one that is broken. */
export function splitMime(message: SourceText): (MimePart | undefined)[] {
  const { headers, body } = splitHeaders(message);
  const type = headers.get("content-type") ?? "text/plain";
  if (!/^multipart\//i.test(type)) return [decodePart(headers, type, body)];
  const boundary = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(type);
  const name = boundary?.[1] ?? boundary?.[2];
  return name === undefined ? [undefined] : splitAtBoundary(body, `--${name}`).map(readPart);
}

function readPart(message: SourceText): MimePart | undefined {
  const { headers, body } = splitHeaders(message);
  const type = headers.get("content-type") ?? "text/plain";
  // A part that has parts itself is read with its headers, which name its boundary.
  return /^multipart\//i.test(type)
    ? { type: "multipart", body: message, isEncoded: false }
    : decodePart(headers, type, body);
}

function decodePart(headers: ReadonlyMap<string, string>, type: string, body: SourceText): MimePart | undefined {
  const name = (type.split(";")[0] ?? "").trim().toLowerCase();
  const encoding = (headers.get("content-transfer-encoding") ?? "").trim().toLowerCase();
  const bytes =
    encoding === "base64"
      ? Buffer.from(body.text, "base64")
      : encoding === "quoted-printable"
        ? decodeQuotedPrintable(body.text)
        : undefined;
  if (!bytes) return { type: name, body, isEncoded: false };
  const written = isGzip(bytes) ? gunzip(bytes) : bytes;
  if (!written) return undefined;
  const text = written.toString("utf8").replace(/\r\n/g, "\n");
  // Quoted-printable keeps the lines, but for those it folds.
  const last = encoding === "base64" ? 0 : body.text.split("\n").length - 1;
  return { type: name, body: toSourceText(text, body.lineAt(0), body.lineAt(last)), isEncoded: true };
}

function splitHeaders(message: SourceText): { headers: Map<string, string>; body: SourceText } {
  const { text } = message;
  const headers = new Map<string, string>();
  let name: string | undefined;
  let line = 0;
  let at = text.length - text.trimStart().length;
  line = text.slice(0, at).split("\n").length - 1;
  while (at < text.length) {
    const end = text.indexOf("\n", at);
    const header = text.slice(at, end === -1 ? undefined : end);
    at = end === -1 ? text.length : end + 1;
    line += 1;
    if (header.trim() === "") break;
    const [, field, value = ""] = /^([\w-]+):(.*)$/.exec(header) ?? [];
    if (field !== undefined) headers.set((name = field.toLowerCase()), value.trim());
    else if (name !== undefined && /^[ \t]/.test(header))
      headers.set(name, `${headers.get(name) ?? ""} ${header.trim()}`);
  }
  return { headers, body: cutSource(message, line, text.slice(at)) };
}

/** The texts between the lines of a boundary. The last one may lack its closing line. */
function splitAtBoundary(body: SourceText, boundary: string): SourceText[] {
  const parts: SourceText[] = [];
  let lines: string[] | undefined;
  let start = 0;
  const end = () => {
    if (lines) parts.push(cutSource(body, start, lines.join("\n")));
  };
  for (const [index, line] of body.text.split("\n").entries()) {
    const isBoundary = line.startsWith(boundary) && /^(?:--)?\s*$/.test(line.slice(boundary.length));
    if (!isBoundary) lines?.push(line);
    else {
      end();
      if (line.startsWith(`${boundary}--`)) return parts;
      lines = [];
      start = index + 1;
    }
  }
  end();
  return parts;
}

function decodeQuotedPrintable(text: string): Buffer {
  const bytes = text
    .replace(/[ \t]+$/gm, "")
    .replace(/=\n/g, "")
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, "latin1");
}
