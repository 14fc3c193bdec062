import { any, attempt, type Stack } from "../stack";
import { addressesOf } from "./addresses";
import { letsInTier } from "./group-holders";
import { AddressSet } from "./openings/address-set";
import { GroupOpening, type Opening, RangeOpening } from "./security-group-rule";
import type { SharedSettings } from "./settings";
import { View } from "./view";

/** Addresses that a VPN connection leads to. */
class VpnConnectionRoute extends View<"outscale:index/vpnConnectionRoute:VpnConnectionRoute"> {
  static readonly types = ["outscale:index/vpnConnectionRoute:VpnConnectionRoute"] as const;
}

const VPN = "vpn";

/**
 * Whether administrators may come from the peer of an opening: from their networks or from behind a VPN, where these
 * are told; by the group of a bastion, of a VPN's VMs, or of the rule itself, whose members are peers.
 * @throws {Undecided} when that is not known
 */
export function isAdminSource(opening: Opening, shared: SharedSettings): boolean {
  if (opening instanceof RangeOpening) return isAdminRange(opening, shared);
  if (!(opening instanceof GroupOpening)) return false;
  return any(
    () => opening.isOwnGroup(),
    () => letsInTier(opening, [...shared.publicTiers, VPN], shared),
  );
}

/** With no network told, a range of one place or a private one may be the administrators'. */
function isAdminRange(opening: RangeOpening, { adminNetworks }: SharedSettings): boolean {
  if (adminNetworks.length === 0) return opening.isOfRange();
  const { known, why } = vpnRanges(opening.rule.stack);
  const networks = AddressSet.of(adminNetworks.flatMap((network) => addressesOf(network) ?? []));
  const isWithin = AddressSet.of([opening.addresses]).isSubsetOf(networks.union(known));
  if (!isWithin && why) throw why;
  return isWithin;
}

function vpnRanges(stack: Stack) {
  return stack.derive("ranges behind VPN connections", () => {
    const ranges = stack.all(VpnConnectionRoute).map((route) => attempt(() => route.written.destinationIpRange ?? ""));
    const [why] = ranges.flatMap((range) => ("why" in range ? [range.why] : []));
    const known = ranges.flatMap((range) => ("value" in range ? (addressesOf(range.value) ?? []) : []));
    return { known: AddressSet.of(known), why };
  });
}
