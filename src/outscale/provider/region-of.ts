import { certainly, reference, type Resource } from "../../stack";
import { OutscaleProvider } from "./provider";
import type { RegionPlace } from "./region-place";
import { RegionalResource } from "./regional";
import type { System } from "./system";

/** Where a resource names the Subnet that it stands in, whose Subregion is its own. */
const TO_SUBNET = ["subnetId", "subnets"];

/**
 * The Region that a resource lies in: by its Subregion or that of its Subnet, else by its provider, else the one of the
 * convention.
 * @throws {UnknownValue} when that is not known
 */
export function regionOf(system: System, resource: Resource): string {
  return system.memo(regionOf, resource, () => {
    const [place] = [...listOwnPlaces(system, resource), ...listProviderPlaces(system, resource)];
    return place?.region() ?? system.settings.region;
  });
}

/** Whether a resource certainly lies in another Region, where the convention binds nobody. */
export function isInAnotherRegion(system: System, resource: Resource): boolean {
  // Before its creation a resource is judged by itself, and its provider is another.
  return !system.alone && certainly(() => regionOf(system, resource) !== system.settings.region);
}

function listOwnPlaces(system: System, resource: Resource): RegionPlace[] {
  const places = readSubregions(system, resource);
  if (places.length > 0) return places;
  return TO_SUBNET.flatMap((path) => {
    const subnet = certainlyOne(system, resource, path);
    return subnet ? readSubregions(system, subnet) : [];
  });
}

function certainlyOne(system: System, resource: Resource, path: string): Resource | undefined {
  const how = { path: path === "subnets" ? "subnets[0]" : path, types: ["outscale:index/subnet:Subnet"] };
  const found = resource.inputs[path] === undefined ? undefined : reference(system, resource, how);
  return found && "resource" in found ? found.resource : undefined;
}

/** The Subregions that a resource names; of a copy, where it comes from is none. */
function readSubregions(system: System, resource: Resource): RegionPlace[] {
  if (!RegionalResource.types.includes(resource.type)) return [];
  return system
    .view(resource, RegionalResource)
    .regionPlaces()
    .filter(({ path }) => path !== "sourceRegionName");
}

function listProviderPlaces(system: System, resource: Resource): RegionPlace[] {
  const provider = system.all(OutscaleProvider).find((each) => each.provides(resource));
  return provider?.regionPlaces() ?? [];
}
