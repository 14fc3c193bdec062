import { plausibleObject, type Plausible } from "./plausible";
import { functionSchema } from "./schema";
import type { WireObject } from "./wire";

/** What a data source answers: what it was asked with, and lists of one element of the right shape. */
export function dataSource(token: string, args: WireObject, by: Plausible): WireObject {
  const answered = { ...plausibleObject(by, functionSchema(token).outputs ?? {}), ...args };
  switch (token.split(":").at(-1)) {
    case "getSubregions":
      return { ...answered, subregions: subregionsOf(by.region) };
    case "getRegions":
      return { ...answered, regions: [{ endpoint: `api.${by.region}.outscale.com`, regionName: by.region }] };
    default:
      return answered;
  }
}

function subregionsOf(region: string): WireObject[] {
  const letters = WITH_THREE.includes(region) ? ["a", "b", "c"] : ["a", "b"];
  return letters.map((letter, index) => ({
    locationCode: `SEC${String(index + 1)}`,
    regionName: region,
    state: "available",
    subregionName: region + letter,
  }));
}

const WITH_THREE = ["cloudgouv-eu-west-1", "eu-west-2"];
