import { type Resource, SubjectOf, UnreadableValue, valueAt } from "../../stack";
import { findRecoverySite } from "../provider/recovery-site";
import type { System } from "../provider/system";
import { elementPaths, knownTextAt } from "../provider/view";
import { holdsSensitiveData } from "./sensitive-data";

/** Where resources name the place that data comes from or goes to, by type. */
const LOCATIONS: Readonly<Record<string, (resource: Resource) => readonly string[]>> = {
  "outscale:index/image:Image": () => ["fileLocation"],
  "outscale:index/imageExportTask:ImageExportTask": ({ inputs }) =>
    elementPaths(inputs, "osuExports").map((path) => `${path}.osuManifestUrl`),
  "outscale:index/snapshot:Snapshot": () => ["fileLocation"],
};

const NO_URL = { en: "text that is no URL", fr: "un texte qui n'est pas une URL" };

/** A place that the data of an image or a snapshot comes from, or goes to. */
export class DataLocation extends SubjectOf {
  static readonly types = Object.keys(LOCATIONS);
  readonly system: System;

  constructor(system: System, resource: Resource, path: string) {
    super("part", resource, path);
    this.system = system;
  }

  /**
   * Whether it is in the region's object storage, or at a site of ours for recovery.
   * @throws {UnreadableValue} when it names no host
   */
  isOurs(): boolean {
    return this.isInRegion() || findRecoverySite(this.system.settings.recoverySites, this.place()) !== undefined;
  }

  /**
   * Whether it is in the region's object storage.
   * @throws {UnreadableValue} when it names no host
   */
  isInRegion(): boolean {
    const { region } = this.system.settings;
    return ["com", "hk"].some((end) => `.${this.place()}`.endsWith(`.oos.${region}.outscale.${end}`));
  }

  /**
   * Whether the data that comes from there, or goes there, is sensitive.
   * @throws {Undecided} when that is not known
   */
  holdsSensitive(): boolean {
    return holdsSensitiveData(this.system, this.resource);
  }

  /**
   * The host that it names, in lower case.
   * @throws {UnreadableValue} when it names none
   */
  place(): string {
    const url = knownTextAt(this.resource, this.path);
    const [, host] = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(url) ?? [];
    if (host === undefined) throw new UnreadableValue(this.resource, this.path, NO_URL);
    return host.toLowerCase();
  }
}

/** All the places that a stack names by their URL. */
export function dataLocationsOf(system: System): DataLocation[] {
  return system.ofTypes(DataLocation.types).flatMap((resource) => {
    const paths = LOCATIONS[resource.type]?.(resource) ?? [];
    return paths
      .filter((path) => (valueAt(resource.inputs, path) ?? "") !== "")
      .map((path) => new DataLocation(system, resource, path));
  });
}
