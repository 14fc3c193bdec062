import type { Boot } from "./boot";
import { readDiskUse } from "./disk-use";
import { readDocuments, type DocumentValue } from "./document";
import { gunzip } from "./gzip";
import { type KeyPlace, stripAddress } from "./key-place";
import { type SourceText, toSourceText } from "./source-text";
import { BROKEN_GZIP, DOWNLOADED_CONFIGURATION, INVALID_IGNITION, LOCAL_FILE } from "./phrase";
import { ROOT_DEVICE } from "./guest-device";
import { isPlainAddress } from "./shell/readings";

/** Adds what Ignition does at the first boot, from its own JSON or from the Butane that becomes it. */
export function readIgnition(config: SourceText, boot: Boot): void {
  const [root, more] = readDocuments(config) ?? [];
  if (!root || more) {
    boot.addUnread(INVALID_IGNITION);
    return;
  }
  const storage = root.get("storage");
  for (const luks of storage.get("luks").items()) {
    boot.addDevice(luks.get("device").text(), "ignition", luks.line, keyPlaceOf(luks));
  }
  const bootDevice = root.get("boot_device").get("luks");
  if (["tpm2", "tang", "cex"].some((key) => bootDevice.get(key).isPresent)) {
    boot.addDevice(ROOT_DEVICE, "ignition", bootDevice.line);
  }
  for (const { get } of storage.get("filesystems").items()) {
    boot.addDiskUse(readDiskUse(get("device").text() ?? "", get("path").text() ?? "", get("format").text() ?? ""));
  }
  for (const file of storage.get("files").items()) addFile(file, boot);
  for (const unit of root.get("systemd").get("units").items()) addUnit(unit, boot);
  const { merge, replace } = { merge: hasSource(root, "merge"), replace: hasSource(root, "replace") };
  if (merge || replace) boot.addUnread(DOWNLOADED_CONFIGURATION);
  if (storage.get("trees").items().length > 0) boot.addUnread(LOCAL_FILE);
}

/** Where the key of a device lies: what no clevis guards, Ignition keeps on the disk that the VM starts from. */
function keyPlaceOf({ get }: DocumentValue): KeyPlace | undefined {
  const clevis = get("clevis");
  if (["tpm2", "tang", "custom"].some((pin) => clevis.get(pin).isPresent)) return undefined;
  const file = ["keyFile", "key_file"].map((name) => get(name)).find(({ isPresent }) => isPresent);
  const source = file?.get("source");
  const address = source?.text() ?? "";
  if (isPlainAddress(address)) return { in: "address", address: stripAddress(address) };
  const inline = file?.get("inline");
  if (inline?.isPresent) return { in: "user data", line: inline.line };
  if (source && address.startsWith("data:")) return { in: "user data", line: source.line };
  return { in: "file", path: `/etc/luks/${get("name").text() ?? ""}` };
}

function hasSource(root: DocumentValue, key: string): boolean {
  const config = root.get("ignition").get("config").get(key);
  return config.items().length > 0 || config.get("source").isPresent;
}

function addUnit(unit: DocumentValue, boot: Boot): void {
  const path = `/etc/systemd/system/${unit.get("name").text() ?? ""}`;
  for (const { get } of [unit, ...unit.get("dropins").items()]) {
    const dropin = get("name").text() ?? "";
    const contents = get("contents");
    if (get("contents_local").isPresent) boot.addUnread(LOCAL_FILE);
    if (contents.text() === undefined) continue;
    boot.addFile(path.endsWith(`/${dropin}`) ? path : `${path}.d/${dropin}`, contents.sourceText(), false);
  }
}

function addFile(file: DocumentValue, boot: Boot): void {
  const path = file.get("path").text();
  if (path === undefined) return;
  const pieces = [file.get("contents"), ...file.get("append").items()];
  for (const [index, piece] of pieces.entries()) {
    const inline = piece.get("inline");
    const url = piece.get("source");
    if (inline.text() !== undefined) boot.addFile(path, inline.sourceText(), index > 0);
    else if (piece.get("local").isPresent) boot.addUnread(LOCAL_FILE);
    else if (url.text() !== undefined)
      addSource(boot, path, url, piece.get("compression").text() === "gzip", index > 0);
  }
}

/** A file given by its URL, which in most cases holds the file itself. */
function addSource(boot: Boot, path: string, url: DocumentValue, isCompressed: boolean, append: boolean): void {
  const [, encoding, data] = /^data:[^,]*?(;base64)?,([^]*)$/.exec(url.text() ?? "") ?? [];
  if (data === undefined) {
    if (url.text() !== "") boot.addOpaque(path, true, [url.text() ?? ""], url.line);
    return;
  }
  const bytes = encoding === undefined ? Buffer.from(decodePercent(data), "latin1") : Buffer.from(data, "base64");
  const written = isCompressed ? gunzip(bytes) : bytes;
  if (!written) {
    boot.addUnread(BROKEN_GZIP);
    return;
  }
  const text = toSourceText(written.toString("utf8"), url.line, url.line);
  boot.addText(text);
  boot.addFile(path, text, append);
}

/** The bytes of a URL's text, one to a character. */
function decodePercent(data: string): string {
  return Buffer.from(data, "utf8")
    .toString("latin1")
    .replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
