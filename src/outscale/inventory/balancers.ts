import { attempt, valueAt } from "../../stack";
import { elementPaths } from "../provider/view";
import type { LoadBalancer } from "../resources/load-balancer";
import { Vm } from "../resources/vm";
import { type Backend, backendsOf } from "../tiers/backends";
import {
  readOutput,
  explainUnknown,
  isKnown,
  readWritten,
  readWrittenNumber,
  readKnown,
  textOf,
  textsOf,
  type KnownValue,
} from "./known-values";
import { stateOf } from "./vms";
import { idOf } from "./volumes";
import { valueOf } from "./words";

/** A load balancer, as far as it is told. */
export interface BalancerEvidence {
  readonly urn: string;
  readonly name: string;
  /** The name by which the provider knows it: it has no other id. */
  readonly id: KnownValue;
  readonly dnsName: KnownValue;
  readonly publicIp: KnownValue;
  /** `internet-facing` or `internal`. */
  readonly type: KnownValue;
  /** Older versions of the provider do not tell it. */
  readonly state: KnownValue;
  readonly subregion: KnownValue;
  readonly netId: KnownValue;
  readonly subnetIds: readonly KnownValue[];
  readonly listeners: readonly ListenerEvidence[];
  readonly backends: readonly BackendEvidence[];
}

/** What a listener takes, and where it sends it. */
export interface ListenerEvidence {
  readonly port: KnownValue<number>;
  readonly protocol: KnownValue;
  readonly backendPort: KnownValue<number>;
}

/** What a load balancer sends requests to. */
export interface BackendEvidence {
  readonly name: string;
  readonly id: KnownValue;
  readonly state: KnownValue;
  readonly subregion: KnownValue;
}

export function describeBalancer(balancer: LoadBalancer, isDeployed: boolean): BalancerEvidence {
  const { resource } = balancer;
  const placed = textOf(readOutput(resource, "subregionNames[0]"));
  return {
    urn: resource.urn,
    name: balancer.name,
    id: readWritten(resource, "loadBalancerName"),
    dnsName: textOf(readOutput(resource, "dnsName")),
    publicIp: textOf(readOutput(resource, "publicIp")),
    type: readWritten(resource, "loadBalancerType"),
    state: valueOf("state", textOf(readOutput(resource, "state"))),
    subregion: isKnown(placed) ? placed : readKnown(() => balancer.subregion()),
    netId: netOf(balancer),
    subnetIds: textsOf(readOutput(resource, "subnets") ?? valueAt(resource.inputs, "subnets")),
    listeners: elementPaths(resource.inputs, "listeners").map((path) => ({
      port: readWrittenNumber(resource, `${path}.loadBalancerPort`),
      protocol: valueOf("protocol", readWritten(resource, `${path}.loadBalancerProtocol`)),
      backendPort: readWrittenNumber(resource, `${path}.backendPort`),
    })),
    backends: removeDuplicates(backendsOf(balancer).map((backend) => describeBackend(backend, isDeployed))),
  };
}

function netOf(balancer: LoadBalancer): KnownValue {
  const answer = textOf(readOutput(balancer.resource, "netId"));
  if (isKnown(answer)) return answer;
  const net = attempt(() => balancer.net());
  if (net.why) return explainUnknown(net.why);
  return net.value ? idOf(net.value.resource, "netId") : null;
}

function describeBackend({ name, machine, subregion, why }: Backend, isDeployed: boolean): BackendEvidence {
  if (!machine) return { name, id: null, state: null, subregion: readKnown(subregion) };
  const placed = textOf(readOutput(machine.resource, "placementSubregionName"));
  return {
    name,
    id: idOf(machine.resource, machine instanceof Vm ? "vmId" : "nicId"),
    state: why ? explainUnknown(why) : machine instanceof Vm ? stateOf(machine, isDeployed) : null,
    subregion: isKnown(placed) ? placed : readKnown(subregion),
  };
}

/** Several listeners may send to the same machine. */
function removeDuplicates(backends: readonly BackendEvidence[]): BackendEvidence[] {
  return [...new Map(backends.map((backend) => [JSON.stringify(backend), backend])).values()];
}
