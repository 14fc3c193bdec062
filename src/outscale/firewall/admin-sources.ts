import { any } from "../../stack";
import { AddressSet } from "../openings/address-set";
import { GroupOpening, type Opening, RangeOpening } from "../resources/rule-openings";
import { VPN } from "../tiers/job";
import { vpnRangesIn } from "../vpn/vpn-ranges";
import { letsInTier } from "./group-holders";

/**
 * Whether administrators may come from the peer of an opening: from their networks or from behind a VPN, where these
 * are told; by the group of a bastion, of a VPN's VMs, or of the rule itself, whose members are peers.
 * @throws {Undecided} when that is not known
 */
export function isAdminSource(opening: Opening): boolean {
  if (opening instanceof RangeOpening) return isAdminRange(opening);
  if (!(opening instanceof GroupOpening)) return false;
  return any(
    () => opening.isOwnGroup(),
    () => letsInTier(opening, [...opening.system.settings.publicTiers, VPN]),
  );
}

/** With no network told, a range of one place or a private one may be the administrators'. */
function isAdminRange(opening: RangeOpening): boolean {
  const { adminNetworks } = opening.system.settings;
  if (adminNetworks.length === 0) return opening.isOfRange();
  const networks = AddressSet.of(adminNetworks);
  return isWithinVpn(opening, networks);
}

/**
 * Whether all addresses of an opening are behind VPN connections, or in a network that counts as that.
 * @throws {Undecided} when they may be behind one that is not known
 */
export function isWithinVpn(opening: RangeOpening, networks = NO_NETWORKS): boolean {
  const { known, why } = vpnRangesIn(opening.rule.system);
  const isWithin = AddressSet.of([opening.addresses]).isSubsetOf(networks.union(known));
  if (!isWithin && why) throw why;
  return isWithin;
}

const NO_NETWORKS = AddressSet.of([]);
