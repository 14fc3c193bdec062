import { any, some, refuse } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { balancersIn, type LoadBalancer } from "../resources/load-balancer";
import { NatService } from "../resources/nat-service";
import { hasPublicAddress } from "../resources/public-ip";
import { type Subnet, toSubnet } from "../resources/subnet";
import type { Vm } from "../resources/vm";
import { findVmsOfSubnet } from "./vms-of-subnet";

const VMS = { en: "VMs of this Subnet", fr: "des VM de ce Subnet" };
const PUBLIC_ENTRY = { en: "a public entry of this Subnet", fr: "une entrée publique de ce Subnet" };

/**
 * Whether a VM stands in a Subnet, by whichever of its NICs.
 * @throws {Undecided} when none certainly does and one may
 */
export function holdsVms(subnet: Subnet): boolean {
  return any(
    () => some(vmsIn(subnet), (vm) => Boolean(vm())),
    () => isInAnotherPart(subnet.system, subnet.resource, VMS),
  );
}

/**
 * Whether a Subnet has something in it that speaks with the Internet by itself: a VM with a public IP, a load balancer
 * that faces the Internet, a NAT service.
 * @param counts which load balancers do
 * @throws {Undecided} when nothing certainly does and something may
 */
export function hasPublicEntry(
  subnet: Subnet,
  counts = (balancer: LoadBalancer) => balancer.isInternetFacing(),
): boolean {
  const { system, resource } = subnet;
  return any(
    () => subnet.givesPublicIps(),
    () => some(vmsIn(subnet), (vm) => hasPublicAddress(vm())),
    () => some(balancersIn(subnet), (balancer) => counts(balancer())),
    () => system.referrers(resource, NatService, toSubnet()).some(() => true),
    () => isInAnotherPart(system, resource, PUBLIC_ENTRY),
  );
}

/** The VMs that stand in a Subnet; what is not known throws when it is looked at. */
function vmsIn(subnet: Subnet): (() => Vm)[] {
  return findVmsOfSubnet(subnet).map(({ value: vm, why }) => (why ? refuse(why) : () => vm));
}
