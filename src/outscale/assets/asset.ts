import { addTo, compare, type Resource, type Subject } from "../../stack";

/** What kind of thing a commitment can be claimed for. */
export type AssetKind =
  | "tier"
  | "entry"
  | "node pool"
  | "net"
  | "resource"
  | "use of object storage"
  | "backup"
  | "control plane"
  | "subregion"
  | "region"
  | "account";

/** Something deployed that a commitment can be claimed for. */
export interface Asset {
  readonly kind: AssetKind;
  /** What stands for it: itself, or the first of its parts. */
  readonly resource: Resource;
  readonly name: string;
  /** The resources that it consists of: a verdict about one of these bears on it. */
  readonly parts: readonly Resource[];
  /** What verdicts are about, where that is the asset itself. */
  readonly subject?: Subject;
  /** What tells it from another of the same name. */
  readonly application?: string | undefined;
  readonly environment?: string | undefined;
  /** Whether it may serve production: not what certainly is for something else. */
  readonly isProduction: boolean;
  /** Whether Outscale runs it for the whole Region, so that no Subregion could hold an equivalent of it. */
  readonly isRegional: boolean;
  /** Whether it is of OUTSCALE Kubernetes as a Service, which the convention does not name. */
  readonly isOks: boolean;
  /** Whether something hangs on it that only all its parts together can lose. */
  readonly isWhole: boolean;
  /** Whether what its VMs do is only guessed, so that it is not certain that each job is everywhere. */
  readonly isGuessed: boolean;
  /** Whether nothing says which others are equivalent to it. */
  readonly isLoose: boolean;
  /** Whether its VMs certainly hold data, which they would have to replicate. */
  readonly holdsData?: () => boolean;
  /**
   * Whether all of it stands in a single Subregion; without it, that is not asked.
   * @throws {Undecided} when that is not known
   */
  readonly standsAlone?: () => boolean;
  /** Whether that is certainly accepted, by the declaration of the program or of the configuration. */
  readonly mayStandAlone?: () => boolean;
  /** Whether one of its VMs certainly only takes part in votes. */
  readonly hasWitness?: () => boolean;
}

/** What differs from one resource that stands for itself, serves production and lies in one Subregion. */
type Particulars = Partial<Omit<Asset, "resource">>;

/** One resource as an asset. */
export function makeAsset(resource: Resource, particulars: Particulars = {}): Asset {
  return {
    ...{ kind: "resource", resource, name: resource.name, parts: [resource] },
    ...{ isProduction: true, isRegional: false, isOks: false, isWhole: false, isGuessed: false, isLoose: false },
    ...particulars,
  };
}

/** The Net of machines whose Subnet is another stack's. */
export const NET_ELSEWHERE = "outside this stack";

/** The Subregion of what does not say where it lies. */
export const SUBREGION_NOT_KNOWN = "not known";

/** Gives a name of its own to each of several assets: those that share one say their application and environment. */
export function nameApart(assets: readonly Asset[]): Asset[] {
  const qualified = renameNamesakes(assets, qualify);
  const withResource = renameNamesakes(qualified, ({ name, resource }) =>
    name === resource.name ? name : `${name}, ${resource.name}`,
  );
  // Components may each have a child of one name: nothing but a number is left to tell these apart.
  return renameNamesakes(withResource, ({ name }, index) => `${name} #${String(index + 1)}`);
}

/** @param rename of an asset that shares its name with others, by its place among them */
function renameNamesakes(assets: readonly Asset[], rename: (asset: Asset, index: number) => string): Asset[] {
  const byName = new Map<string, Asset[]>();
  for (const asset of assets) addTo(byName, nameKey(asset), asset);
  return assets.map((asset) => {
    const namesakes = byName.get(nameKey(asset)) ?? [];
    return namesakes.length < 2 ? asset : { ...asset, name: rename(asset, namesakes.indexOf(asset)) };
  });
}

/** What two assets of one name have in common. */
function nameKey({ kind, name, resource }: Asset): string {
  const isTyped = kind === "resource" || kind === "use of object storage";
  return JSON.stringify([kind, isTyped ? resource.type : "", name]);
}

function qualify({ name, application, environment }: Asset): string {
  const told = [application, environment].filter((word) => word !== undefined && word !== "");
  return told.length === 0 ? name : `${name} (${told.join(", ")})`;
}

/** Sorts by name, then by urn. */
export function compareAssets(a: Asset, b: Asset): number {
  return compare(a.name, b.name) || compare(a.resource.urn, b.resource.urn);
}
