import * as outscale from "@pulumi/outscale";
import { server, subnetA, subnetB } from "./network";

const { loadBalancerName } = new outscale.LoadBalancer("portal", {
  loadBalancerName: "portal",
  loadBalancerType: "internet-facing",
  subnets: [subnetA.subnetId],
  listeners: [{ loadBalancerPort: 8443, loadBalancerProtocol: "TCP", backendPort: 8443, backendProtocol: "TCP" }],
});

// Asks for no page, and takes ten minutes to notice.
new outscale.LoadBalancerAttributes("portal", {
  loadBalancerName,
  healthCheck: { protocol: "HTTP", port: 8080, checkInterval: 120, unhealthyThreshold: 5 },
});

// Nobody in the third Subregion.
const servers = [subnetA, subnetB].map((subnet, index) => server(`portal-${String(index + 1)}`, subnet, "portal"));
new outscale.LoadBalancerVms("portal", { loadBalancerName, backendVmIds: servers.map(({ vmId }) => vmId) });
