import {
  attempt,
  certainly,
  type Reference,
  references,
  referrers,
  type Resource,
  type Target,
  type Undecided,
  UnknownValue,
} from "../../stack";
import type { Member } from "../grouping/spread";
import { addressesOf } from "../provider/addresses";
import type { System } from "../provider/system";
import { type LoadBalancer, LoadBalancerVms, TO_LOAD_BALANCER } from "../resources/load-balancer";
import { PublicIpLink } from "../resources/public-ip";
import { Subnet } from "../resources/subnet";
import { Nic } from "../resources/nic";
import { Vm } from "../resources/vm";

/** What a load balancer sends requests to. */
export type Backend = NamedMember & (Machine | UnknownMachine);

interface NamedMember extends Member {
  /** A VM's name, or an address. */
  readonly name: string;
}

interface Machine {
  readonly machine: Vm | Nic;
}

/** Which machine it is cannot be told, or it is none of the stack's. */
interface UnknownMachine {
  readonly machine?: never;
  readonly hidden: Undecided;
}

const PUBLIC_IP = "outscale:index/publicIp:PublicIp";

/** Where a program says what is behind a load balancer: VMs by id, or machines by IP. */
const SOURCES: readonly { types: readonly string[]; toBalancer: Reference; toBackends: Reference }[] = [
  { types: LoadBalancerVms.types, toBalancer: TO_LOAD_BALANCER, toBackends: LoadBalancerVms.toVms },
  {
    types: LoadBalancerVms.types,
    toBalancer: TO_LOAD_BALANCER,
    toBackends: { path: "backendIps", types: [...Vm.types, ...Nic.types, PUBLIC_IP], by: "publicIp" },
  },
  {
    types: ["outscale:index/loadBalancerListenerRule:LoadBalancerListenerRule"],
    toBalancer: { ...TO_LOAD_BALANCER, path: "listeners[0].loadBalancerName" },
    toBackends: { path: "vmIds", types: Vm.types },
  },
];

/** All that a load balancer sends requests to, by whatever listener. What is stopped serves nobody. */
export function backendsOf(balancer: LoadBalancer): Backend[] {
  const { system, resource } = balancer;
  return SOURCES.flatMap(({ types, toBalancer, toBackends }) => {
    const list = (from: Resource) =>
      references(system, from, toBackends).flatMap((target) => backendOf(balancer, from, target));
    return referrers(system, resource, types, toBalancer).all.flatMap(({ value: from, ...unsure }) =>
      list(from).map((backend) => ({ ...backend, ...unsure })),
    );
  });
}

function backendOf(balancer: LoadBalancer, from: Resource, target: Target): Backend[] {
  if ("unknown" in target) {
    const { path } = target.unknown;
    // The path of the list, and not of one of its elements, stands for any number.
    return [{ ...hideMachine(path, target.unknown), ...(!path.endsWith("]") && { isMany: true }) }];
  }
  if ("outside" in target) return [readBackendText(balancer, from, target.outside)];
  return readBackendResource(balancer.system, target.resource);
}

function hideMachine(name: string, why: Undecided): Backend {
  const subregion = () => {
    throw why;
  };
  return { name, subregion, hidden: why };
}

function readBackendResource(system: System, resource: Resource): Backend[] {
  if (resource.type === PUBLIC_IP) return readPublicIp(system, resource);
  return readMachine(resource.type === Nic.types[0] ? system.view(resource, Nic) : system.view(resource, Vm));
}

function readMachine(machine: Vm | Nic): Backend[] {
  const { name } = machine;
  const subregion = () => machine.subregion();
  const backend = { name, subregion, machine };
  const stopped = attempt(() => machine instanceof Vm && machine.isStopped());
  if (stopped.why) return [{ ...backend, why: stopped.why }];
  return stopped.value ? [] : [backend];
}

function readPublicIp(system: System, publicIp: Resource): Backend[] {
  const links = [
    { path: "publicIpId", types: [PUBLIC_IP] },
    { path: "publicIp", types: [PUBLIC_IP], by: "publicIp" },
  ].flatMap((how) => referrers(system, publicIp, PublicIpLink.types, how).certain);
  const [link] = links;
  if (!link) return [hideMachine(publicIp.name, new UnknownValue(publicIp, "publicIp", { outside: true }))];
  const holder = attempt(() => system.view(link, PublicIpLink).holder());
  return holder.why ? [hideMachine(publicIp.name, holder.why)] : readMachine(holder.value);
}

/** An id leads out of the stack; a private IP lies where its Subnet lies. */
function readBackendText(balancer: LoadBalancer, from: Resource, text: string): Backend {
  const hidden = new UnknownValue(from, addressesOf(text) ? "backendIps" : "backendVmIds", { outside: true });
  const subregion = () => {
    const [subnet, ...others] = subnetsWith(balancer, text);
    if (subnet && others.length === 0) return subnet.subregion();
    throw hidden;
  };
  return { name: text, subregion, hidden };
}

function subnetsWith(balancer: LoadBalancer, text: string): Subnet[] {
  const address = addressesOf(text);
  const { system } = balancer;
  const subnets = system.ofTypes(Subnet.types).map((resource) => system.view(resource, Subnet));
  return subnets.filter((subnet) =>
    certainly(() => {
      const range = addressesOf(subnet.written.ipRange ?? "");
      if (!address || !range || subnet.net() !== balancer.net()) return false;
      return range.family === address.family && range.first <= address.first && address.last <= range.last;
    }),
  );
}
