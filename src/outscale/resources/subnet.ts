import { agree, possibleTargets, type Resource, UnknownValue } from "../../stack";
import { isProduction } from "../grouping/environment";
import { defaultSubregion } from "../provider/region";
import type { System } from "../provider/system";
import { View } from "../provider/view";
import { Net, TO_NET } from "./net";

/** A Subnet of a Net; it lies in one Subregion. */
export class Subnet extends View<"outscale:index/subnet:Subnet"> {
  static readonly types = ["outscale:index/subnet:Subnet"] as const;
  /** The property that names its Subregion. */
  readonly subregionProperty = "subregionName";

  /** The Subregion it lies in; one that the program does not name is the region's first. */
  subregion(): string {
    const placed = this.answered("subregionName");
    if (placed !== undefined) return placed;
    return this.sets("subregionName")
      ? (this.written.subregionName ?? "")
      : defaultSubregion(this.system.settings.region);
  }

  /** Whether it lands where the provider decides. */
  lacksSubregion(): boolean {
    return !this.sets("subregionName");
  }

  /** Whether whatever starts in it is given a public IP. */
  givesPublicIps(): boolean {
    return this.written.mapPublicIpOnLaunch === true;
  }

  /** Whether it serves production: by its own tag, else by that of its Net. */
  isProduction(): boolean {
    return isProduction(this.system, this.resource, () => [this.net().resource]);
  }

  /**
   * The Net that it is a part of.
   * @throws {UnknownValue} when the Net is not one of the stack's
   */
  net(): Net {
    return this.target(TO_NET.path, Net);
  }
}

/** The Subnets of a Net; one of which that is not known throws when it is looked at. */
export function subnetsOf(net: Net): (() => Subnet)[] {
  return net.system.referrers(net.resource, Subnet, TO_NET).lookups();
}

/** How Subnets are referred to. */
export function toSubnet(path = "subnetId"): { path: string; types: readonly string[] } {
  return { path, types: Subnet.types };
}

/**
 * The Subnets and Nets a resource stands in, nearest first, each when it is asked for.
 * @throws {UnknownValue} when the stack does not have one
 */
export function* placesFrom(subnets: readonly Subnet[]): Iterable<Resource> {
  for (const { resource } of subnets) yield resource;
  for (const subnet of subnets) yield subnet.net().resource;
}

/**
 * The Subnet that a property names, or those of which it names one.
 * @throws {UnknownValue} when it names none, or one that is not the stack's
 */
export function findPossibleSubnets({ system, resource }: InSubnet, path: string): readonly Subnet[] {
  const found = possibleTargets(system, resource, toSubnet(path));
  if (found.length === 0) throw new UnknownValue(resource, path);
  return found.map((subnet) => system.view(subnet, Subnet));
}

/**
 * What all the Subnets that a property may name have in common.
 * @throws {UnknownValue} when they differ, or there is none
 */
export function agreeOn<T>(holder: InSubnet, path: string, subnets: readonly Subnet[], ask: (subnet: Subnet) => T): T {
  const candidates = subnets.map(({ resource }) => resource);
  return agree(subnets, ask, () => new UnknownValue(holder.resource, path, { candidates }));
}

/** What stands in Subnets. */
interface InSubnet {
  readonly resource: Resource;
  readonly system: System;
}
