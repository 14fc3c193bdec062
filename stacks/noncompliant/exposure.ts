import * as outscale from "@pulumi/outscale";
import { net, subnetA } from "./network";

/** None of it is production: whatever is reachable is reachable all the same. */
const tags = [{ key: "environment", value: "test" }];

// In the public Cloud, which gives it a public IP at once.
new outscale.Vm("trial", { imageId: "ami-12345678", placementSubregionName: "cloudgouv-eu-west-1a", tags });

// Whatever starts in it is public.
new outscale.Subnet("open", {
  netId: net.netId,
  ipRange: "10.0.3.0/24",
  subregionName: "cloudgouv-eu-west-1a",
  mapPublicIpOnLaunch: true,
  tags,
});

// Between two tiers, as nobody says.
new outscale.LoadBalancer("inside", {
  loadBalancerName: "inside",
  subnets: [subnetA.subnetId],
  listeners: [{ loadBalancerPort: 8443, loadBalancerProtocol: "TCP", backendPort: 8443, backendProtocol: "TCP" }],
  tags,
});

// Takes what is meant for others, and is no router.
new outscale.Vm("listener", {
  imageId: "ami-12345678",
  subnetId: subnetA.subnetId,
  isSourceDestChecked: false,
  tags: [...tags, { key: "tier", value: "monitoring" }],
});

// A second way into the Net, in the group that everything without one is in.
new outscale.Nic("side-door", { subnetId: subnetA.subnetId });

// Has its security groups passed by, for speed.
new outscale.Net("shortcut", {
  ipRange: "10.4.0.0/16",
  tags: [
    { key: "sensitivity", value: "internal" },
    { key: "osc.fcu.disable_lan_security_groups", value: "1" },
  ],
});
