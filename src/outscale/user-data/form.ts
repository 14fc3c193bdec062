import { shebang } from "./interpreter";
import {
  ARCHIVE,
  BATCH,
  BINARY,
  BUTANE,
  GZIP,
  IGNITION,
  INCLUDE,
  JINJA,
  JSON_PATCH,
  MIME,
  PART_HANDLER,
  type Phrase,
  POWERSHELL,
  TALOS,
} from "./phrase";

/** What a text is to the agent that reads it at boot; nothing when the agent ignores it. */
export type Form = "shell" | "boothook" | "cloud-config" | "nothing" | { readonly unread: Phrase };

/** The first words by which cloud-init and its Windows counterpart choose, the longer before what they begin with. */
const STARTS: readonly (readonly [RegExp, Form])[] = [
  [/^## template: *jinja/i, { unread: JINJA }],
  [/^#cloud-config-archive/i, { unread: ARCHIVE }],
  [/^#cloud-config-jsonp/i, { unread: JSON_PATCH }],
  [/^#cloud-config/i, "cloud-config"],
  [/^#cloud-boothook/i, "boothook"],
  [/^#include/i, { unread: INCLUDE }],
  [/^#part-handler/i, { unread: PART_HANDLER }],
  [/^(?:#ps1|<powershell|#\s*autoexecutepowershell)/i, { unread: POWERSHELL }],
  [/^(?:<script|rem cmd)/i, { unread: BATCH }],
  [/^\x1f[\x8b\ufffd]/, { unread: GZIP }],
];

/** Recognizes the form of user data by its start, as the agents do. */
export function formOf(text: string): Form {
  const body = text.trimStart();
  if (body.startsWith("#!")) return scriptForm(body);
  const known = STARTS.find(([start]) => start.test(body));
  if (known) return known[1];
  if (isMime(body)) return { unread: MIME };
  if (isIgnition(body)) return { unread: IGNITION };
  if (/^variant:[ \t]*["']?(?:fcos|flatcar|openshift|r4e|fiot)\b/m.test(body)) return { unread: BUTANE };
  if (isTalos(body)) return { unread: TALOS };
  return body.includes("\0") ? { unread: BINARY } : "nothing";
}

/** The form of a script that says in its first line what runs it. */
function scriptForm(body: string): Form {
  const interpreter = shebang(body);
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
