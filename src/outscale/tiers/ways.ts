import { attempt, certainly, some } from "../../stack";
import { findMissingSubregions, type Member, membersOf } from "../grouping/spread";
import { NatService } from "../resources/nat-service";
import { hasPublicAddress } from "../resources/public-ip";
import type { Subnet } from "../resources/subnet";
import type { Vm } from "../resources/vm";
import { entriesOf, type Entry } from "./entry";
import { routersOfVm } from "./router";
import { type Tier, tiersOf } from "./tiers";
import { findVmsOfSubnet } from "./vms-of-subnet";

/**
 * The tiers that an entry leads to and whose ways in, all together, miss a Subregion: entries from the Internet, and
 * public IPs of their VMs.
 * @param enough in how many Subregions there must be a way in, in all by default
 * @throws {Undecided} when it is not known what else leads to one of them, or where
 */
export function tiersShutOutWith(entry: Entry, enough?: number): Tier[] {
  const behind = machinesBehind(entry);
  return tiersOf(entry.system).filter((tier) => isAmong(tier, behind) && missesWayIn(tier, enough));
}

function missesWayIn(tier: Tier, enough: number | undefined): boolean {
  const { system } = tier;
  const entries = entriesOf(system).filter((entry) => isAmong(tier, machinesBehind(entry)));
  const ways = [
    ...entries.filter((entry) => entry.isInternetFacing()).flatMap(({ members }) => membersOf(members)),
    ...tier.members.flatMap(publicAddressOf),
  ];
  return findMissingSubregions(system.settings.region, ways, enough).length > 0;
}

/** The way in by the public IP of a VM, or by one that it may have. */
function publicAddressOf(vm: Vm): Member[] {
  const has = attempt(() => hasPublicAddress(vm));
  if (has.value === false) return [];
  return [{ subregion: () => vm.subregion(), ...(has.why && { why: has.why }) }];
}

/** The urns of the machines that an entry leads to, or may. */
function machinesBehind(entry: Entry): ReadonlySet<string> {
  return entry.system.memo(machinesBehind, entry, () => {
    return new Set(entry.backends().flatMap(({ machine }) => (machine ? [machine.resource.urn] : [])));
  });
}

function isAmong({ members }: Tier, machines: ReadonlySet<string>): boolean {
  return members.some(({ resource }) => machines.has(resource.urn));
}

/** The tiers that have a VM in a Subnet, or may. */
function tiersIn(subnet: Subnet): Tier[] {
  const here = new Set<Vm>(findVmsOfSubnet(subnet).map(({ value }) => value));
  return tiersOf(subnet.system).filter(({ members }) => members.some((vm) => here.has(vm)));
}

/**
 * The tiers with a VM in a Subnet whose ways out, through the routers of all their Subnets, miss a Subregion.
 * @param enough in how many Subregions there must be a way out, in all by default
 * @throws {Undecided} when routers that are not known may fill the gaps
 */
export function tiersShutInWith(subnet: Subnet, enough?: number): Tier[] {
  return tiersIn(subnet).filter((tier) => missesWayOut(tier, enough));
}

function missesWayOut(tier: Tier, enough: number | undefined): boolean {
  const { system } = tier;
  const routers = system.memo("ways out", tier, () =>
    tier.members.flatMap(routersOfVm).map((router) => ({ subregion: () => router().subregion() })),
  );
  return findMissingSubregions(system.settings.region, routers, enough).length > 0;
}

/** The NAT services of the Net of a Subnet. */
export function natServicesOf(subnet: Subnet): NatService[] {
  const net = subnet.net();
  return subnet.system.memo(natServicesOf, net, () =>
    subnet.system.all(NatService).filter((nat) => certainly(() => nat.subnet().net() === net)),
  );
}

/**
 * Whether the NAT services of the Net of a Subnet miss a Subregion.
 * @param enough in how many Subregions there must be one, in all by default
 * @throws {Undecided} when NAT services that are not known may fill the gaps
 */
export function missesNatService(subnet: Subnet, enough?: number): boolean {
  const services = natServicesOf(subnet).map((nat) => ({ subregion: () => nat.subregion() }));
  const hidden = subnet.system.all(NatService).filter((nat) => attempt(() => nat.subnet().net()).why !== undefined);
  some(hidden, (nat) => nat.subnet().net() === subnet.net());
  return findMissingSubregions(subnet.system.settings.region, services, enough).length > 0;
}
