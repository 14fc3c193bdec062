import * as outscale from "@pulumi/outscale";
import { subnetA } from "./network";

// In clear from the Internet, and nothing that it could redirect to.
new outscale.LoadBalancer("intranet", {
  loadBalancerName: "intranet",
  loadBalancerType: "internet-facing",
  subnets: [subnetA.subnetId],
  listeners: [{ loadBalancerPort: 8080, loadBalancerProtocol: "HTTP", backendPort: 8080, backendProtocol: "HTTP" }],
});
