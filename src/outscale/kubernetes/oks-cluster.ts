import { all, Unknown, UnknownValue, valueAt } from "../../stack";
import { isProduction } from "../grouping/environment";
import { tagPasses } from "../grouping/tags";
import type { AddressRange } from "../provider/addresses";
import { subregionsOf } from "../provider/region";
import { elementPaths, View } from "../provider/view";
import { CallerRanges } from "../resources/caller-ranges";

/** A project of OUTSCALE Kubernetes as a Service, which its clusters stand in. */
class OksProject extends View<"outscale:index/oksProject:OksProject"> {
  static readonly types = ["outscale:index/oksProject:OksProject"] as const;
}

/** A Kubernetes cluster whose control plane Outscale runs. */
export class OksCluster extends View<"outscale:index/oksCluster:OksCluster"> {
  static readonly types = ["outscale:index/oksCluster:OksCluster"] as const;
  /** The property that keeps calls of the API from deleting it. */
  readonly protectionProperty = "disableApiTermination";

  /** Whether it serves production: by its own tag, else by that of its project. */
  isProduction(): boolean {
    return isProduction(this.system, this.resource, () =>
      this.sets("projectId") ? [this.target("projectId", OksProject).resource] : [],
    );
  }

  /** Whether a call of the API may delete it, which it may by default. */
  isDeletable(): boolean {
    return this.written.disableApiTermination !== true;
  }

  /** The type of its control plane, `cp.mono.master`, when that is a single machine; the default is three. */
  singleMaster(): string | undefined {
    const type = this.sets("controlPlanes") ? this.written.controlPlanes : undefined;
    return type !== undefined && /^cp\.mono\.[a-z0-9.-]+$/i.test(type) ? type : undefined;
  }

  /** Whether its control plane is spread over Subregions, which it is not by default. */
  isSpread(): boolean {
    return this.sets("cpMultiAz") && this.written.cpMultiAz === true;
  }

  /**
   * The Subregions of the region in which the program places none of its control plane.
   * @throws {UnknownValue} when Subregions that are not known may fill every gap
   */
  missingSubregions(): string[] {
    const { inputs } = this.resource;
    // Reading the property throws where the list as a whole is not known.
    const isListed = this.sets("cpSubregions") && this.written.cpSubregions !== undefined;
    const named = isListed ? elementPaths(inputs, "cpSubregions") : [];
    const values = named.map((path) => ({ path, value: valueAt(inputs, path) }));
    const missing = subregionsOf(this.system.settings.region).filter(
      (subregion) => !values.some(({ value }) => value === subregion),
    );
    const hidden = values.filter(({ value }) => value instanceof Unknown);
    const [first] = hidden;
    if (first?.value instanceof Unknown && missing.length > 0 && missing.length <= hidden.length) {
      throw new UnknownValue(this.resource, first.path, { value: first.value });
    }
    return missing;
  }

  /**
   * The ranges of its administrators' list that are none of the networks; without any network told, those that take in
   * more public addresses than one place has.
   * @throws {Undecided} when none certainly is, and one may be
   */
  foreignAdminRanges(networks: readonly AddressRange[]): string[] {
    const ranges = new CallerRanges(this.resource, "adminWhitelists");
    return networks.length > 0 ? ranges.beyond(networks) : ranges.wide();
  }

  /**
   * Whether Outscale updates it in hours that the program has chosen: for versions and for their patches.
   * @throws {UnknownValue} when that is not certain, and may be
   */
  isMaintained(): boolean {
    return all(
      () => this.written.autoMaintenances?.minorUpgradeMaintenance?.enabled === true,
      () => this.written.autoMaintenances?.patchUpgradeMaintenance?.enabled === true,
    );
  }

  /** Whether it turns off plugins that look at what comes into the cluster. */
  disablesAdmissionPlugins(): boolean {
    return (this.written.admissionFlags?.disableAdmissionPlugins ?? []).length > 0;
  }

  /** Whether its version is one of these, or a patch of one. */
  isOfVersion(versions: readonly string[]): boolean {
    const { version = "" } = this.written;
    return versions.some((each) => version === each || version.startsWith(`${each}.`));
  }

  /** Whether a tag of the cluster has a value that passes. */
  hasTag(key: string, passes: (value: string) => boolean): boolean {
    return tagPasses(this.system, this.resource, key, passes);
  }
}
