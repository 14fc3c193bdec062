import { matchesGlob } from "../grouping/names";

/** Stands for a name that no document holds. */
const ANY = "\u{e000}";
const ACCOUNT = ANY.repeat(12);

/** Callers whom nobody has named: an account, its own key, users, roles and sessions, and a canonical user. */
const STRANGERS = [
  ACCOUNT,
  ANY.repeat(64),
  ...["root", `user/${ANY}`, `role/${ANY}`].map((whom) => `arn:aws:iam::${ACCOUNT}:${whom}`),
  `arn:aws:sts::${ACCOUNT}:assumed-role/${ANY}/${ANY}`,
];

/**
 * Whether a pattern fits callers whom nobody has named, in whatever spelling: `*`, `?*`, `arn:aws:iam::*:root`. Whoever has
 * an account is one of those.
 */
export function fitsStrangers(pattern: string): boolean {
  const plain = pattern.trim().toLowerCase();
  return STRANGERS.some((stranger) => matchesGlob(stranger, plain));
}
