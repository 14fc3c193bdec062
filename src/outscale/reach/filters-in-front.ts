import { attempt, attemptEach, type Reading } from "../../stack";
import {
  type SecurityGroupTarget,
  targetOfBalancer,
  targetsOfVm,
  targetOfNic,
} from "../firewall/security-group-targets";
import { AddressSet } from "../openings/address-set";
import { EVERY_SERVICE, servicesAt, type ServiceRange } from "../openings/services";
import { addressesOf } from "../provider/addresses";
import { tcpPort } from "../provider/ports";
import { listenersOfBalancer } from "../resources/listener";
import type { LoadBalancer } from "../resources/load-balancer";
import { nicsOf } from "../resources/nic-link";
import type { Subnet } from "../resources/subnet";
import type { Vm } from "../resources/vm";
import { type Passage, findPassages, type FlowPeer } from "./filter";

/** What the security groups in front of a VM let in from a peer. */
export function findPassagesToVm(vm: Vm, peer: FlowPeer): Passage[] {
  return findGuards(vm).flatMap(({ value: guarded, why }): Passage[] =>
    why ? [{ services: EVERY_SERVICE, why }] : findPassages(vm.system, guarded, "Inbound", peer),
  );
}

/** What the security groups of a load balancer let in from a peer; in the public Cloud it has none, and lets all in. */
export function findPassagesToBalancer(balancer: LoadBalancer, peer: FlowPeer): Passage[] {
  if (!balancer.isInNet) return [{ services: EVERY_SERVICE }];
  return findPassages(balancer.system, targetOfBalancer(balancer), "Inbound", peer);
}

/** What the security groups of a VM guard: itself, or each of its NICs. */
export function findGuards(vm: Vm): Reading<SecurityGroupTarget>[] {
  return [
    ...targetsOfVm(vm).map((value) => ({ value })),
    ...nicsOf(vm).map((nic) => attempt(() => targetOfNic(nic()))),
  ];
}

/** What a load balancer is for those it sends requests to. */
export function peerOfBalancer(balancer: LoadBalancer): FlowPeer {
  return { ...rangesOf(() => balancer.subnets()), groups: balancer.isInNet ? targetOfBalancer(balancer).groups() : [] };
}

/** What a listener takes and where it sends it. */
export interface ForwardedPort {
  readonly at: ServiceRange;
  readonly behind: ServiceRange;
}

/** @throws {UnknownValue} when a listener is not known */
export function listForwardedPorts(balancer: LoadBalancer): ForwardedPort[] {
  const at = (number = -1) => servicesAt(tcpPort(number));
  return listenersOfBalancer(balancer).map(({ port, backendPort }) => ({ at: at(port), behind: at(backendPort) }));
}

/** What a VM is for those it calls: its private addresses where they are written, else those of its Subnets. */
export function peerOfVm(vm: Vm): FlowPeer {
  const written = attempt(() => [...(vm.written.privateIps ?? [])]);
  const isTold = !written.why && written.value.length > 0;
  return {
    ...(isTold ? { addresses: addressesIn(written.value) } : rangesOf(() => vm.subnets())),
    groups: findGuards(vm).flatMap(({ value: guarded }) => guarded?.groups() ?? []),
  };
}

function rangesOf(subnets: () => readonly Subnet[]): Omit<FlowPeer, "groups"> {
  const found = attempt(subnets);
  if (found.why) return { addresses: addressesIn([]), hidden: { why: found.why, within: EVERY_IPV4 } };
  const { known, why } = attemptEach(found.value.map((subnet) => () => subnet.written.ipRange ?? ""));
  const addresses = addressesIn(known);
  if (!why) return { addresses };
  const { known: ofNets, why: hides } = attemptEach(
    found.value.map((subnet) => () => subnet.net().written.ipRange ?? ""),
  );
  return { addresses, hidden: { why, within: hides ? EVERY_IPV4 : addressesIn(ofNets) } };
}

/** All that the addresses of a Subnet may be: Nets have none of the other family. */
const EVERY_IPV4 = addressesIn(["0.0.0.0/0"]);

function addressesIn(texts: readonly string[]): AddressSet {
  return AddressSet.of(texts.flatMap((text) => addressesOf(text) ?? []));
}
