import { all, attempt, some, type Stack, type Undecided } from "../stack";
import { addressesOf } from "./addresses";
import { AddressSet } from "./openings/address-set";
import { View } from "./view";

/** The Net's end of its VPN connections. */
export class VirtualGateway extends View<"outscale:index/virtualGateway:VirtualGateway"> {
  static readonly types = ["outscale:index/virtualGateway:VirtualGateway"] as const;
}

/** Ties a virtual gateway to a client gateway. */
class VpnConnection extends View<"outscale:index/vpnConnection:VpnConnection"> {
  static readonly types = ["outscale:index/vpnConnection:VpnConnection"] as const;

  /** @throws {UnknownValue} when it is not in the stack */
  gateway(): VirtualGateway {
    return this.target("virtualGatewayId", VirtualGateway);
  }

  /** Whether its routes are those that the program writes; else the other end tells more of them. */
  hasStaticRoutesOnly(): boolean {
    return this.written.staticRoutesOnly === true;
  }
}

/** Addresses that a VPN connection leads to. */
class VpnConnectionRoute extends View<"outscale:index/vpnConnectionRoute:VpnConnectionRoute"> {
  static readonly types = ["outscale:index/vpnConnectionRoute:VpnConnectionRoute"] as const;

  /** @throws {UnknownValue} when it is not in the stack */
  connection(): VpnConnection {
    return this.target("vpnConnectionId", VpnConnection);
  }

  addresses(): AddressSet {
    return AddressSet.of([addressesOf(this.written.destinationIpRange ?? "")].flatMap((range) => range ?? []));
  }
}

/** Addresses behind VPN connections, and what hides whether there are others. */
export interface VpnRanges {
  readonly known: AddressSet;
  readonly why?: Undecided;
}

/** The addresses that the static routes of the VPN connections of a stack lead to. */
export function vpnRangesIn(stack: Stack): VpnRanges {
  return stack.derive(vpnRangesIn, () => rangesOf(stack.all(VpnConnectionRoute), () => true));
}

/** The same of the connections of one virtual gateway. */
export function vpnRangesOf({ stack, resource }: VirtualGateway): VpnRanges {
  return rangesOf(stack.all(VpnConnectionRoute), (route) => route.connection().gateway().resource === resource);
}

/**
 * Whether the other end of a virtual gateway's connections tells routes of its own.
 * @throws {Undecided} when none certainly does and one may
 */
export function learnsRoutes({ stack, resource }: VirtualGateway): boolean {
  return some(stack.all(VpnConnection), (connection) =>
    all(
      () => connection.gateway().resource === resource,
      () => !connection.hasStaticRoutesOnly(),
    ),
  );
}

function rangesOf(routes: readonly VpnConnectionRoute[], test: (route: VpnConnectionRoute) => boolean): VpnRanges {
  const ranges = routes.map((route) => attempt(() => (test(route) ? route.addresses() : AddressSet.of([]))));
  const [why] = ranges.flatMap((range) => ("why" in range ? [range.why] : []));
  const known = ranges.flatMap((range) => ("value" in range ? range.value.ranges : []));
  return { known: AddressSet.of(known), ...(why && { why }) };
}
