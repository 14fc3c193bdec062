import { type Mounting, findToolOfEntry } from "./bucket-mount";
import { splitLines, type SourceText } from "./source-text";

/** The buckets that the lines of `/etc/fstab` mount; those of `noauto` lines too, since the intent is written. */
export function readFstab(content: SourceText): (Mounting & { readonly line: number })[] {
  return splitLines(content).flatMap(({ text, line }) => {
    const [what = "", where, type] = text.trim().split(/[ \t]+/);
    if (what.startsWith("#") || where === undefined || type === undefined) return [];
    const mounting = readMountingEntry(what, where, type);
    return mounting ? [{ ...mounting, line }] : [];
  });
}

/** The bucket that an entry of a mount table mounts, when it does. */
export function readMountingEntry(what: string, where: string, type: string): Mounting | undefined {
  const tool = findToolOfEntry(what, type);
  if (tool === undefined) return undefined;
  const target = where.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(parseInt(code, 8)));
  return { tool, target: target.startsWith("/") && !/[$%]/.test(target) ? target : undefined };
}
