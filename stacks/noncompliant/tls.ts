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

// What is sensitive goes on in clear.
const secrets = new outscale.Net("secrets", {
  ipRange: "10.4.0.0/16",
  tags: [{ key: "sensitivity", value: "sensitive" }],
});
const behind = new outscale.Subnet("secrets", {
  netId: secrets.netId,
  ipRange: "10.4.0.0/24",
  subregionName: "cloudgouv-eu-west-1a",
});
new outscale.LoadBalancer("secrets", {
  loadBalancerName: "secrets",
  loadBalancerType: "internal",
  subnets: [behind.subnetId],
  listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 8080, backendProtocol: "TCP" }],
});
