import { any, attempt, type Undecided, UnknownValue } from "../../stack";
import type { SecurityGroupTarget } from "../firewall/security-group-targets";
import { AddressSet } from "../openings/address-set";
import { EVERY_SERVICE, type ServiceRange, intersectServices } from "../openings/services";
import type { System } from "../provider/system";
import { type GroupReference, SecurityGroup } from "../resources/security-group";
import { type Flow, GroupOpening, type Opening, RangeOpening } from "../resources/rule-openings";
import { findOpenings } from "./rules";

/** The other end of a flow: its addresses, and the security groups it is in. */
export interface FlowPeer {
  readonly addresses: AddressSet;
  /** What hides its other addresses, and among which they are. */
  readonly hidden?: { readonly why: Undecided; readonly within: AddressSet };
  readonly groups: readonly (() => GroupReference)[];
}

/** What a security group lets pass between what it guards and a peer. */
export interface Passage {
  readonly services: ServiceRange;
  /** The rule that says so; absent where a group does by default. */
  readonly opening?: Opening;
  readonly why?: Undecided;
}

/** What the groups of a VM, a NIC or a load balancer let pass in one direction, from or to a peer. */
export function findPassages(system: System, guarded: SecurityGroupTarget, flow: Flow, peer: FlowPeer): Passage[] {
  return guarded.groups().flatMap((target): Passage[] => {
    const group = attempt(target);
    if (group.why) return [{ services: EVERY_SERVICE, why: group.why }];
    if (!group.value.resource) {
      const why = new UnknownValue(guarded.resource, guarded.groupsProperty, { outside: true });
      return [...applyRules(system, group.value, flow, peer), { services: EVERY_SERVICE, why }];
    }
    const { resource } = group.value;
    const isOpen = attempt(
      () => flow === "Outbound" && system.view(resource, SecurityGroup).keepsDefaultOutboundRule(),
    );
    if (isOpen.why) return [{ services: EVERY_SERVICE, why: isOpen.why }];
    return isOpen.value ? [{ services: EVERY_SERVICE }] : applyRules(system, group.value, flow, peer);
  });
}

function applyRules(system: System, group: GroupReference, flow: Flow, peer: FlowPeer): Passage[] {
  return findOpenings(system, group, flow).all.flatMap(({ value: opening, why }): Passage[] => {
    const passes = attempt(() => opening.isInForce() && matchesPeer(opening, peer));
    if (passes.why) return [{ services: opening.servicesAtMost, opening, why: passes.why }];
    if (!passes.value) return [];
    const services = attempt(() => opening.services);
    if (services.why) return [{ services: opening.servicesAtMost, opening, why: services.why }];
    return [{ services: services.value, opening, ...(why && { why }) }];
  });
}

function matchesPeer(opening: Opening, peer: FlowPeer): boolean {
  if (opening instanceof RangeOpening) return isAmong(peer, AddressSet.of([opening.addresses]));
  if (!(opening instanceof GroupOpening)) return false;
  return any(...peer.groups.map((group) => () => opening.isGroup(({ key }) => group().key === key)));
}

/**
 * Whether an address of a peer is among some.
 * @throws {Undecided} when it may be one that is not known
 */
export function isAmong({ addresses: known, hidden }: FlowPeer, addresses: AddressSet): boolean {
  if (!known.intersection(addresses).isEmpty) return true;
  if (!hidden || hidden.within.intersection(addresses).isEmpty) return false;
  if (hidden.within.isSubsetOf(addresses)) return true;
  throw hidden.why;
}

/** The passages that carry some of the services, cut down to these. */
export function cutPassages(passages: readonly Passage[], services: readonly ServiceRange[]): Passage[] {
  return passages.flatMap((passage) =>
    intersectServices(passage.services, services).map((cut) => ({ ...passage, services: cut })),
  );
}
