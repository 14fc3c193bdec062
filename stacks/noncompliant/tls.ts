import * as outscale from "@pulumi/outscale";
import { subnetA } from "./network";

// In clear from the Internet, and nothing that it could redirect to.
new outscale.LoadBalancer("intranet", {
  loadBalancerName: "intranet",
  loadBalancerType: "internet-facing",
  subnets: [subnetA.subnetId],
  listeners: [{ loadBalancerPort: 8080, loadBalancerProtocol: "HTTP", backendPort: 8080, backendProtocol: "HTTP" }],
});

// Its cookie is sent in clear as well.
const { loadBalancerName } = new outscale.LoadBalancer("sticky", {
  loadBalancerName: "sticky",
  loadBalancerType: "internal",
  subnets: [subnetA.subnetId],
  listeners: [
    {
      loadBalancerPort: 443,
      loadBalancerProtocol: "HTTPS",
      serverCertificateId: "orn:ows:idauth::012345678910:server-certificate/intranet",
      backendPort: 8080,
      backendProtocol: "HTTP",
    },
  ],
});
new outscale.LoadBalancerPolicy("sticky", { loadBalancerName, policyName: "sticky", policyType: "load_balancer" });
