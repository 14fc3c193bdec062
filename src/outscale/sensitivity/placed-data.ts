import { any, certainly, type Resource, SubjectOf } from "../../stack";
import { findRecoverySite, mayHoldSensitive } from "../provider/recovery-site";
import type { System } from "../provider/system";
import { Bucket } from "../resources/bucket";
import { type DataLocation, dataLocationsOf } from "./data-location";
import { ForeignData, foreignDataIn } from "./foreign-cloud";
import { holdsSensitiveData, sensitiveWritersTo } from "./sensitive-data";

/** Data that may lie outside the region: a bucket, a place that a URL names, a resource of another cloud or region. */
export class PlacedData extends SubjectOf {
  readonly #of: Bucket | DataLocation | ForeignData;

  constructor(of: Bucket | DataLocation | ForeignData) {
    super(of.kind, of.resource, of.path);
    this.#of = of;
  }

  /** The property that decides where it lies; the subject's own for a place that is one. */
  get placeProperty(): string | undefined {
    return this.#of instanceof Bucket ? "provider" : undefined;
  }

  /**
   * Whether what it holds is sensitive.
   * @throws {Undecided} when that is not known
   */
  holdsSensitive(): boolean {
    return holdsSensitiveData(this.#of.system, this.resource);
  }

  /** The exports and access logs that certainly write sensitive data to it, by name. */
  sensitiveWriters(): string[] {
    return sensitiveWritersTo(this.#of.system, this.resource);
  }

  /**
   * Whether it lies elsewhere than in the region, be it at a site for recovery.
   * @throws {Undecided} when that is not known
   */
  isOutsideRegion(): boolean {
    const of = this.#of;
    if (!(of instanceof Bucket)) return !of.isInRegion();
    const endpoint = of.endpoint();
    return any(
      () => !endpoint.isOos(),
      () => endpoint.region() !== of.system.settings.region,
    );
  }

  /**
   * Where it lies: a host, or as the setting `recoverySites` names it, `aws:eu-west-3`.
   * @throws {Undecided} when that is not known
   */
  place(): string {
    return this.#place().place();
  }

  /**
   * Whether it lies at a site for recovery that may hold sensitive data on a day: somebody answers for it.
   * @throws {Undecided} when it is not known where it lies
   */
  isAtAnsweredSite(today: string): boolean {
    const { system } = this.#of;
    const { recoverySites } = system.settings;
    if (!recoverySites.some((site) => mayHoldSensitive(site, today))) return false;
    const site = findRecoverySite(recoverySites, this.place());
    return site !== undefined && mayHoldSensitive(site, today);
  }

  #place(): DataLocation | ForeignData {
    return this.#of instanceof Bucket ? new ForeignData(this.resource, this.#of.system) : this.#of;
  }
}

/** All the data of a stack that may lie outside the region, each once; what certainly stands in it is left out. */
export function placedDataIn(system: System): PlacedData[] {
  const buckets = system.all(Bucket);
  const resources = new Set<Resource>(buckets.map(({ resource }) => resource));
  const foreign = foreignDataIn(system).filter((data) => {
    return !resources.has(data.resource) && !certainly(() => data.isInRegion());
  });
  return [...buckets, ...dataLocationsOf(system), ...foreign].map((of) => new PlacedData(of));
}
