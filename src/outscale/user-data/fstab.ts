import { type Mounting, toolOfEntry } from "./bucket-mount";
import { linesOf, type Passage } from "./passage";

/** The buckets that the lines of `/etc/fstab` mount; those of `noauto` lines too, since the intent is written. */
export function readFstab(content: Passage): (Mounting & { readonly line: number })[] {
  return linesOf(content).flatMap(({ text, line }) => {
    const [what = "", where, type] = text.trim().split(/[ \t]+/);
    if (what.startsWith("#") || where === undefined || type === undefined) return [];
    const mounting = entryMounting(what, where, type);
    return mounting ? [{ ...mounting, line }] : [];
  });
}

/** The bucket that an entry of a mount table mounts, when it does. */
export function entryMounting(what: string, where: string, type: string): Mounting | undefined {
  const tool = toolOfEntry(what, type);
  if (tool === undefined) return undefined;
  const target = where.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)));
  return { tool, target: target.startsWith("/") && !/[$%]/.test(target) ? target : undefined };
}
