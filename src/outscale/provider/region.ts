/** The letters of each public region's Subregions, as `ReadSubregions` answers them. */
const SUBREGION_LETTERS: Readonly<Record<string, readonly string[]>> = {
  "ap-northeast-1": ["a", "b"],
  "cloudgouv-eu-west-1": ["a", "b", "c"],
  "eu-west-2": ["a", "b", "c"],
  "us-east-2": ["a", "b"],
  "us-west-1": ["a", "b"],
};

export const REGIONS: readonly string[] = Object.keys(SUBREGION_LETTERS);

/** The names of a region's Subregions, `cloudgouv-eu-west-1a` and so on. */
export function subregionsOf(region: string): string[] {
  return (SUBREGION_LETTERS[region] ?? ["a", "b", "c"]).map((letter) => region + letter);
}

const REGION = "[a-z]+(?:-[a-z]+)+-\\d+";

/** The region a Subregion lies in, or `undefined` when the text does not name a Subregion. */
export function regionOfSubregion(subregion: string): string | undefined {
  return new RegExp(`^(${REGION})[a-z]$`).exec(subregion)?.[1];
}

/** Whether a text has the form of a region's name; a message quotes nothing else as a region. */
export function isRegionName(text: string): boolean {
  return new RegExp(`^${REGION}$`).test(text);
}

/** Where a resource lands whose program names no Subregion. */
export function defaultSubregion(region: string): string {
  return `${region}a`;
}

/** The region that the host of an Outscale endpoint spells, `https://api.cloudgouv-eu-west-1.outscale.com/api/v1`. */
export function regionOfEndpoint(endpoint: string): string | undefined {
  return new RegExp(`^(?:[a-z]+://)?[a-z0-9-]+\\.(${REGION})\\.(?:oks\\.)?outscale\\.(?:com|hk)(?::\\d+)?(?:/|$)`, "i")
    .exec(endpoint)?.[1]
    ?.toLowerCase();
}
