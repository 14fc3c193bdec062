import { findClosest } from "../config";
import { subregionsOf, type System, tiersOf } from "../outscale";
import type { Lost } from "../resilience";
import { formatList, UserError } from "../text";

/**
 * What the user asks to do without: Subregions by their letter or their name, and tiers as `tier:database`.
 * @throws {UserError} when it is none of the stack's, or nothing
 */
export function readLost(without: readonly string[], system: System): Lost | undefined {
  if (without.length === 0) return undefined;
  const found = without.flatMap((written) => readEach(written, system));
  return {
    subregions: [...new Set(found.flatMap((each) => each.subregions))],
    tiers: [...new Set(found.flatMap((each) => each.tiers))],
  };
}

/** Several with commas between them; the name of a tier may have commas too, and is tried first. */
function readEach(written: string, system: System): Lost[] {
  const whole = find(written, system);
  return whole ? [whole] : written.split(",").map((each) => find(each, system) ?? refuse(each, system));
}

function find(written: string, system: System): Lost | undefined {
  const { region } = system.settings;
  const wanted = written.trim().toLowerCase();
  const subregions = subregionsOf(region).filter((subregion) => subregion === wanted || subregion === region + wanted);
  const tiers = tiersOf(system).filter(({ name }) => `tier:${name}`.toLowerCase() === wanted);
  return subregions.length + tiers.length === 0 ? undefined : { subregions, tiers };
}

function refuse(written: string, system: System): never {
  const tiers = tiersOf(system).map(({ name }) => `tier:${name}`);
  const subregions = formatList(subregionsOf(system.settings.region));
  const closest = /^tier:/i.test(written) && tiers.length > 0 ? findClosest(written.toLowerCase(), tiers) : undefined;
  throw new UserError({
    en: `--without is ${JSON.stringify(written)}. Accepted: the Subregions ${subregions.en}, by their letter too, and tiers of this stack as \`tier:<name>\`${closest === undefined ? "" : `; the closest is ${closest}`}.`,
    fr: `--without vaut ${JSON.stringify(written)}. Acceptés : les Sous-régions ${subregions.fr}, par leur lettre aussi, et les tiers de cette stack sous la forme \`tier:<nom>\`${closest === undefined ? "" : ` ; le plus proche est ${closest}`}.`,
  });
}
