import { subregionsOf } from "../provider/region";
import type { SharedSettings } from "../provider/settings";

/** Whether a name matches a glob, in which `*` stands for any text and `?` for one character. */
export function matchesGlob(name: string, glob: string): boolean {
  let [inName, inGlob] = [0, 0];
  // Where the last `*` stands, and how far it reaches: it takes one more character each time what follows does not fit.
  let star: { readonly inGlob: number; reach: number } | undefined;
  while (inName < name.length) {
    if (glob[inGlob] === "*") {
      star = { inGlob, reach: inName };
      inGlob += 1;
    } else if (glob[inGlob] === "?" || (inGlob < glob.length && glob[inGlob] === name[inName])) {
      inName += 1;
      inGlob += 1;
    } else if (star) {
      star.reach += 1;
      inName = star.reach;
      inGlob = star.inGlob + 1;
    } else return false;
  }
  return /^\**$/.test(glob.slice(inGlob));
}

/** The settings that tell the members of a group apart by their names. */
type Naming = Pick<SharedSettings, "region" | "memberWords">;

const SEPARATOR = /[-_.]/;

/**
 * What is left of a name without the end tokens that tell the members of a group apart: an index, a Subregion, a role
 * among equals. Digits inside a token belong to the name (`s3-proxy`, `k8s`).
 */
export function stemOf(name: string, { region, memberWords }: Naming): string {
  let stem = name.toLowerCase();
  for (;;) {
    const shorter = cutSubregion(stem, region) ?? cutLastToken(stem, memberWords);
    if (shorter === undefined) return stem;
    stem = shorter;
  }
}

function cutSubregion(name: string, region: string): string | undefined {
  const subregion = subregionsOf(region).find((candidate) => name.endsWith(candidate));
  const before = subregion === undefined ? "" : name.slice(0, -subregion.length);
  return before.length > 1 && SEPARATOR.test(before.slice(-1)) ? before.slice(0, -1) : undefined;
}

function cutLastToken(name: string, memberWords: readonly string[]): string | undefined {
  const end = name.search(/[-_.][^-_.]*$/);
  if (end < 1) return undefined;
  const token = name.slice(end + 1);
  const tellsMembersApart = /^(?:\d*|[a-c]|az-?\d*[a-c]?|\d+[a-c])$/.test(token) || memberWords.includes(token);
  return tellsMembersApart ? name.slice(0, end) : undefined;
}
