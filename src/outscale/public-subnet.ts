import { addTo, any, attempt, reference, type Resource, some, UnknownValue } from "../stack";
import { balancersIn } from "./load-balancer";
import { NatService } from "./nat-service";
import { vmsWith } from "./nic-link";
import { isInAnotherPart } from "./part";
import { hasPublicAddress } from "./public-ip";
import { referring, refusal } from "./referring";
import type { SharedSettings } from "./settings";
import { type Subnet, toSubnet } from "./subnet";
import { Nic, Vm } from "./vm";

const VMS = { en: "VMs of this Subnet", fr: "des VM de ce Subnet" };
const PUBLIC_ENTRY = { en: "a public entry of this Subnet", fr: "une entrée publique de ce Subnet" };

/**
 * Whether a VM stands in a Subnet, by whichever of its NICs.
 * @throws {Undecided} when none certainly does and one may
 */
export function holdsVms(subnet: Subnet, shared: SharedSettings): boolean {
  return any(
    () => some(vmsIn(subnet), (vm) => Boolean(vm())),
    () => isInAnotherPart(subnet.stack, shared, subnet.resource, VMS),
  );
}

/**
 * Whether a Subnet has something in it that speaks with the Internet by itself: a VM with a public IP, a load balancer
 * that faces the Internet, a NAT service.
 * @throws {Undecided} when nothing certainly does and something may
 */
export function hasPublicEntry(subnet: Subnet, shared: SharedSettings): boolean {
  const { stack, resource } = subnet;
  return any(
    () => subnet.givesPublicIps(),
    () => some(vmsIn(subnet), (vm) => hasPublicAddress(vm())),
    () => some(balancersIn(subnet), (balancer) => balancer().isInternetFacing()),
    () => some(referring(subnet, resource, NatService.types, toSubnet()), (nat) => Boolean(nat())),
    () => isInAnotherPart(stack, shared, resource, PUBLIC_ENTRY),
  );
}

/** The VMs that stand in a Subnet; what is not known throws when it is looked at. */
function vmsIn(subnet: Subnet): (() => Vm)[] {
  const { stack, resource } = subnet;
  const { certain, possible } = stack.derive(vmsIn, () => placesOf(stack.all(Vm)));
  const nics = referring(subnet, resource, Nic.types, toSubnet());
  return [
    ...(certain.get(resource) ?? []).map((vm) => () => vm),
    ...possible.filter((why) => isPossible(why, resource)).map(refusal),
    ...nics.flatMap((nic) => {
      const found = attempt(nic);
      return "value" in found ? vmsWith(stack.view(found.value, Nic)) : [refusal(found.why)];
    }),
  ];
}

/** In which Subnets VMs are made, and what hides where else they may be. */
function placesOf(vms: readonly Vm[]) {
  const certain = new Map<Resource, Vm[]>();
  const possible: UnknownValue[] = [];
  for (const vm of vms) {
    const { stack, resource } = vm;
    const paths = ["subnetId", ...vm.nicPaths().map((nic) => `${nic}.subnetId`)];
    const targets = paths.map((path) => attempt(() => reference(stack, resource, toSubnet(path))));
    const known = targets.flatMap((one) =>
      "value" in one && one.value && "resource" in one.value ? [one.value.resource] : [],
    );
    const hidden = targets.flatMap((one) => ("why" in one && one.why instanceof UnknownValue ? [one.why] : []));
    const left = new Set(hidden.flatMap(({ candidates }) => candidates).filter((subnet) => !known.includes(subnet)));
    // A NIC at least for each Subnet they may be in: whichever is where, the VM is in all of them.
    const areAll = left.size <= hidden.length && hidden.every(({ candidates }) => candidates.length > 0);
    for (const subnet of new Set([...known, ...(areAll ? left : [])])) addTo(certain, subnet, vm);
    if (!areAll) possible.push(...hidden);
  }
  return { certain, possible };
}

function isPossible({ candidates }: UnknownValue, subnet: Resource): boolean {
  return candidates.length === 0 || candidates.includes(subnet);
}
