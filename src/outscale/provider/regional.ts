import type { Inputs } from "./inputs";
import { regionPlace, type RegionPlace } from "./region-place";
import { elementPaths, type Token, View } from "./view";

type Properties = { readonly [T in Token]?: readonly (keyof Inputs[T] & string)[] };

/** The properties that name Subregions, one or a list. */
const SUBREGIONS: Properties = {
  "outscale:index/flexibleGpu:FlexibleGpu": ["subregionName"],
  "outscale:index/loadBalancer:LoadBalancer": ["subregionNames"],
  "outscale:index/loadBalancerPolicy:LoadBalancerPolicy": ["subregionNames"],
  "outscale:index/oksCluster:OksCluster": ["cpSubregions"],
  "outscale:index/subnet:Subnet": ["subregionName"],
  "outscale:index/vm:Vm": ["placementSubregionName"],
  "outscale:index/volume:Volume": ["subregionName"],
};

/** The properties that name a region. */
const REGIONS: Properties = {
  "outscale:index/image:Image": ["sourceRegionName"],
  "outscale:index/oksProject:OksProject": ["region"],
  "outscale:index/snapshot:Snapshot": ["sourceRegionName"],
};

/** A resource that may say where it lies. */
export class RegionalResource extends View<Token> {
  static readonly types = [...Object.keys(SUBREGIONS), ...Object.keys(REGIONS)];

  /** Every place where it names a Subregion or a region. */
  regionPlaces(): RegionPlace[] {
    const { resource } = this;
    const { inputs } = resource;
    const subregions = propertiesOf(SUBREGIONS, resource.type).flatMap((name) =>
      Array.isArray(inputs[name]) ? elementPaths(inputs, name) : [name],
    );
    return [
      ...subregions.flatMap((path) => regionPlace(resource, inputs, path, "Subregion")),
      ...propertiesOf(REGIONS, resource.type).flatMap((path) => regionPlace(resource, inputs, path, "region")),
    ];
  }
}

function propertiesOf(properties: Properties, type: string): readonly string[] {
  return (properties as Readonly<Record<string, readonly string[] | undefined>>)[type] ?? [];
}
