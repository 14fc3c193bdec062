import { subregionsOf, type System, tiersOf } from "../outscale";
import type { Lost } from "../resilience";
import { unknownName } from "./unknown-name";

/**
 * What the user asks to do without: Subregions by their letter or their name, and tiers as `tier:database`.
 * @throws {UserError} when it is none of the stack's, with the closest that is
 */
export function readLost(without: readonly string[], system: System): Lost | undefined {
  const wanted = without.flatMap((written) => written.split(",")).filter((each) => each !== "");
  if (wanted.length === 0) return undefined;
  const subregions = subregionsOf(system.settings.region);
  const tiers = tiersOf(system);
  const known = [...subregions, ...tiers.map(({ name }) => `tier:${name}`)];
  const found = wanted.map((each) => {
    const place = subregions.find((subregion) => subregion === each || subregion === system.settings.region + each);
    const named = tiers.filter(({ name }) => `tier:${name}`.toLowerCase() === each.toLowerCase());
    if (place === undefined && named.length === 0) throw unknownName("--without", each, known);
    return { subregions: place === undefined ? [] : [place], tiers: named };
  });
  return {
    subregions: [...new Set(found.flatMap((each) => each.subregions))],
    tiers: [...new Set(found.flatMap((each) => each.tiers))],
  };
}
