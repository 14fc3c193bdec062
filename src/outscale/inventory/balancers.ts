import { attempt, valueAt } from "../../stack";
import { elementPaths } from "../provider/view";
import type { LoadBalancer } from "../resources/load-balancer";
import { Vm } from "../resources/vm";
import { type Backend, backendsOf } from "../tiers/backends";
import { answered, hidden, isKnown, own, ownNumber, read, textOf, textsOf, type Told } from "./told";
import { stateOf } from "./vms";
import { idOf } from "./volumes";

/** A load balancer, as far as it is told. */
export interface BalancerEvidence {
  readonly urn: string;
  readonly name: string;
  /** The name by which the provider knows it: it has no other id. */
  readonly id: Told;
  readonly dnsName: Told;
  readonly publicIp: Told;
  /** `internet-facing` or `internal`. */
  readonly type: Told;
  /** Older versions of the provider do not tell it. */
  readonly state: Told;
  readonly subregion: Told;
  readonly netId: Told;
  readonly subnetIds: readonly Told[];
  readonly listeners: readonly ListenerEvidence[];
  readonly backends: readonly BackendEvidence[];
}

/** What a listener takes, and where it sends it. */
export interface ListenerEvidence {
  readonly port: Told<number>;
  readonly protocol: Told;
  readonly backendPort: Told<number>;
}

/** What a load balancer sends requests to. */
export interface BackendEvidence {
  readonly name: string;
  readonly id: Told;
  readonly state: Told;
  readonly subregion: Told;
}

export function balancerEvidence(balancer: LoadBalancer, isDeployed: boolean): BalancerEvidence {
  const { resource } = balancer;
  const placed = textOf(answered(resource, "subregionNames[0]"));
  return {
    urn: resource.urn,
    name: balancer.name,
    id: own(resource, "loadBalancerName"),
    dnsName: textOf(answered(resource, "dnsName")),
    publicIp: textOf(answered(resource, "publicIp")),
    type: own(resource, "loadBalancerType"),
    state: textOf(answered(resource, "state")),
    subregion: isKnown(placed) ? placed : read(() => balancer.subregion()),
    netId: netOf(balancer),
    subnetIds: textsOf(answered(resource, "subnets") ?? valueAt(resource.inputs, "subnets")),
    listeners: elementPaths(resource.inputs, "listeners").map((path) => ({
      port: ownNumber(resource, `${path}.loadBalancerPort`),
      protocol: own(resource, `${path}.loadBalancerProtocol`),
      backendPort: ownNumber(resource, `${path}.backendPort`),
    })),
    backends: distinct(backendsOf(balancer).map((backend) => backendEvidence(backend, isDeployed))),
  };
}

function netOf(balancer: LoadBalancer): Told {
  const answer = textOf(answered(balancer.resource, "netId"));
  if (isKnown(answer)) return answer;
  const net = attempt(() => balancer.net());
  if (net.why) return hidden(net.why);
  return net.value ? idOf(net.value.resource, "netId") : null;
}

function backendEvidence({ name, machine, subregion, why }: Backend, isDeployed: boolean): BackendEvidence {
  if (!machine) return { name, id: null, state: null, subregion: read(subregion) };
  const placed = textOf(answered(machine.resource, "placementSubregionName"));
  return {
    name,
    id: idOf(machine.resource, machine instanceof Vm ? "vmId" : "nicId"),
    state: why ? hidden(why) : machine instanceof Vm ? stateOf(machine, isDeployed) : null,
    subregion: isKnown(placed) ? placed : read(subregion),
  };
}

/** Several listeners may send to the same machine. */
function distinct(backends: readonly BackendEvidence[]): BackendEvidence[] {
  return [...new Map(backends.map((backend) => [JSON.stringify(backend), backend])).values()];
}
