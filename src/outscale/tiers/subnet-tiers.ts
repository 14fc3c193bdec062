import { addTo, compare, type Maybe, type Resource, type Undecided, UnreadableValue } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import type { System } from "../provider/system";
import type { Subnet } from "../resources/subnet";
import type { Vm } from "../resources/vm";
import { findVmsOfSubnet } from "./vms-of-subnet";
import { type Tier, tiersOf } from "./tiers";

const OTHER_VMS = { en: "other VMs in this Subnet", fr: "d'autres VM dans ce Subnet" };
const GUESSED = { en: "a VM whose tier is only guessed", fr: "une VM dont le tier n'est que deviné" };

/**
 * The declared tiers of which VMs stand in a Subnet together; none where it holds one at most.
 * @throws {Undecided} when what is not known, or guessed, may make a second one
 */
export function tiersTogetherIn(subnet: Subnet): readonly Tier[] {
  const { certain, possible } = presencesIn(subnet);
  const declared = certain.filter(({ isDeclared }) => isDeclared);
  if (declared.length > 1) return declared;
  const guess = certain.find(({ isDeclared }) => !isDeclared);
  if (guess && certain.length > 1) throw new UnreadableValue(guess.resource, "tags", GUESSED);
  const [first] = possible;
  if (first && certain.length + mostTiers(possible) > 1) throw first.why;
  isInAnotherPart(subnet.system, subnet.resource, OTHER_VMS);
  return [];
}

/** That a VM of some tier may stand in a Subnet, and what hides whether it does. */
interface Presence {
  readonly vm: Vm;
  readonly tier: Tier;
  readonly why: Undecided;
}

/** The tiers that certainly have a VM in a Subnet, and how others may have one. */
function presencesIn(subnet: Subnet): { certain: Tier[]; possible: Presence[] } {
  const memberships = membershipsIn(subnet.system);
  const certain = new Set<Tier>();
  const possible: Presence[] = [];
  for (const { value: vm, why: whyThere } of findVmsOfSubnet(subnet)) {
    for (const { value: tier, why: whyOfIt } of memberships.get(vm.resource) ?? []) {
      const why = whyThere ?? whyOfIt;
      if (why) possible.push({ vm, tier, why });
      else certain.add(tier);
    }
  }
  return {
    certain: [...certain].sort((a, b) => compare(a.resource.urn, b.resource.urn)),
    possible: possible.filter(({ tier }) => !certain.has(tier)),
  };
}

/** How many tiers there can be: a VM that may be of several is of one. */
function mostTiers(possible: readonly Presence[]): number {
  return Math.min(new Set(possible.map(({ vm }) => vm)).size, new Set(possible.map(({ tier }) => tier)).size);
}

/** The tiers of each VM: one, or those that it may belong to. */
function membershipsIn(system: System): ReadonlyMap<Resource, readonly Maybe<Tier>[]> {
  const tiers = tiersOf(system);
  return system.memo(tiers, system, () => {
    const found = new Map<Resource, Maybe<Tier>[]>();
    for (const tier of tiers) {
      for (const { resource } of tier.members) addTo(found, resource, { value: tier });
      for (const { value: vm, why } of tier.vms.possible) addTo(found, vm.resource, { value: tier, why });
    }
    return found;
  });
}
