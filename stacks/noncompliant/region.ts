import * as outscale from "@pulumi/outscale";
import { net } from "./network";

// A second region, "for recovery": the convention says nothing about it.
const paris = new outscale.Provider("paris", { region: "eu-west-2" });
new outscale.Volume(
  "recovery",
  { subregionName: "eu-west-2a", size: 100, tags: [{ key: "encryption", value: "luks2" }] },
  { provider: paris },
);

// The region is right, the endpoint is not.
new outscale.Provider("mistaken", {
  region: "cloudgouv-eu-west-1",
  api: { endpoint: "https://api.us-east-2.outscale.com/api/v1" },
});

new outscale.Subnet("elsewhere", { netId: net.netId, ipRange: "10.0.9.0/24", subregionName: "eu-west-2b" });

// None of these names its Subregion.
new outscale.FlexibleGpu("gpu", { modelName: "nvidia-a100" });
new outscale.LoadBalancer("public-cloud", {
  loadBalancerName: "public-cloud",
  loadBalancerType: "internet-facing",
  listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 443, backendProtocol: "TCP" }],
});
