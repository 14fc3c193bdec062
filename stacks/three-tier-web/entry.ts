import * as outscale from "@pulumi/outscale";
import { Config } from "@pulumi/pulumi";
import { zones } from "./network";
import { groups, PORTS } from "./security";
import { tags } from "./tags";
import { webServers } from "./tiers";

const serverCertificateId = new Config().require("certificate");

/** A load balancer stands in one Subnet: one per Subregion, and a name service that spreads clients over them. */
export const entries = zones.map(({ letter, subnets }) => {
  const loadBalancerName = `shop-${letter}`;
  const balancer = new outscale.LoadBalancer(loadBalancerName, {
    loadBalancerName,
    loadBalancerType: "internet-facing",
    subnets: [subnets.public.subnetId],
    securityGroups: [groups.entry.securityGroupId],
    listeners: [
      {
        loadBalancerPort: 443,
        loadBalancerProtocol: "HTTPS",
        backendPort: PORTS.web,
        backendProtocol: "HTTPS",
        serverCertificateId,
      },
      // Answered by the web servers with a redirection to 443.
      { loadBalancerPort: 80, loadBalancerProtocol: "HTTP", backendPort: PORTS.web, backendProtocol: "HTTP" },
    ],
    tags: tags({ Name: loadBalancerName }),
  });
  new outscale.LoadBalancerVms(loadBalancerName, {
    loadBalancerName: balancer.loadBalancerName,
    backendVmIds: webServers.map(({ vmId }) => vmId),
  });
  new outscale.LoadBalancerAttributes(`${loadBalancerName}-health`, {
    loadBalancerName: balancer.loadBalancerName,
    healthCheck: {
      protocol: "HTTPS",
      port: PORTS.web,
      path: "/health",
      checkInterval: 10,
      timeout: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 3,
    },
  });
  // Support counts an outage that it did not see only with the client's own trace of it.
  new outscale.LoadBalancerAttributes(`${loadBalancerName}-log`, {
    loadBalancerName: balancer.loadBalancerName,
    accessLog: { isEnabled: true, osuBucketName: "shop-access-logs", osuBucketPrefix: letter, publicationInterval: 5 },
  });
  return balancer.dnsName;
});
