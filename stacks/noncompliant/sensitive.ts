import * as outscale from "@pulumi/outscale";
import { net as legacy } from "./network";

// Nobody works with it yet: none of it is of production, and all of it is sensitive.
const tags = [
  { key: "sensitivity", value: "sensitive" },
  { key: "environment", value: "test" },
];
const net = new outscale.Net("health", { ipRange: "10.4.0.0/16", tags });
const subnet = new outscale.Subnet("health", {
  netId: net.netId,
  ipRange: "10.4.0.0/24",
  subregionName: "cloudgouv-eu-west-1a",
});

// One VPN connection, which no table leads to: everything leaves by the Internet.
const gateway = new outscale.VirtualGateway("health", { connectionType: "ipsec.1" });
new outscale.VirtualGatewayLink("health", { netId: net.netId, virtualGatewayId: gateway.virtualGatewayId });
const site = new outscale.ClientGateway("health", {
  bgpAsn: 65000,
  connectionType: "ipsec.1",
  publicIp: "198.51.100.7",
});
new outscale.VpnConnection("health", {
  clientGatewayId: site.clientGatewayId,
  virtualGatewayId: gateway.virtualGatewayId,
  connectionType: "ipsec.1",
});
const internet = new outscale.InternetService("health");
new outscale.InternetServiceLink("health", { netId: net.netId, internetServiceId: internet.internetServiceId });
const table = new outscale.RouteTable("health", { netId: net.netId });
new outscale.RouteTableLink("health", { routeTableId: table.routeTableId, subnetId: subnet.subnetId });
new outscale.Route("health", {
  routeTableId: table.routeTableId,
  destinationIpRange: "0.0.0.0/0",
  gatewayId: internet.internetServiceId,
});

// The branch office comes over the Internet, to a load balancer that faces it by default.
const group = new outscale.SecurityGroup("health", { netId: net.netId, description: "Health records" });
new outscale.SecurityGroupRule("health", {
  securityGroupId: group.securityGroupId,
  flow: "Inbound",
  ipProtocol: "tcp",
  fromPortRange: 8443,
  toPortRange: 8443,
  ipRange: "203.0.113.0/28",
});
new outscale.LoadBalancer("health", {
  loadBalancerName: "health",
  subnets: [subnet.subnetId],
  securityGroups: [group.securityGroupId],
  listeners: [{ loadBalancerPort: 8443, loadBalancerProtocol: "TCP", backendPort: 8443, backendProtocol: "TCP" }],
});

// Backs its data up over the same way, and shares a network with what everybody uses.
new outscale.Vm("health", {
  imageId: "ami-12345678",
  subnetId: subnet.subnetId,
  securityGroupIds: [group.securityGroupId],
  userData: `#!/bin/sh
restic --repo s3:https://oos.cloudgouv-eu-west-1.outscale.com/health backup /srv
`,
});
new outscale.NetPeering("health-to-legacy", { sourceNetId: net.netId, accepterNetId: legacy.netId });
