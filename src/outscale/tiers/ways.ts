import { all, any, attempt, attemptEach, certainly, some } from "../../stack";
import { findMissingSubregions, type Member, membersOf } from "../grouping/spread";
import { subregionsOf } from "../provider/region";
import { NatService } from "../resources/nat-service";
import { hasPublicAddress } from "../resources/public-ip";
import { findInternetRoutesOf } from "../resources/route";
import type { Subnet } from "../resources/subnet";
import type { Vm } from "../resources/vm";
import { entriesOf, type Entry } from "./entry";
import type { System } from "../provider/system";
import { routersOfVm } from "./router";
import { type Tier, tiersOf, tiersUsedFor } from "./tiers";
import { findVmsOfSubnet } from "./vms-of-subnet";

/**
 * The tiers that an entry leads to and whose ways in, all together, miss a Subregion: entries from the Internet, and
 * public IPs of their VMs.
 * @param enough in how many Subregions there must be a way in, in all by default
 * @throws {Undecided} when it is not known what else leads to one of them, or where
 */
export function tiersShutOutWith(entry: Entry, enough?: number): Tier[] {
  const behind = machinesBehind(entry);
  return tiersInProduction(entry.system).filter((tier) => isAmong(tier, behind) && missesWayIn(tier, enough));
}

/** The tiers that serve production, those of VMs that are made to be thrown away among them. */
function tiersInProduction(system: System): Tier[] {
  return [...tiersOf(system), ...tiersUsedFor(system, "ephemeral")];
}

function missesWayIn(tier: Tier, enough: number | undefined): boolean {
  const { system } = tier;
  const entries = entriesOf(system).filter((entry) => isAmong(tier, machinesBehind(entry)));
  const ways = [
    ...entries.filter((entry) => entry.isInternetFacing()).flatMap(({ members }) => membersOf(members)),
    ...tier.members.flatMap(publicAddressOf),
  ];
  return missesWhereItStands(tier, ways, enough);
}

/** Whether the ways of a tier miss a Subregion in which it stands; that it is missing from others is another's finding. */
function missesWhereItStands({ system, vms }: Tier, ways: readonly Member[], enough: number | undefined): boolean {
  const { region } = system.settings;
  const missing = findMissingSubregions(region, ways, enough);
  if (missing.length === 0) return false;
  const absent = findMissingSubregions(region, membersOf(vms));
  return missing.some((subregion) => !absent.includes(subregion));
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
  return tiersInProduction(subnet.system).filter(({ members }) => members.some((vm) => here.has(vm)));
}

/**
 * Whether what leaves a Subnet serves production: by its own environment, or by that of a VM in it.
 * @throws {Undecided} when a tag that would say is not known
 */
export function carriesProduction(subnet: Subnet): boolean {
  return any(
    () => tiersIn(subnet).length > 0,
    () => subnet.isProduction(),
  );
}

/** The urns of what carries the traffic of production VMs, as far as that is known. */
export function routersInProduction(system: System): ReadonlySet<string> {
  return system.memo(routersInProduction, system, () => {
    const routers = tiersInProduction(system).flatMap(({ members }) => members.flatMap(routersOfVm));
    return new Set(attemptEach(routers).known.map(({ resource }) => resource.urn));
  });
}

/**
 * The tiers with a VM in a Subnet whose ways out miss a Subregion in which they stand.
 * @param enough in how many Subregions there must be a way out, in all by default
 * @throws {Undecided} when routers that are not known may fill the gaps
 */
export function tiersShutInWith(subnet: Subnet, enough?: number): Tier[] {
  return tiersIn(subnet).filter((tier) => missesWayOut(tier, enough));
}

/**
 * The Subregions in which a tier with a VM in a Subnet has no way out; none when it has one in enough of them.
 * @param enough in how many Subregions there must be a way out, in all by default
 * @throws {Undecided} when routers that are not known may fill the gaps
 */
export function subregionsWithoutWayOut(subnet: Subnet, enough?: number): string[] {
  const { region } = subnet.system.settings;
  const missing = new Set(
    tiersIn(subnet).flatMap((tier) => findMissingSubregions(region, waysOutOfTier(tier), enough)),
  );
  return subregionsOf(region).filter((subregion) => missing.has(subregion));
}

function missesWayOut(tier: Tier, enough: number | undefined): boolean {
  return missesWhereItStands(tier, waysOutOfTier(tier), enough);
}

function waysOutOfTier(tier: Tier): readonly Member[] {
  return tier.system.memo("ways out", tier, () => tier.members.flatMap(waysOutOf));
}

/**
 * The ways by which a VM reaches the Internet: the routers of its Subnets, and, where it has a public IP, the Internet
 * service, which lies in no Subregion: that way stands and falls with the VM.
 */
export function waysOutOf(vm: Vm): Member[] {
  const direct = attempt(() =>
    all(
      () => hasPublicAddress(vm),
      () =>
        !vm.isInNet || some(vm.subnets().flatMap(findInternetRoutesOf), (route) => route().leadsStraightToInternet()),
    ),
  );
  return [
    ...routersOfVm(vm).map((router) => ({ subregion: () => router().subregion() })),
    ...(direct.value === false ? [] : [{ subregion: () => vm.subregion(), ...(direct.why && { why: direct.why }) }]),
  ];
}

/** The NAT services of the Net of a Subnet. */
export function natServicesOf(subnet: Subnet): NatService[] {
  const net = subnet.net();
  return subnet.system.memo(natServicesOf, net, () =>
    subnet.system.all(NatService).filter((nat) => certainly(() => nat.subnet().net() === net)),
  );
}

/**
 * The Subregions in which the Net of a Subnet has no NAT service; none when it has one in enough of them.
 * @param enough in how many Subregions there must be one, in all by default
 * @throws {Undecided} when NAT services that are not known may fill the gaps
 */
export function subregionsWithoutNatService(subnet: Subnet, enough?: number): string[] {
  const services = natServicesOf(subnet).map((nat) => ({ subregion: () => nat.subregion() }));
  const hidden = subnet.system.all(NatService).filter((nat) => attempt(() => nat.subnet().net()).why !== undefined);
  some(hidden, (nat) => nat.subnet().net() === subnet.net());
  return findMissingSubregions(subnet.system.settings.region, services, enough);
}
