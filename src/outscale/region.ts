/** The Subregions of each public region, as `ReadSubregions` answers them. */
const SUBREGION_LETTERS: Readonly<Record<string, readonly string[]>> = {
  "cloudgouv-eu-west-1": ["a", "b", "c"],
  "eu-west-2": ["a", "b", "c"],
  "us-east-2": ["a", "b"],
  "us-west-1": ["a", "b"],
  "ap-northeast-1": ["a", "b"],
};

export const SECTEUR_PUBLIC_REGION = "cloudgouv-eu-west-1";

/** The names of a region's Subregions, `cloudgouv-eu-west-1a` and so on. */
export function subregionsOf(region: string): string[] {
  return (SUBREGION_LETTERS[region] ?? ["a", "b", "c"]).map((letter) => region + letter);
}

/** The region a Subregion lies in, or `undefined` when the text does not name a Subregion. */
export function regionOfSubregion(subregion: string): string | undefined {
  return /^([a-z]+(?:-[a-z]+)+-\d+)[a-z]$/.exec(subregion)?.[1];
}

/** Where a resource lands whose program names no Subregion. */
export function defaultSubregion(region: string): string {
  return `${region}a`;
}

/** The region an endpoint's host name spells, `https://api.cloudgouv-eu-west-1.outscale.com/api/v1`. */
export function regionOfEndpoint(endpoint: string): string | undefined {
  return /^(?:[a-z]+:\/\/)?[a-z0-9-]+\.([a-z]+(?:-[a-z]+)+-\d+)\.(?:oks\.)?outscale\.(?:com|hk)(?::\d+)?(?:\/|$)/i
    .exec(endpoint)?.[1]
    ?.toLowerCase();
}
