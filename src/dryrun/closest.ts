import { distance } from "fastest-levenshtein";
import { compare } from "../stack";

/** Names in the order of their likeness to what was written, the most alike first. */
export function closestFirst(written: string, names: readonly string[]): string[] {
  const distances = new Map(names.map((name) => [name, distance(written.toLowerCase(), name.toLowerCase())]));
  return [...names].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0) || compare(a, b));
}
