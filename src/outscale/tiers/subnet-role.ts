import { Candidates, compare, possibly, type Resource, type Subject } from "../../stack";
import { describeTraits, type Described, type TraitGroup, groupByTraits } from "../grouping/group-by-traits";
import { environmentOf } from "../grouping/environment";
import { stemOf } from "../grouping/names";
import { isInAnotherPart } from "../grouping/part-of-system";
import { findKnownGaps, membersOf } from "../grouping/spread";
import { firstTagValue } from "../grouping/tags";
import { isInAnotherRegion } from "../provider/region-of";
import type { System } from "../provider/system";
import { Subnet } from "../resources/subnet";

const MORE_SUBNETS = { en: "other Subnets of this Net", fr: "d'autres Subnets de ce Net" };

/** The production Subnets of a Net that are for the same thing. */
export class SubnetRole implements Subject {
  readonly kind = "net";
  readonly system: System;
  readonly path = "";
  readonly resource: Resource;
  readonly name: string;
  /** What its Subnets are for, by their tier tag or by their names. */
  readonly role: string;
  readonly related: readonly Resource[];
  /** Its Subnets, sorted by urn. */
  readonly subnets: readonly Subnet[];
  readonly #members: Candidates<Subnet>;
  readonly #all: readonly Described<Subnet>[];

  constructor({ traits, members }: TraitGroup<Subnet>, all: readonly Described<Subnet>[]) {
    const { certain, certainOrPossible: subnets } = members;
    const [first] = subnets;
    if (!first) throw new Error("a role without Subnets");
    const [net] = certain.map((subnet) => subnet.net());
    this.system = first.system;
    this.role = traits["role"] ?? first.name;
    this.name = net ? `${net.name}/${this.role}` : this.role;
    this.resource = net?.resource ?? first.resource;
    this.related = subnets.map(({ resource }) => resource);
    this.subnets = certain;
    this.#members = members;
    this.#all = all;
  }

  /**
   * The Subregions of the region in which the Net has no Subnet of this role.
   * @throws {Undecided} when Subnets whose Subregion, Net or role is not known may fill the gaps
   */
  missingSubregions(): string[] {
    return this.#missing(this.#members);
  }

  /**
   * The Subregions of the region in which the Net has no Subnet at all, whatever it is for.
   * @throws {Undecided} when Subnets whose Subregion or Net is not known may fill the gaps
   */
  missingInNet(): string[] {
    const net = this.#all.find(({ value }) => value === this.subnets[0])?.traits["net"];
    const inNet = this.#all.filter(({ traits }) => traits["net"] === net).map(({ value }) => value);
    const perhaps = this.#all.flatMap(({ value, traits, why }) => (why && !traits["net"] ? [{ value, why }] : []));
    return this.#missing(new Candidates(inNet, perhaps));
  }

  /** Whether a tag says what its Subnets are for; their names only suggest it. */
  isDeclared(): boolean {
    return this.subnets.some((subnet) => declaredRole(subnet) !== undefined);
  }

  #missing(subnets: Candidates<Subnet>): string[] {
    const missing = findKnownGaps(this.system.settings.region, membersOf(subnets));
    const [subnet] = subnets.certain;
    if (subnet && missing.length > 0) isInAnotherPart(subnet.system, this.resource, MORE_SUBNETS);
    return missing;
  }
}

/** What the Subnets of each Net are for, in the order of the first Subnet. */
export function subnetRolesOf(system: System): readonly SubnetRole[] {
  return system.memo(subnetRolesOf, system, () => formRoles(system));
}

function formRoles(system: System): SubnetRole[] {
  const inProduction = system
    .all(Subnet)
    .filter((subnet) => !isInAnotherRegion(system, subnet.resource) && possibly(() => subnet.isProduction()));
  const all = inProduction.map((subnet) => describeTraits(subnet, traitsOf(subnet)));
  const roles = groupByTraits(all).map((group) => new SubnetRole(group, all));
  return roles.sort((a, b) => compare(a.resource.urn, b.resource.urn) || compare(a.role, b.role));
}

function traitsOf(subnet: Subnet) {
  const { system, resource } = subnet;
  return {
    net: () => subnet.net().resource.urn,
    environment: () => environmentOf(system, resource, () => [subnet.net().resource]),
    role: () => (declaredRole(subnet) ?? guessedRole(subnet)).toLowerCase(),
  };
}

function declaredRole({ system, resource }: Subnet): string | undefined {
  const { tierTagKeys } = system.settings;
  return firstTagValue(system, resource, tierTagKeys);
}

/** Subnets whose whole name tells members apart (`a`, `2`) are of one role without a name. */
function guessedRole({ system, name }: Subnet): string {
  const stem = stemOf(`${NAMELESS}-${name}`, system.settings);
  return stem === NAMELESS ? NAMELESS : stem.slice(NAMELESS.length + 1);
}

const NAMELESS = "subnet";
