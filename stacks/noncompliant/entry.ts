import * as outscale from "@pulumi/outscale";
import { subnetA } from "./network";

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
