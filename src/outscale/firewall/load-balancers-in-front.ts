import {
  addTo,
  all,
  any,
  attempt,
  certainly,
  type Maybe,
  type Possible,
  some,
  type Undecided,
  UnknownValue,
} from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { addressesOf } from "../provider/addresses";
import { tcpPort } from "../provider/ports";
import type { System } from "../provider/system";
import { type Listener, listenersOfBalancer } from "../resources/listener";
import { LoadBalancer } from "../resources/load-balancer";
import type { GroupReference } from "../resources/security-group";
import type { RangeOpening } from "../resources/rule-openings";
import type { Subnet } from "../resources/subnet";
import { Vm } from "../resources/vm";
import { backendsOf } from "../tiers/backends";
import { holdersOf } from "./group-holders";

/** A load balancer in front of something, or that may be. */
export type LoadBalancerInFront = Maybe<LoadBalancer>;

interface LoadBalancersByVm {
  /** By the urns of the VMs. */
  readonly certain: ReadonlyMap<string, readonly LoadBalancerInFront[]>;
  /** Of VMs that are not known. */
  readonly possible: readonly Possible<LoadBalancer>[];
}

/**
 * The load balancers in front of the VMs that have a security group.
 * @throws {Undecided} when it is not known which group it is
 */
export function findLoadBalancersInFront(system: System, group: GroupReference): readonly LoadBalancerInFront[] {
  // Asked of every rule of the group.
  return system.memo(findLoadBalancersInFront, group.key, () => {
    const found = holdersOf(system, group).all.flatMap(({ value: holder, ...unsure }): LoadBalancerInFront[] =>
      holder instanceof Vm ? findLoadBalancersInFrontOf(holder).map((front) => ({ ...unsure, ...front })) : [],
    );
    // One front that is certain is enough, for each load balancer.
    const sure = new Set(found.filter(({ why }) => !why).map(({ value }) => value));
    return [...[...sure].map((value) => ({ value })), ...found.filter(({ value, why }) => why && !sure.has(value))];
  });
}

/** The load balancers in front of a VM, and those that may be. */
function findLoadBalancersInFrontOf({ system, resource }: Vm): LoadBalancerInFront[] {
  const { certain, possible } = system.memo(findAllInFront, system, () => findAllInFront(system));
  return [...(certain.get(resource.urn) ?? []), ...possible.filter(({ why }) => why.mayLeadTo(resource))];
}

/**
 * Whether a load balancer that faces the Internet sends requests to a VM.
 * @throws {Undecided} when none certainly does, and one may
 */
export function isBehindPublicBalancer(vm: Vm): boolean {
  const isFacing = ({ value: balancer, why }: LoadBalancerInFront) => {
    if (!balancer.isInternetFacing()) return false;
    if (why) throw why;
    return true;
  };
  return any(
    () => some(findLoadBalancersInFrontOf(vm), isFacing),
    () => isInAnotherPart(vm.system, vm.resource, IN_FRONT),
  );
}

const IN_FRONT = {
  en: "a load balancer in front of this VM",
  fr: "un load balancer devant cette VM",
};

function findAllInFront(system: System): LoadBalancersByVm {
  const certain = new Map<string, LoadBalancerInFront[]>();
  const possible: Possible<LoadBalancer>[] = [];
  for (const balancer of system.all(LoadBalancer)) {
    for (const { machine, subregion, why } of backendsOf(balancer)) {
      if (machine instanceof Vm) {
        addTo(certain, machine.resource.urn, { value: balancer, ...(why && { why }) });
      } else if (!machine) {
        const hidden = why ?? findWhyHidden(subregion);
        if (hidden) possible.push({ value: balancer, why: hidden });
      }
    }
  }
  return { certain, possible };
}

/** What hides which machine a backend is; nothing for one that is outside the stack. */
function findWhyHidden(subregion: () => string): Undecided | undefined {
  const found = attempt(subregion);
  if (!found.why) return undefined;
  return found.why instanceof UnknownValue && found.why.why === "outside" ? undefined : found.why;
}

/**
 * Whether an opening leads to what is behind a load balancer without passing it: from outside the Net, or from all of
 * a range that its Subnet is only a part of.
 * @throws {Undecided} when that is not known
 */
export function bypasses(opening: RangeOpening, { value: balancer, why }: LoadBalancerInFront): boolean {
  const passes = all(
    () => opening.isInForce(),
    () => some(listenersOfBalancer(balancer), (listener) => admitsBehind(opening, listener)),
    () =>
      any(
        () => opening.isPublic(),
        () => some(balancer.subnets(), (subnet) => isWider(opening, subnet)),
      ),
  );
  if (passes && why) throw why;
  return passes;
}

/** The ports behind a load balancer that an opening admits. */
export function portsBehind(opening: RangeOpening, { value: balancer }: LoadBalancerInFront): number[] {
  const admitted = listenersOfBalancer(balancer).filter((each) => certainly(() => admitsBehind(opening, each)));
  return admitted.flatMap(({ backendPort }) => backendPort ?? []);
}

function admitsBehind(opening: RangeOpening, { backendPort }: Listener): boolean {
  return backendPort !== undefined && opening.admits(tcpPort(backendPort));
}

function isWider({ addresses }: RangeOpening, subnet: Subnet): boolean {
  const range = addressesOf(subnet.written.ipRange ?? "");
  if (range?.family !== addresses.family) return false;
  const holds = addresses.first <= range.first && range.last <= addresses.last;
  return holds && (addresses.first !== range.first || addresses.last !== range.last);
}
