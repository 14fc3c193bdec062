import type { Boot } from "./boot";
import { readCloudConfig } from "./cloud-config";
import { readDocuments } from "./document";
import { type Form, recognizeForm, recognizePart } from "./form";
import { readIgnition } from "./ignition";
import { readShebang } from "./interpreter";
import { readTemplate } from "./jinja";
import { splitMime } from "./mime";
import { type SourceText, cutSource } from "./source-text";
import { BATCH, BROKEN_MIME, INVALID_YAML, JINJA, TOO_DEEP } from "./phrase";
import { readPowerShell } from "./powershell";
import { readTalos } from "./talos";

const MAX_DEPTH = 8;

/** Adds what a document does at boot, whatever its form and that of its parts. */
export function readBody(body: SourceText, boot: Boot): void {
  read(recognizeForm(body.text), body, boot, 0);
}

function read(form: Form, body: SourceText, boot: Boot, depth: number): void {
  if (depth > MAX_DEPTH) {
    boot.addUnread(TOO_DEEP);
    return;
  }
  if (typeof form === "object") {
    boot.addUnread(form.unread);
    return;
  }
  switch (form) {
    case "shell":
      boot.addScript(body);
      return;
    case "boothook":
      readBoothook(body, boot);
      return;
    case "cloud-config":
      readCloudConfig(body, boot);
      return;
    case "archive":
      readArchive(body, boot, depth);
      return;
    case "template": {
      const filled = readTemplate(body);
      if (filled) read(recognizeForm(filled.text), filled, boot, depth + 1);
      else boot.addUnread(JINJA);
      return;
    }
    case "mime":
      readMime(body, boot, depth);
      return;
    case "powershell":
      readWindowsScripts(body, boot);
      return;
    case "ignition":
      readIgnition(body, boot);
      return;
    case "talos":
      readTalos(body, boot);
      return;
    case "nothing":
      return;
  }
}

/** Reads the parts of a MIME document, each in its own form. */
function readMime(body: SourceText, boot: Boot, depth: number): void {
  for (const part of splitMime(body)) {
    if (!part) {
      boot.addUnread(BROKEN_MIME);
      continue;
    }
    if (part.isEncoded) boot.addText(part.body);
    read(recognizePart(part.type, part.body.text), part.body, boot, depth + 1);
  }
}

/** The parts of an archive, each of which may say its type. */
function readArchive(body: SourceText, boot: Boot, depth: number): void {
  const [root, more] = readDocuments(body) ?? [];
  if (!root || more) boot.addUnread(INVALID_YAML);
  else
    for (const item of root.items()) {
      const content = item.text() === undefined ? item.get("content") : item;
      const text = content.sourceText();
      read(recognizePart(item.get("type").text()?.toLowerCase() ?? "", text.text), text, boot, depth + 1);
    }
}

/** The script below the line that says it is a boothook. */
function readBoothook(body: SourceText, boot: Boot): void {
  const { text } = body;
  const start = text.length - text.trimStart().length;
  const isSaid = /^#cloud-boothook/i.test(text.slice(start));
  const end = isSaid ? text.indexOf("\n", start) : start - 1;
  if (isSaid && end === -1) return;
  const line = text.slice(0, end + 1).split("\n").length - 1;
  const script = cutSource(body, line, text.slice(end + 1));
  const interpreter = readShebang(script.text);
  if (typeof interpreter === "object") boot.addUnread(interpreter);
  else boot.addScript(script);
}

/** Scripts for Windows stand between tags, or are the whole of the text. */
function readWindowsScripts(body: SourceText, boot: Boot): void {
  const { text } = body;
  if (!/^\s*</.test(text)) {
    readPowerShell(body, boot);
    return;
  }
  if (/<script\b/i.test(text)) boot.addUnread(BATCH);
  const lines = text.split("\n");
  let start: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (start === undefined && /<powershell[^>]*>/i.test(line)) start = index;
    if (start === undefined || (index < lines.length - 1 && !/<\/powershell>/i.test(line))) continue;
    const block = lines.slice(start, index + 1).join("\n");
    readPowerShell(cutSource(body, start, block.replace(/^[^]*?<powershell[^>]*>|<\/powershell>[^]*$/gi, "")), boot);
    start = undefined;
  }
}
