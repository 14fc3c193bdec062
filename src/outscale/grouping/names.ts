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
  const text = name.toLowerCase();
  let end = text.length;
  for (;;) {
    const shorter = endBeforeSubregion(text, end, region) ?? endBeforeToken(text, end, memberWords);
    if (shorter === undefined) return text.slice(0, end);
    end = shorter;
  }
}

function endBeforeSubregion(name: string, end: number, region: string): number | undefined {
  const subregion = subregionsOf(region).find((candidate) => name.endsWith(candidate, end));
  const separator = subregion === undefined ? 0 : end - subregion.length - 1;
  return separator > 0 && SEPARATOR.test(name.charAt(separator)) ? separator : undefined;
}

function endBeforeToken(name: string, end: number, memberWords: readonly string[]): number | undefined {
  let separator = end - 1;
  while (separator > 0 && !SEPARATOR.test(name.charAt(separator))) separator -= 1;
  if (separator < 1) return undefined;
  const token = name.slice(separator + 1, end);
  const tellsMembersApart = /^(?:\d*|[a-c]|az-?\d*[a-c]?|\d+[a-c])$/.test(token) || memberWords.includes(token);
  return tellsMembersApart ? separator : undefined;
}
