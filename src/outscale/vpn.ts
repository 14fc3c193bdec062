import { all, any, reference, type Resource, some, UnknownValue, UnreadableValue } from "../stack";
import { stemOf } from "./names";
import { Net, TO_NET } from "./net";
import { isInAnotherPart } from "./part";
import { referring } from "./referring";
import type { SharedSettings } from "./settings";
import { declaredJob } from "./job";
import { View } from "./view";
import { Vm } from "./vm";

const VPN_FOR_NET = { en: "a VPN for this Net", fr: "un VPN pour ce Net" };
const GATEWAY = { path: "virtualGatewayId", types: ["outscale:index/virtualGateway:VirtualGateway"] };
const GATEWAY_LINKS = ["outscale:index/virtualGatewayLink:VirtualGatewayLink"];
const CONNECTIONS = ["outscale:index/vpnConnection:VpnConnection"];

/**
 * Whether a VPN, or a declared DirectLink, carries what leaves a Net: its own, or that of the hub it is peered with.
 * @throws {Undecided} when none is certain and one is possible
 */
export function isBehindVpn(net: Net, shared: SharedSettings): boolean {
  return any(
    () => hasVpn(net, shared),
    () => some(ENDS, ([own, other]) => some(peerings(net, own), (peering) => endsAtHub(net, peering(), other, shared))),
    () => isInAnotherPart(net.stack, shared, net.resource, VPN_FOR_NET),
  );
}

function hasVpn(net: Net, shared: SharedSettings): boolean {
  return any(
    () => net.isNamedIn(shared.directLinks),
    () => some(referring(net, net.resource, GATEWAY_LINKS, TO_NET), (link) => isConnected(net, link())),
    () => some(net.stack.all(Vm), (vm) => isVpnVm(vm, net, shared)),
  );
}

/** A virtual gateway carries something once a connection ties it to a client gateway. */
function isConnected(net: Net, link: Resource): boolean {
  const target = reference(net.stack, link, GATEWAY);
  if (!target || "outside" in target) throw new UnknownValue(link, GATEWAY.path, { outside: target !== undefined });
  return some(referring(net, target.resource, CONNECTIONS, GATEWAY), (connection) => Boolean(connection()));
}

const VPN = "vpn";
const GUESSED = { en: "a VM that only its name makes a VPN", fr: "une VM dont seul le nom fait un VPN" };

function isVpnVm(vm: Vm, net: Net, shared: SharedSettings): boolean {
  return all(
    () => vm.net() === net,
    () => !vm.isStopped(),
    () => {
      const job = declaredJob(vm, shared);
      if (job) return job.name.toLowerCase() === VPN;
      if (stemOf(vm.name, shared.region, shared.memberWords) !== VPN) return false;
      throw new UnreadableValue(vm.resource, "tags", GUESSED);
    },
  );
}

/** A peering ties two Nets, of one account or two. */
class NetPeering extends View<"outscale:index/netPeering:NetPeering"> {
  static readonly types = ["outscale:index/netPeering:NetPeering"] as const;
}

const ENDS = [
  ["sourceNetId", "accepterNetId"],
  ["accepterNetId", "sourceNetId"],
] as const;

function peerings(net: Net, path: string): (() => Resource)[] {
  return referring(net, net.resource, NetPeering.types, { path, types: Net.types });
}

/** A peering with a shared Net: what carries the shared Net's flows carries this one's. */
function endsAtHub({ stack }: Net, peering: Resource, path: string, shared: SharedSettings): boolean {
  const target = reference(stack, peering, { path, types: Net.types });
  if (target && "resource" in target) {
    const hub = stack.view(target.resource, Net);
    return hub.isNamedIn(shared.sharedNets) && hasVpn(hub, shared);
  }
  const elsewhere = shared.sharedNets.filter((name) => !stack.all(Net).some((net) => net.isNamedIn([name])));
  if (elsewhere.length === 0) return false;
  throw new UnknownValue(peering, path, { outside: true });
}
