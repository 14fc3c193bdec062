import { splitLines, type SourceText } from "./source-text";
import { type Command, valueOf } from "./shell/command";

/** What a device is used as. */
export interface DiskUse {
  /** The whole device as the guest names it, `/dev/xvdb`; or as its image maps it, `ephemeral0`. */
  readonly device: string;
  /** `swap`, or the directory it is mounted on. */
  readonly as: string;
}

const VALUED = ["-t", "--types", "-o", "--options", "-L", "--label", "-U", "--uuid", "-p", "--priority"];

/** The use that a command makes of a device, when it does. */
export function findDiskUse(command: Command): DiskUse | undefined {
  const isSwap = command.name === "mkswap" || command.name === "swapon";
  if (!isSwap && command.name !== "mount") return undefined;
  const words = command.arguments;
  const plain = words.filter(({ text }, index) => {
    return !text.startsWith("-") && !VALUED.includes(words[index - 1]?.text ?? "");
  });
  const [what, where = ""] = plain.map((word) => valueOf(word) ?? "");
  return useOf(what, isSwap ? "swap" : where);
}

/** The use that an entry of a mount table makes of a device, when it does. */
export function readDiskUse(what: string, where: string, type: string): DiskUse | undefined {
  return useOf(what, type === "swap" ? "swap" : where);
}

/** What the lines of `/etc/fstab` mount, where and as what. */
export function readMountTable(content: SourceText): { what: string; where: string; type: string }[] {
  return splitLines(content).map(({ text }) => {
    const [what = "", where = "", type = ""] = text.trim().split(/[ \t]+/);
    return { what, where, type };
  });
}

/** A partition is a use of its device; cloud-init knows devices without their folder. */
function useOf(what = "", as: string): DiskUse | undefined {
  const device = /^(?:\/dev\/)?((?:sd|vd|xvd)[a-z]{1,2})\d*$/.exec(what)?.[1];
  if (as === "" || (device === undefined && !/^ephemeral\d+$/.test(what))) return undefined;
  return { device: device === undefined ? what : `/dev/${device}`, as };
}
