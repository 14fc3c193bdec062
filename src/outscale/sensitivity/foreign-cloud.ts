import { type Resource, SubjectOf, Unknown, UnknownValue, UnreadableValue, valueAt } from "../../stack";
import { RegionalResource } from "../provider/regional";
import { findRecoverySite } from "../provider/recovery-site";
import type { System } from "../provider/system";
import { s3EndpointOf } from "../resources/bucket-endpoint";
import { Vm } from "../resources/vm";
import { Volume } from "../resources/volume";
import { hasSensitive } from "./classification";
import { holdsSensitiveData } from "./sensitive-data";

/** Providers of other clouds. */
const CLOUDS = [
  ...["alicloud", "aws", "aws-native", "azure", "azure-native", "digitalocean", "exoscale", "gcp", "google-native"],
  ...["hcloud", "ibm", "linode", "oci", "openstack", "ovh", "scaleway", "tencentcloud", "upcloud", "vultr"],
];

/** In the names of types whose resources hold data of the client's, or run what does. */
const HOLDS_DATA =
  /bucket|volume|disk|snapshot|instance|server|virtualmachine|database|cluster|table|file(?:system|share)|storageaccount|blob|queue|topic|stream|cache|redis|function|nodepool/i;
/** In the names of types that only say something of such a resource. */
const SAYS_SOMETHING =
  /policy|profile|acl|rule|role|record|zone|certificate|attachment|association|group|versioning|configuration|permission|metric|notification|route/i;

const OUTSCALE = "outscale";
const NO_REGION = { en: "a resource whose region nothing names", fr: "une ressource dont rien ne nomme la région" };

/** A resource that may hold data in another cloud, or in another region of Outscale's. */
export class ForeignData extends SubjectOf {
  readonly system: System;

  constructor(resource: Resource, system: System) {
    super("resource", resource, "");
    this.system = system;
  }

  /**
   * Whether it is elsewhere than in the region and at no site of ours for recovery.
   * @throws {Undecided} when that is not known
   */
  isForeign(): boolean {
    const { recoverySites } = this.system.settings;
    const cloud = this.#cloud();
    if (cloud === OUTSCALE) {
      return !this.isInRegion() && findRecoverySite(recoverySites, this.place()) === undefined;
    }
    const isExpected = recoverySites.some(({ site }) => site.toLowerCase().startsWith(`${cloud}:`));
    return !isExpected || findRecoverySite(recoverySites, this.place()) === undefined;
  }

  /**
   * Where it lies, as the setting `recoverySites` names it: `aws:eu-west-3`.
   * @throws {Undecided} when its region is not known
   */
  place(): string {
    const cloud = this.#cloud();
    return `${cloud}:${cloud === OUTSCALE ? this.#regionOfOutscale() : this.#regionOfCloud()}`;
  }

  /**
   * Whether it is in the region.
   * @throws {Undecided} when that is not known
   */
  isInRegion(): boolean {
    return this.#cloud() === OUTSCALE && this.#regionOfOutscale() === this.system.settings.region;
  }

  /**
   * Whether something of its stack is sensitive.
   * @throws {Undecided} when nothing certainly is, and something may be
   */
  isBesideSensitive(): boolean {
    return hasSensitive(this.system, this.resource);
  }

  /**
   * Whether it holds sensitive data itself.
   * @throws {Undecided} when that is not known
   */
  holdsSensitive(): boolean {
    return holdsSensitiveData(this.system, this.resource);
  }

  /** The provider, or Outscale's where another provider speaks to its object storage. */
  #cloud(): string {
    const { resource } = this;
    const isS3 = /^aws(?:-native)?:s3[:/]/.test(resource.type);
    return isS3 && s3EndpointOf(this.system, resource).isOos() ? OUTSCALE : packageOf(resource);
  }

  #regionOfOutscale(): string {
    const { resource } = this;
    if (packageOf(resource) !== OUTSCALE) return s3EndpointOf(this.system, resource).region() ?? "";
    const [place] = this.system.view(resource, RegionalResource).regionPlaces();
    if (!place) throw new UnreadableValue(resource, "", NO_REGION);
    return place.region();
  }

  #regionOfCloud(): string {
    const { resource } = this;
    const provider = this.system.resources.find(({ urn }) => {
      return resource.provider === urn || resource.provider?.startsWith(`${urn}::`) === true;
    });
    for (const holder of [resource, ...(provider ? [provider] : [])]) {
      for (const property of ["region", "location"]) {
        const value = valueAt(holder.inputs, property);
        if (value instanceof Unknown) throw new UnknownValue(holder, property, { value });
        if (typeof value === "string" && value !== "") return value.toLowerCase();
      }
    }
    throw new UnreadableValue(resource, "region", NO_REGION);
  }
}

/** All that holds data in a place that may be another cloud, or another region of Outscale's. */
export function foreignDataIn(system: System): ForeignData[] {
  const outscale = system.ofTypes([...Vm.types, ...Volume.types]).filter((resource) => {
    return resource.elsewhere !== true && system.view(resource, RegionalResource).regionPlaces().length > 0;
  });
  const others = system.resources.filter((resource) => CLOUDS.includes(packageOf(resource)) && holdsData(resource));
  return [...outscale, ...others].map((resource) => new ForeignData(resource, system));
}

function packageOf({ type }: Resource): string {
  return type.split(":")[0] ?? "";
}

function holdsData({ type }: Resource): boolean {
  const name = type.split(":").at(-1) ?? "";
  return HOLDS_DATA.test(name) && !SAYS_SOMETHING.test(name);
}
