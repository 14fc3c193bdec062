import { isPlain, type Opening } from "./luks";
import { linesOf, type Passage } from "./passage";

/** The devices that the lines of `/etc/crypttab` open; those of `noauto` lines too, since the intent is written. */
export function readCrypttab(content: Passage): (Opening & { readonly line: number })[] {
  return linesOf(content).flatMap(({ text, line }) => {
    const [name = "", device, key, options] = text.trim().split(/[ \t]+/);
    if (name === "" || name.startsWith("#") || device === undefined || isPlain(key, options)) return [];
    const values = device.includes("$") ? [] : [device];
    return [{ device: { text: device, values, from: [] }, by: "crypttab" as const, line }];
  });
}
