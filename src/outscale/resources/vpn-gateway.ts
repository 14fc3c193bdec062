import { all, attempt, some, refuse } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { AddressSet } from "../openings/address-set";
import { addressesOf } from "../provider/addresses";
import { View } from "../provider/view";
import { Net, TO_NET } from "./net";

const TO_GATEWAY = "virtualGatewayId";

/** A virtual gateway: where VPN connections reach a Net. */
export class VirtualGateway extends View<"outscale:index/virtualGateway:VirtualGateway"> {
  static readonly types = ["outscale:index/virtualGateway:VirtualGateway"] as const;

  /** What ties it to client gateways; what is not known throws when it is looked at. */
  connections(): (() => VpnConnection)[] {
    return this.system.referrers(this.resource, VpnConnection, BY_GATEWAY).lookups();
  }

  /**
   * Whether the other end of a connection tells routes beside those that are written.
   * @throws {Undecided} when none certainly does and one may
   */
  learnsRoutes(): boolean {
    return some(this.connections(), (connection) => connection().written.staticRoutesOnly !== true);
  }

  /** The Nets it is attached to; what is not known throws when it is looked at. */
  nets(): (() => Net)[] {
    const links = this.system.referrers(this.resource, VirtualGatewayLink, BY_GATEWAY).lookups();
    return links.map((link) => () => link().target(TO_NET.path, Net));
  }
}

const BY_GATEWAY = { path: TO_GATEWAY, types: VirtualGateway.types };

/** Attaches a virtual gateway to a Net. */
export class VirtualGatewayLink extends View<"outscale:index/virtualGatewayLink:VirtualGatewayLink"> {
  static readonly types = ["outscale:index/virtualGatewayLink:VirtualGatewayLink"] as const;

  /** @throws {UnknownValue} when it is not one of the stack's */
  gateway(): VirtualGateway {
    return this.target(TO_GATEWAY, VirtualGateway);
  }
}

/** The client's end of a VPN. */
class ClientGateway extends View<"outscale:index/clientGateway:ClientGateway"> {
  static readonly types = ["outscale:index/clientGateway:ClientGateway"] as const;
}

/** Addresses that a VPN connection leads to. */
export class VpnConnectionRoute extends View<"outscale:index/vpnConnectionRoute:VpnConnectionRoute"> {
  static readonly types = ["outscale:index/vpnConnectionRoute:VpnConnectionRoute"] as const;

  /** @throws {UnknownValue} when it is not one of the stack's */
  connection(): VpnConnection {
    return this.target("vpnConnectionId", VpnConnection);
  }

  addresses(): AddressSet {
    return AddressSet.of([addressesOf(this.written.destinationIpRange ?? "")].flatMap((range) => range ?? []));
  }
}

const ROUTES = { en: "the routes of this connection", fr: "les routes de cette connexion" };

/** Ties a virtual gateway to a client gateway. */
export class VpnConnection extends View<"outscale:index/vpnConnection:VpnConnection"> {
  static readonly types = ["outscale:index/vpnConnection:VpnConnection"] as const;

  /**
   * The virtual gateway at the Net's end.
   * @throws {UnknownValue} when it is not one of the stack's
   */
  gateway(): VirtualGateway {
    return this.target(TO_GATEWAY, VirtualGateway);
  }

  /**
   * The public address of the client's end.
   * @throws {UnknownValue} when the client gateway is not one of the stack's, or its address is not known
   */
  clientAddress(): string {
    return this.target("clientGatewayId", ClientGateway).written.publicIp ?? "";
  }

  /**
   * Whether it carries static routes only, and none is given.
   * @throws {Undecided} when a route may be its own
   */
  lacksRoutes(): boolean {
    const how = { path: "vpnConnectionId", types: VpnConnection.types };
    return all(
      () => this.written.staticRoutesOnly === true,
      () => !this.system.referrers(this.resource, VpnConnectionRoute, how).some(() => true),
      () => !isInAnotherPart(this.system, this.resource, ROUTES),
    );
  }
}

/** Lets a route table learn the routes of a virtual gateway. */
export class Propagation extends View<"outscale:index/virtualGatewayRoutePropagation:VirtualGatewayRoutePropagation"> {
  static readonly types = ["outscale:index/virtualGatewayRoutePropagation:VirtualGatewayRoutePropagation"] as const;

  /** Whether the table learns the routes, which it does unless the program says no. */
  isEnabled(): boolean {
    return this.written.enable !== false;
  }

  /**
   * The virtual gateway whose routes are learnt.
   * @throws {UnknownValue} when it is not one of the stack's
   */
  gateway(): VirtualGateway {
    return this.target(TO_GATEWAY, VirtualGateway);
  }
}

/** The virtual gateways of a Net; what is not known throws when it is looked at. */
function gatewaysOf(net: Net): (() => VirtualGateway)[] {
  const links = net.system.referrers(net.resource, VirtualGatewayLink, TO_NET).lookups();
  return links.map((link) => () => link().gateway());
}

/** The VPN connections of a Net; what is not known throws when it is looked at. */
export function connectionsOf(net: Net): (() => VpnConnection)[] {
  return gatewaysOf(net).flatMap((gateway) => {
    const found = attempt(gateway);
    return found.why ? [refuse(found.why)] : found.value.connections();
  });
}
