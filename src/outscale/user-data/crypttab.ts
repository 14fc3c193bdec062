import { isWithoutHeader, type UnlockedDevice } from "./luks";
import { splitLines, type SourceText } from "./source-text";

/** The devices that the lines of `/etc/crypttab` open; those of `noauto` lines too, since the intent is written. */
export function readCrypttab(content: SourceText): (UnlockedDevice & { readonly line: number })[] {
  return splitLines(content).flatMap(({ text, line }) => {
    const [name = "", device, key, options] = text.trim().split(/[ \t]+/);
    if (name === "" || name.startsWith("#") || device === undefined || isWithoutHeader(key, options)) return [];
    const values = device.includes("$") ? [] : [device];
    return [{ device: { text: device, values, from: [] }, by: "crypttab" as const, line }];
  });
}
