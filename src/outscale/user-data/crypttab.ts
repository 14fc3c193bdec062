import { isWithoutHeader, type UnlockedDevice, withKeyFile } from "./luks";
import { splitLines, type SourceText } from "./source-text";

/** The devices that the lines of `/etc/crypttab` open; those of `noauto` lines too, since the intent is written. */
export function readCrypttab(content: SourceText): (UnlockedDevice & { readonly line: number })[] {
  return splitLines(content).flatMap(({ text, line }) => {
    const [name = "", device, key, options] = text.trim().split(/[ \t]+/);
    if (name === "" || name.startsWith("#") || device === undefined || isWithoutHeader(key, options)) return [];
    const values = device.includes("$") ? [] : [device];
    const opening = { device: { text: device, values, from: [] }, by: "crypttab" as const };
    // What a script is given is its own affair, unless it is a file.
    const isOfScript = /(?:^|,)keyscript=/.test(options ?? "") && key?.startsWith("/") !== true;
    return [{ ...(isOfScript ? opening : withKeyFile(opening, key, name)), line }];
  });
}
