import { attemptEach, type Undecided } from "../../stack";
import { AddressSet } from "../openings/address-set";
import type { System } from "../provider/system";
import { type VirtualGateway, VpnConnectionRoute } from "../resources/vpn-gateway";

/** Addresses behind VPN connections, and what hides whether there are others. */
export interface VpnRanges {
  readonly known: AddressSet;
  readonly why?: Undecided;
}

/** The addresses that the static routes of the VPN connections of a stack lead to. */
export function vpnRangesIn(system: System): VpnRanges {
  return system.memo(vpnRangesIn, system, () => rangesOf(system.all(VpnConnectionRoute), () => true));
}

/** The addresses that the static routes of the VPN connections of one virtual gateway lead to. */
export function vpnRangesOf({ system, resource }: VirtualGateway): VpnRanges {
  return rangesOf(system.all(VpnConnectionRoute), (route) => route.connection().gateway().resource === resource);
}

function rangesOf(routes: readonly VpnConnectionRoute[], test: (route: VpnConnectionRoute) => boolean): VpnRanges {
  const { known, why } = attemptEach(routes.map((route) => () => (test(route) ? route.addresses().ranges : [])));
  return { known: AddressSet.of(known.flat()), ...(why && { why }) };
}
