import { attempt, type Reading } from "../../stack";
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
  const subnets = attempt(() => balancer.subnets().map((subnet) => subnet.written.ipRange ?? ""));
  const ranges = subnets.why ? [] : subnets.value;
  return {
    addresses: AddressSet.of(ranges.flatMap((range) => addressesOf(range) ?? [])),
    groups: balancer.isInNet ? targetOfBalancer(balancer).groups() : [],
  };
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
  const written = attempt(() => vm.written.privateIps ?? []);
  const subnets = attempt(() => vm.subnets().map((subnet) => subnet.written.ipRange ?? ""));
  const texts = !written.why && written.value.length > 0 ? written.value : subnets.why ? [] : subnets.value;
  return {
    addresses: AddressSet.of(texts.flatMap((text) => addressesOf(text) ?? [])),
    groups: findGuards(vm).flatMap(({ value: guarded }) => guarded?.groups() ?? []),
  };
}
