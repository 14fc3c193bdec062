import { any, attempt, referrers, type Resource, some, type Undecided, UnreadableValue } from "../stack";
import { nicsOf } from "./nic-link";
import { isInAnotherPart } from "./part";
import type { SharedSettings } from "./settings";
import { type Subnet, toSubnet } from "./subnet";
import { type Tier, tiersOf } from "./tiers";
import type { Nic, Vm } from "./vm";

const OTHER_VMS = { en: "other VMs in this Subnet", fr: "d'autres VM dans ce Subnet" };
const GUESSED = { en: "a VM whose tier is only guessed", fr: "une VM dont le tier n'est que deviné" };

/**
 * The declared tiers of which VMs stand in a Subnet together; none where it holds one at most.
 * @throws {Undecided} when what is not known, or guessed, may make a second one
 */
export function tiersTogetherIn(subnet: Subnet, shared: SharedSettings): readonly Tier[] {
  const certain: Tier[] = [];
  const open: Undecided[] = [];
  for (const tier of tiersOf(subnet.stack, shared)) {
    const found = attempt(() => hasVmIn(tier, subnet));
    if ("why" in found) open.push(found.why);
    else if (found.value) certain.push(tier);
  }
  const declared = certain.filter(({ isDeclared }) => isDeclared);
  if (declared.length > 1) return declared;
  const guess = certain.find(({ isDeclared }) => !isDeclared);
  if (guess && certain.length > 1) throw new UnreadableValue(guess.resource, "tags", GUESSED);
  if (open[0] && certain.length + open.length > 1) throw open[0];
  isInAnotherPart(subnet.stack, shared, subnet.resource, OTHER_VMS);
  return [];
}

function hasVmIn(tier: Tier, subnet: Subnet): boolean {
  return any(
    () => some(tier.members, (vm) => standsIn(vm, subnet)),
    () =>
      some(tier.possible, ({ vm, why }) => {
        if (standsIn(vm, subnet)) throw why;
        return false;
      }),
  );
}

/** Whether a VM stands in a Subnet, by a NIC that it makes or one that it was given. */
function standsIn(vm: Vm, subnet: Subnet): boolean {
  const own = ["subnetId", ...vm.nicPaths().map((nic) => `${nic}.subnetId`)];
  return any(
    () => leadTo(vm.resource, own, subnet),
    () => some(nicsOf(vm), (nic) => isIn(nic(), subnet)),
  );
}

function isIn({ resource }: Nic, subnet: Subnet): boolean {
  return leadTo(resource, ["subnetId"], subnet);
}

/** Whether one of several properties of a resource leads to a Subnet. */
function leadTo(from: Resource, paths: readonly string[], { stack, resource }: Subnet): boolean {
  const found = paths.map((path) => referrers(stack, resource, [from.type], toSubnet(path)));
  if (found.some(({ certain }) => certain.includes(from))) return true;
  const hidden = found.flatMap(({ possible }) => possible.filter((each) => each.from === from));
  const [first] = hidden;
  if (!first) return false;
  const { candidates } = first.why;
  // As many NICs as there are Subnets that they were made from: each Subnet is that of one.
  if (candidates.length > 0 && candidates.length <= hidden.length) return true;
  throw first.why;
}
