import { isValues, type Value, type Values } from "../../stack";
import * as schema from "./outscale-1.8.0.schema.json";
import { REGIONS, subregionsOf } from "./region";

/** The provider's package: its schema, and the data sources whose answers are public knowledge. */
export const OUTSCALE_PACKAGE = {
  schema,
  answers: {
    "outscale:index/getSubregions:getSubregions": subregions,
    "outscale:index/getRegions:getRegions": regions,
  },
};

function subregions(args: Values, provider: Values): object | undefined {
  // A region that the environment would give is not known here, and neither are its Subregions.
  const region = provider["region"];
  const filters = filtersOf(args["filters"]);
  if (typeof region !== "string" || filters === undefined) return undefined;
  const every = subregionsOf(region).map((name) => ({ subregionName: name, regionName: region, state: "available" }));
  return {
    id: "subregions",
    requestId: "",
    subregions: every.filter((subregion) => filters.every((filter) => filter(subregion))),
  };
}

function regions(): object {
  return {
    id: "regions",
    requestId: "",
    regions: REGIONS.map((name) => ({ regionName: name, endpoint: `api.${name}.outscale.com` })),
  };
}

interface SubregionAnswer {
  readonly subregionName: string;
  readonly regionName: string;
  readonly state: string;
}

const FILTERED: Readonly<Record<string, keyof SubregionAnswer>> = {
  subregion_names: "subregionName",
  region_names: "regionName",
  states: "state",
};

/** What the call keeps; `undefined` when that cannot be told. */
function filtersOf(value: Value | undefined): ((subregion: SubregionAnswer) => boolean)[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  const filters = (value as readonly Value[]).map(filterOf);
  return filters.every((filter) => filter !== undefined) ? filters : undefined;
}

function filterOf(value: Value): ((subregion: SubregionAnswer) => boolean) | undefined {
  if (!isValues(value) || typeof value["name"] !== "string") return undefined;
  const property = FILTERED[value["name"]];
  const wanted = value["values"];
  if (property === undefined || !Array.isArray(wanted)) return undefined;
  const texts = wanted as readonly Value[];
  if (!texts.every((text) => typeof text === "string")) return undefined;
  return (subregion) => texts.includes(subregion[property]);
}
