import type { Boot } from "./boot";
import { readDiskUse } from "./disk-use";
import { readDocuments, type DocumentValue } from "./document";
import { readMountingEntry } from "./fstab";
import { gunzip } from "./gzip";
import { joinSources, toSourceText, type SourceText } from "./source-text";
import { BROKEN_GZIP, CONFIGURATION_AGENT, DOWNLOADED_FILE, INVALID_YAML } from "./phrase";

/** Modules that have another program fetch and apply what is to be done. */
const AGENTS = ["ansible", "chef", "puppet", "salt_minion"];

/** Adds what a cloud-config does at boot; values of a type that cloud-init does not take are passed over. */
export function readCloudConfig(config: SourceText, boot: Boot): void {
  const [root, more] = readDocuments(config) ?? [];
  if (!root || more) {
    boot.addUnread(INVALID_YAML);
    return;
  }
  for (const key of ["bootcmd", "runcmd"]) {
    const lines = root.get(key).items().map(shellLine);
    if (lines.length > 0) boot.addScript(joinSources(lines));
  }
  for (const file of root.get("write_files").items()) addFile(file, boot);
  for (const entry of root.get("mounts").items()) {
    const [what = "", where = "", type = ""] = entry.items().map((field) => field.text() ?? "");
    boot.addMount(what, where, type);
    const mounting = readMountingEntry(what, where, type);
    if (mounting) boot.addMounting(mounting, entry.line);
  }
  for (const way of root.get("fs_setup").items()) addFileSystem(way, boot);
  if (AGENTS.some((agent) => root.get(agent).isPresent)) boot.addUnread(CONFIGURATION_AGENT);
}

/** A file system, made as cloud-init does or by a command with its names filled in. */
function addFileSystem(way: DocumentValue, boot: Boot): void {
  if (way.get("filesystem").text() === "swap") boot.addDiskUse(readDiskUse(way.get("device").text() ?? "", "", "swap"));
  const command = way.get("cmd");
  if (!command.isPresent) return;
  const { text, lineAt } = shellLine(command);
  const filled = text.replace(/%\((\w+)\)s/g, (_, name: string) => way.get(name).text() ?? `$${name}`);
  boot.addScript({ text: filled, lineAt });
}

/** A command of `runcmd`: a line of shell, or words that cloud-init quotes. */
function shellLine(command: DocumentValue): SourceText {
  const line = command.text();
  if (line !== undefined) return joinSources([command.sourceText(), toSourceText("\n", command.line)]);
  const words = command.items().map((word) => `'${(word.text() ?? "").replaceAll("'", "'\\''")}'`);
  return toSourceText(`${words.join(" ")}\n`, command.line, command.lastLine);
}

function addFile(file: DocumentValue, boot: Boot): void {
  const path = file.get("path").text();
  if (path === undefined) return;
  const address = file.get("source").get("uri").text();
  if (address !== undefined) {
    boot.addUnread(DOWNLOADED_FILE);
    boot.addOpaque(path, true, [address], file.line);
  }
  const content = file.get("content");
  const text = content.text();
  if (text === undefined) return;
  const encodings = (file.get("encoding").text() ?? "").trim().toLowerCase().split("+");
  const append = file.get("append").text() === "true";
  const isEncoded = encodings.some((encoding) => encoding === "b64" || encoding === "base64");
  const isCompressed = encodings.some((encoding) => encoding === "gz" || encoding === "gzip");
  if (!isEncoded && !isCompressed) {
    boot.addFile(path, content.sourceText(), append);
    return;
  }
  const bytes = isEncoded ? Buffer.from(text, "base64") : content.bytes();
  const written = isCompressed && bytes ? gunzip(bytes) : bytes;
  if (written) boot.addFile(path, hidden(boot, written, content.line), append);
  else boot.addUnread(BROKEN_GZIP);
}

/** A text that is written in an encoding, all of it on the line where that is. */
function hidden(boot: Boot, bytes: Buffer, line: number): SourceText {
  const text = toSourceText(bytes.toString("utf8"), line, line);
  boot.addText(text);
  return text;
}
