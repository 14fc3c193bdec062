import * as outscale from "@pulumi/outscale";
import type { Zone } from "./network";
import { PORTS } from "./security";
import { application } from "./settings";
import { tags } from "./tags";

/** The load balancer of one Subregion, which passes TLS on to the application servers of all of them. */
export function makeEntry(
  { subregion, subnets }: Zone,
  group: outscale.SecurityGroup,
  servers: readonly outscale.Vm[],
): outscale.LoadBalancer {
  const name = `${application}-${subregion}`;
  const balancer = new outscale.LoadBalancer(name, {
    loadBalancerName: name,
    loadBalancerType: "internal",
    subnets: [subnets.entry.subnetId],
    securityGroups: [group.securityGroupId],
    listeners: [
      {
        loadBalancerPort: PORTS.entry,
        loadBalancerProtocol: "TCP",
        backendPort: PORTS.app,
        backendProtocol: "TCP",
      },
    ],
    tags: tags(name),
  });
  const { loadBalancerName } = balancer;
  new outscale.LoadBalancerVms(name, { loadBalancerName, backendVmIds: servers.map(({ vmId }) => vmId) });
  new outscale.LoadBalancerAttributes(name, {
    loadBalancerName,
    healthCheck: {
      protocol: "TCP",
      port: PORTS.app,
      checkInterval: 10,
      timeout: 5,
      healthyThreshold: 2,
      unhealthyThreshold: 3,
    },
  });
  return balancer;
}
