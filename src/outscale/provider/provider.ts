import { ifKnown, isValues, type Resource, Unknown, type Value, type Values } from "../../stack";
import { regionPlace, type RegionPlace } from "./region-place";
import { RegionalResource } from "./regional";
import type { System } from "./system";
import { elementPaths, View } from "./view";

/** The provider's own configuration: an explicit provider, or the default one that Pulumi makes from the stack's. */
export class OutscaleProvider extends View<"pulumi:providers:outscale"> {
  static readonly types = ["pulumi:providers:outscale"] as const;
  readonly #inputs: Values;

  constructor(resource: Resource, system: System) {
    const inputs = decodeSetting(resource.inputs);
    super(resource, system, inputs);
    this.#inputs = inputs;
  }

  /** Every place that names a region, or an endpoint whose host does. */
  regionPlaces(): RegionPlace[] {
    const endpoints = elementPaths(this.#inputs, "endpoints").flatMap((path) => [`${path}.api`, `${path}.oks`]);
    return [
      ...["region", "api.region", "oks.region"].flatMap((path) => this.#place(path, "region")),
      ...["api.endpoint", "oks.endpoint", ...endpoints].flatMap((path) => this.#place(path, "endpoint")),
    ];
  }

  /**
   * The regions that the resources of this provider name, as far as they are known.
   * @throws {NeedsStack} when one resource alone is in sight
   */
  regionsOfResources(): ReadonlySet<string> {
    this.system.needWhole();
    const own = this.system.all(RegionalResource).filter(({ resource }) => this.provides(resource));
    const places = own.flatMap((resource) => resource.regionPlaces());
    return new Set(places.map((place) => ifKnown(() => place.region())).filter((region) => region !== undefined));
  }

  #place(path: string, spelling: "region" | "endpoint"): RegionPlace[] {
    return regionPlace(this.resource, this.#inputs, path, spelling);
  }

  /** Whether it makes a resource. */
  provides({ provider }: Resource): boolean {
    // Some doors add the provider's id to its urn.
    return provider === this.resource.urn || provider?.startsWith(`${this.resource.urn}::`) === true;
  }
}

/** Pulumi hands lists and objects to a provider as JSON text. */
export function decodeSetting(inputs: Values): Values {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, isJsonText(name, value) ? parsed(value) : value]),
  );
}

function isJsonText(name: string, value: Value): value is string {
  return ["api", "endpoints", "oks"].includes(name) && typeof value === "string";
}

function parsed(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return new Unknown();
  }
}

/**
 * Whether a resource may be made at an endpoint of Outscale's, whatever provider makes it: the API of Outscale answers EC2
 * calls too. Where it is not told which provider a resource has, any of its package may be it.
 */
export function mayBeAtOutscale(system: System, { type, provider }: Resource): boolean {
  const own = provider === undefined ? undefined : system.get(provider);
  const providers = own ? [own] : system.ofTypes([`pulumi:providers:${type.split(":")[0] ?? ""}`]);
  return providers.some(({ inputs }) => {
    const { region, endpoints } = decodeSetting(inputs);
    return (
      (typeof region === "string" && OUTSCALE_REGION.test(region)) ||
      OUTSCALE_HOST.test(JSON.stringify(inputs)) ||
      mayLead(endpoints)
    );
  });
}

const OUTSCALE_HOST = /\.outscale\.(?:com|hk)\b/i;
/** A region that no other cloud has. */
const OUTSCALE_REGION = /^cloudgouv-/i;
/** Where calls certainly end elsewhere: at AWS, or on this machine. */
const ELSEWHERE = /^(?:https?:\/\/)?(?:[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?|localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/i;

/** Whether endpoints that are written may lead to Outscale: one by an address, or one that is not known, may lead anywhere. */
function mayLead(endpoints: Value | undefined): boolean {
  if (endpoints === undefined) return false;
  if (endpoints instanceof Unknown) return true;
  if (Array.isArray(endpoints)) return endpoints.some((each: Value) => mayLead(each));
  if (isValues(endpoints)) return Object.values(endpoints).some(mayLead);
  return typeof endpoints === "string" && endpoints !== "" && !ELSEWHERE.test(endpoints);
}
