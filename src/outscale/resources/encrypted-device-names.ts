import { lettersOf } from "../user-data/guest-device";

// A name as it may stand in a file, with nothing in it that only the boot can tell: no variable, pattern or condition.
const NAME =
  /^(?:\/[\w.:@%+=,\\/-]+|(?:UUID|LABEL|PARTUUID|PARTLABEL|ID)=["']?[\w.:@%+/ -]+["']?|[a-z]:(?:\\[^$*?]*)?)$/i;

/**
 * Whether an encrypted device that user data opens, and that is not certainly one of the API's, may be the one of some
 * names: a partition of it, or what only the boot can name. A link, a logical volume, a loop or a drive has a name, and
 * nothing tells of which device it is.
 */
export function mayBeDevice(untraced: string, names: () => readonly string[]): boolean {
  const whole = wholeDevice(untraced);
  return whole === undefined ? !NAME.test(untraced) : names().includes(whole);
}

/** Whether it has a name that leads to none of the API's devices. */
export function isUntraceable(untraced: string): boolean {
  return wholeDevice(untraced) === undefined && NAME.test(untraced);
}

/** The device of the guest that a name is of, or of a partition of which. */
function wholeDevice(name: string): string | undefined {
  const whole = name.replace(/(?<!\d)\d+$/, "");
  return lettersOf(whole) === undefined ? undefined : whole;
}
