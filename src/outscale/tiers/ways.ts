import { any, certainly, some } from "../../stack";
import { findMissingSubregions } from "../grouping/spread";
import { NatService } from "../resources/nat-service";
import { hasPublicAddress } from "../resources/public-ip";
import { Subnet } from "../resources/subnet";
import type { Vm } from "../resources/vm";
import { entriesOf, type Entry } from "./entry";
import { routersOf } from "./router";
import { type Tier, tiersOf } from "./tiers";
import { findVmsOfSubnet } from "./vms-of-subnet";

/**
 * The tiers that an entry leads to and that have no other way in: no public IP, and no entry from the Internet that
 * stands in more Subregions.
 * @throws {Undecided} when it is not known what else leads to one of them
 */
export function tiersOnlyBehind(entry: Entry): Tier[] {
  const others = entriesOf(entry.system).filter((other) => other !== entry && !isAsAbsent(other, entry));
  const [behind, ways] = [machinesBehind(entry), others.map((other) => ({ other, machines: machinesBehind(other) }))];
  return tiersOf(entry.system).filter((tier) => {
    if (!isAmong(tier, behind)) return false;
    return !any(
      () => some(tier.members, hasPublicAddress),
      () => some(ways, ({ other, machines }) => isAmong(tier, machines) && other.isInternetFacing()),
    );
  });
}

/** Whether an entry certainly misses all the Subregions that another one misses. */
function isAsAbsent(one: Entry, other: Entry): boolean {
  const missing = other.missingSubregions();
  return certainly(() => {
    const own = one.missingSubregions();
    return missing.every((subregion) => own.includes(subregion));
  });
}

/** The urns of the machines that an entry certainly leads to, or may. */
function machinesBehind(entry: Entry): ReadonlySet<string> {
  return new Set(entry.backends().flatMap(({ machine }) => (machine ? [machine.resource.urn] : [])));
}

function isAmong({ members }: Tier, machines: ReadonlySet<string>): boolean {
  return members.some(({ resource }) => machines.has(resource.urn));
}

/** The tiers that have a VM in a Subnet, or may. */
export function tiersIn(subnet: Subnet): Tier[] {
  const here = new Set<Vm>(findVmsOfSubnet(subnet).map(({ value }) => value));
  return tiersOf(subnet.system).filter(({ members }) => members.some((vm) => here.has(vm)));
}

/**
 * The Subregions of the region in which no router carries the traffic of the Net of a Subnet; none when there is one in
 * enough of them.
 * @throws {Undecided} when routers that are not known may fill the gaps
 */
export function subregionsWithoutRouter(subnet: Subnet, enough?: number): string[] {
  const { system } = subnet;
  const net = subnet.net();
  const routers = system.memo(subregionsWithoutRouter, net, () => {
    const subnets = system.all(Subnet).filter((other) => !certainly(() => other.net() !== net));
    return subnets.flatMap(routersOf).map((router) => ({ subregion: () => router().subregion() }));
  });
  return findMissingSubregions(system.settings.region, routers, enough);
}

/** The NAT services of the Net of a Subnet. */
export function natServicesOf(subnet: Subnet): NatService[] {
  const net = subnet.net();
  return subnet.system.all(NatService).filter((nat) => certainly(() => nat.subnet().net() === net));
}
