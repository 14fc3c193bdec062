import * as outscale from "@pulumi/outscale";
import { application, sites } from "./settings";
import { tags } from "./tags";

/**
 * A connection to each of your routers: the table learns their routes by BGP, and loses those of one that fails.
 * What a connection is encrypted with is decided by your routers' configuration: the API has no setting for it.
 */
export function makeVpn(net: outscale.Net, table: outscale.RouteTable): void {
  const gateway = new outscale.VirtualGateway(application, { connectionType: "ipsec.1", tags: tags(application) });
  const { virtualGatewayId } = gateway;
  const attached = new outscale.VirtualGatewayLink(application, { netId: net.netId, virtualGatewayId });
  new outscale.VirtualGatewayRoutePropagation(
    application,
    { enable: true, routeTableId: table.routeTableId, virtualGatewayId },
    { dependsOn: attached },
  );
  for (const [index, publicIp] of sites.entries()) {
    const name = `site-${String(index + 1)}`;
    const { clientGatewayId } = new outscale.ClientGateway(name, {
      bgpAsn: 65000,
      connectionType: "ipsec.1",
      publicIp,
      tags: tags(name),
    });
    new outscale.VpnConnection(name, {
      clientGatewayId,
      virtualGatewayId,
      connectionType: "ipsec.1",
      tags: tags(name),
    });
  }
}
