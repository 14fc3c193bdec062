import type { Text } from "../../text";
import { readShebang } from "./interpreter";
import { BATCH, BINARY, GZIP, INCLUDE, JSON_PATCH, PART_HANDLER } from "./phrase";

/** What a text is to the agent that reads it at boot; nothing when the agent ignores it. */
export type Form =
  | "shell"
  | "boothook"
  | "cloud-config"
  | "archive"
  | "template"
  | "mime"
  | "powershell"
  | "ignition"
  | "talos"
  | "nothing"
  | { readonly unread: Text };

/** The first words by which cloud-init and its Windows counterpart choose, the longer before what they begin with. */
const STARTS: readonly (readonly [RegExp, Form])[] = [
  [/^## template: *jinja/i, "template"],
  [/^#cloud-config-archive/i, "archive"],
  [/^#cloud-config-jsonp/i, { unread: JSON_PATCH }],
  [/^#cloud-config/i, "cloud-config"],
  [/^#cloud-boothook/i, "boothook"],
  [/^#include/i, { unread: INCLUDE }],
  [/^#part-handler/i, { unread: PART_HANDLER }],
  [/^(?:#ps1|<powershell|#\s*autoexecutepowershell)/i, "powershell"],
  [/^(?:<script|rem cmd)/i, { unread: BATCH }],
  [/^\x1f[\x8b\ufffd]/, { unread: GZIP }],
];

/** Recognizes the form of user data by its start, as the agents do. */
export function recognizeForm(text: string): Form {
  const body = text.trimStart();
  if (body.startsWith("#!")) return scriptForm(body);
  const known = STARTS.find(([start]) => start.test(body));
  if (known) return known[1];
  if (isMime(body)) return "mime";
  if (isIgnition(body) || /^variant:[ \t]*["']?(?:fcos|flatcar|openshift|r4e|fiot)\b/m.test(body)) return "ignition";
  if (isTalos(body)) return "talos";
  return body.includes("\0") ? { unread: BINARY } : "nothing";
}

/** The types by which a part of a MIME document says what it is, where its start does not. */
const TYPES: Readonly<Record<string, Form>> = {
  multipart: "mime",
  "text/cloud-boothook": "boothook",
  "text/cloud-config": "cloud-config",
  "text/cloud-config-archive": "archive",
  "text/cloud-config-jsonp": { unread: JSON_PATCH },
  "text/jinja2": "template",
  "text/part-handler": { unread: PART_HANDLER },
  "text/x-include-once-url": { unread: INCLUDE },
  "text/x-include-url": { unread: INCLUDE },
};

/** Recognizes the form of a part by the type that it is given, else by its start. */
export function recognizePart(type: string, text: string): Form {
  if (type.startsWith("text/x-shellscript")) {
    const form = recognizeForm(text);
    return form === "powershell" || typeof form === "object" ? form : "shell";
  }
  return Object.hasOwn(TYPES, type) ? (TYPES[type] ?? "nothing") : recognizeForm(text);
}

/** The form of a script that says in its first line what runs it. */
function scriptForm(body: string): Form {
  const interpreter = readShebang(body);
  return interpreter === "shell" || interpreter === undefined ? "shell" : { unread: interpreter };
}

function isMime(body: string): boolean {
  const headers = body.slice(0, 4096).split(/\n[ \t]*\n/, 1)[0] ?? "";
  return /^[\w-]+:/.test(headers) && /^(?:mime-version|content-type):/im.test(headers);
}

function isIgnition(body: string): boolean {
  if (!body.startsWith("{")) return false;
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && "ignition" in value;
  } catch {
    return false;
  }
}

function isTalos(body: string): boolean {
  const machine = /^version:[ \t]*["']?v1alpha1\b/m.test(body) && /^machine:/m.test(body);
  return machine || (/^apiVersion:[ \t]*["']?v1alpha1\b/m.test(body) && /^kind:[ \t]*["']?\w*Config\b/m.test(body));
}
