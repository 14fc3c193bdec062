import * as outscale from "@pulumi/outscale";

// A laboratory: what faces the Internet is asked in every environment.
const environment = { key: "environment", value: "test" };
const net = new outscale.Net("lab", {
  ipRange: "10.4.0.0/16",
  tags: [environment, { key: "sensitivity", value: "internal" }],
});
const { subnetId } = new outscale.Subnet("lab", {
  netId: net.netId,
  ipRange: "10.4.0.0/24",
  subregionName: "cloudgouv-eu-west-1a",
});

// Reached by itself, past every load balancer, on a NIC that stands apart.
const { vmId } = new outscale.Vm("wiki", { imageId: "ami-12345678", subnetId, tags: [{ key: "tier", value: "wiki" }] });
const { nicId } = new outscale.Nic("wiki", { subnetId });
const { publicIpId } = new outscale.PublicIp("wiki", {});
new outscale.NicLink("wiki", { nicId, vmId, deviceNumber: 1 });
new outscale.PublicIpLink("wiki", { nicId, publicIpId });

// Reached from nowhere, and one public IP away from the Internet by the main table.
const back = new outscale.Subnet("lab-back", {
  netId: net.netId,
  ipRange: "10.4.1.0/24",
  subregionName: "cloudgouv-eu-west-1a",
});
new outscale.Vm("wiki-db", {
  imageId: "ami-12345678",
  subnetId: back.subnetId,
  tags: [{ key: "tier", value: "wiki-db" }],
});
const { internetServiceId } = new outscale.InternetService("lab", {});
const attached = new outscale.InternetServiceLink("lab", { netId: net.netId, internetServiceId });
const { routeTableId } = new outscale.RouteTable("lab", { netId: net.netId });
new outscale.MainRouteTableLink("lab", { netId: net.netId, routeTableId });
for (const [half, destinationIpRange] of [
  ["low", "0.0.0.0/1"],
  ["high", "128.0.0.0/1"],
] as const) {
  new outscale.Route(
    `lab-${half}`,
    { routeTableId, destinationIpRange, gatewayId: internetServiceId },
    { dependsOn: attached },
  );
}

// Nothing filters what is asked of the wiki.
const { loadBalancerName } = new outscale.LoadBalancer("wiki", {
  loadBalancerName: "wiki",
  loadBalancerType: "internet-facing",
  subnets: [subnetId],
  listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 443, backendProtocol: "TCP" }],
});
new outscale.LoadBalancerVms("wiki", { loadBalancerName, backendVmIds: [vmId] });
