import { all, any, attemptEach, reference, type Resource, some, UnknownValue, referrers } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { Net } from "../resources/net";
import { NetPeering } from "../resources/net-peering";
import { Vm } from "../resources/vm";
import { connectionsOf } from "../resources/vpn-gateway";
import { isOfTierOrNamed, VPN } from "../tiers/job";

const VPN_FOR_NET = { en: "a VPN for this Net", fr: "un VPN pour ce Net" };

/**
 * Whether a VPN, or a declared DirectLink, carries what leaves a Net: its own, or that of the hub it is peered with.
 * @throws {Undecided} when none is certain and one is possible
 */
export function isBehindVpn(net: Net): boolean {
  return any(
    () => hasVpn(net),
    () => some(ENDS, ([own, other]) => some(peerings(net, own), (peering) => endsAtHub(net, peering(), other))),
    () => isInAnotherPart(net.system, net.resource, VPN_FOR_NET),
  );
}

/** A VPN of the Net's own, or a declared DirectLink. */
function hasVpn(net: Net): boolean {
  return any(
    () => net.isNamedIn(net.system.settings.directLinks),
    () => some(connectionsOf(net), (connection) => Boolean(connection())),
    () => some(net.system.all(Vm), (vm) => isVpnVm(vm, net)),
  );
}

const GUESSED = { en: "a VM that only its name makes a VPN", fr: "une VM dont seul le nom fait un VPN" };

function isVpnVm(vm: Vm, net: Net): boolean {
  return all(
    () => vm.net() === net,
    () => !vm.isStopped(),
    () => isOfTierOrNamed(vm, [VPN], GUESSED),
  );
}

const ENDS = [
  ["sourceNetId", "accepterNetId"],
  ["accepterNetId", "sourceNetId"],
] as const;

function peerings(net: Net, path: string): (() => Resource)[] {
  return referrers(net.system, net.resource, NetPeering.types, { path, types: Net.types }).lookups();
}

/** A peering with a shared Net: what carries the shared Net's flows carries this one's. */
function endsAtHub({ system }: Net, peering: Resource, path: string): boolean {
  const target = reference(system, peering, { path, types: Net.types });
  if (target && "resource" in target) {
    const hub = system.view(target.resource, Net);
    return hub.isNamedIn(system.settings.sharedNets) && hasVpn(hub);
  }
  const elsewhere = system.settings.sharedNets.filter((name) => !system.all(Net).some((net) => net.isNamedIn([name])));
  if (elsewhere.length === 0) return false;
  throw new UnknownValue(peering, path, { outside: true });
}

const SECOND_CONNECTION = { en: "a second VPN connection of this Net", fr: "une seconde connexion VPN de ce Net" };

/**
 * The one public address of the client's that all VPN connections of a Net lead to.
 * @returns `undefined` for a Net without connection, with several addresses, or with a DirectLink beside
 * @throws {Undecided} when what is not known may be a second address
 */
export function onlyPeerOf(net: Net): string | undefined {
  const connections = connectionsOf(net);
  if (connections.length === 0 || net.isNamedIn(net.system.settings.directLinks)) return undefined;
  const { known, why } = attemptEach(connections.map((connection) => () => connection().clientAddress()));
  const addresses = new Set(known);
  if (addresses.size > 1) return undefined;
  if (why) throw why;
  const [only] = addresses;
  isInAnotherPart(net.system, net.resource, SECOND_CONNECTION);
  return only;
}
