import { type Resource, type Stack, Unknown, type Value, type Values, valueAt } from "../stack";
import { regionOfEndpoint } from "./region";
import { elementPaths, View } from "./view";

/** One place where a program says which region it deploys to. */
export interface RegionPlace {
  readonly path: string;
  /** The region's name; `undefined` when what is written names none. Reading an unknown throws. */
  region(): string | undefined;
}

/** The provider's own configuration: an explicit provider, or the default one that Pulumi makes from the stack's. */
export class OutscaleProvider extends View<"pulumi:providers:outscale"> {
  static readonly types = ["pulumi:providers:outscale"] as const;

  constructor(resource: Resource, stack: Stack) {
    super(resource, stack, decoded(resource.inputs));
  }

  /** Every place that names a region, or an endpoint whose host does. */
  regionPlaces(): RegionPlace[] {
    const { written } = this;
    const inputs = decoded(this.resource.inputs);
    const places: (RegionPlace | undefined)[] = [
      place(inputs, "region", () => written.region),
      place(inputs, "api.region", () => written.api?.region),
      place(inputs, "api.endpoint", () => hostRegion(written.api?.endpoint)),
      place(inputs, "oks.region", () => written.oks?.region),
      place(inputs, "oks.endpoint", () => hostRegion(written.oks?.endpoint)),
      ...elementPaths(inputs, "endpoints").flatMap((path, index) => [
        place(inputs, `${path}.api`, () => hostRegion(written.endpoints?.[index]?.api)),
        place(inputs, `${path}.oks`, () => hostRegion(written.endpoints?.[index]?.oks)),
      ]),
    ];
    return places.filter((found) => found !== undefined);
  }
}

function hostRegion(endpoint: string | undefined): string | undefined {
  return endpoint === undefined ? undefined : regionOfEndpoint(endpoint);
}

function place(inputs: Values, path: string, region: () => string | undefined): RegionPlace | undefined {
  const written = valueAt(inputs, path);
  return written === undefined || written === "" ? undefined : { path, region };
}

/** Pulumi hands lists and objects to a provider as JSON text. */
function decoded(inputs: Values): Values {
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
