import * as outscale from "@pulumi/outscale";
import type { Zone } from "./network";
import { PORTS } from "./security";
import { accessLogBucket, application, certificate } from "./settings";
import { tags } from "./tags";

/** The load balancer of one Subregion, which spreads requests over the web servers of all of them. */
export function makeEntry(
  { subregion, subnets, opened }: Zone,
  group: outscale.SecurityGroup,
  webServers: readonly outscale.Vm[],
): outscale.LoadBalancer {
  const name = `${application}-${subregion}`;
  const balancer = new outscale.LoadBalancer(
    name,
    {
      loadBalancerName: name,
      loadBalancerType: "internet-facing",
      subnets: [subnets.public.subnetId],
      securityGroups: [group.securityGroupId],
      listeners: [
        {
          loadBalancerPort: 443,
          loadBalancerProtocol: "HTTPS",
          serverCertificateId: certificate,
          backendPort: PORTS.site,
          backendProtocol: "HTTP",
        },
        {
          loadBalancerPort: 80,
          loadBalancerProtocol: "HTTP",
          backendPort: PORTS.redirect,
          backendProtocol: "HTTP",
        },
      ],
      tags: tags(name, { waf: "modsecurity" }),
    },
    { dependsOn: opened },
  );
  const { loadBalancerName } = balancer;
  new outscale.LoadBalancerVms(name, { loadBalancerName, backendVmIds: webServers.map(({ vmId }) => vmId) });

  // The API changes one attribute at a time: hence two resources, one after the other.
  const health = new outscale.LoadBalancerAttributes(`${name}-health`, {
    loadBalancerName,
    healthCheck: {
      protocol: "HTTP",
      port: PORTS.site,
      path: "/health",
      checkInterval: 10,
      timeout: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 3,
    },
  });
  // An outage that support did not see counts only with your own trace of it.
  new outscale.LoadBalancerAttributes(
    `${name}-log`,
    {
      loadBalancerName,
      accessLog: { isEnabled: true, osuBucketName: accessLogBucket, osuBucketPrefix: name, publicationInterval: 5 },
    },
    { dependsOn: health },
  );
  return balancer;
}
