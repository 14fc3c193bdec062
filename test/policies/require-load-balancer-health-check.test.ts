import { requireLoadBalancerHealthCheck } from "../../policies/availability/require-load-balancer-health-check";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, net, subnetIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const subnet = subnetIn("a");

function attributes(name: string, inputs: InputsOf<"loadBalancerAttributes:LoadBalancerAttributes">): Resource {
  return resource("loadBalancerAttributes:LoadBalancerAttributes", name, { loadBalancerName: "web", ...inputs });
}

const web = loadBalancer("web", { subnets: [from(subnet)] });
const ground = [net(), subnet, web];
const healthCheck = { protocol: "HTTP", port: 80, path: "/", checkInterval: 10, unhealthyThreshold: 3 };
const none = "No `LoadBalancerAttributes` of the stack sets its health check.";

policySuite(requireLoadBalancerHealthCheck, {
  compliant: [
    { name: "a health check over HTTP", resources: [...ground, attributes("health", { healthCheck })] },
    {
      name: "attributes by reference, one of which sets the health check",
      resources: [
        ...ground,
        attributes("log", { loadBalancerName: from(web), accessLog: { isEnabled: true, osuBucketName: "logs" } }),
        attributes("health", { loadBalancerName: from(web), healthCheck: { protocol: "tcp", port: 443 } }),
      ],
    },
    {
      name: "a path that is written but not known",
      resources: [...ground, attributes("health", { healthCheck: { ...healthCheck, path: new Unknown() } })],
    },
    {
      name: "a slower one that the settings accept",
      resources: [...ground, attributes("health", { healthCheck: { ...healthCheck, checkInterval: 60 } })],
      settings: { maxDetectionSeconds: 180 },
    },
  ],
  violation: [
    {
      name: "no health check: internal, of the public Cloud",
      resources: [
        ...ground,
        loadBalancer("inside", { loadBalancerType: "internal", subnets: [from(subnet)] }),
        loadBalancer("public", { subregionNames: ["cloudgouv-eu-west-1b"] }),
        attributes("log", { accessLog: { isEnabled: true } }),
      ],
      findings: [`resource inside : ${none}`, `resource public : ${none}`, `resource web : ${none}`],
      needs: [],
    },
    {
      name: "HTTP without path, in small letters, and numbers as text",
      resources: [
        ...ground,
        attributes("health", {
          healthCheck: { protocol: "https", port: 443, path: "", checkInterval: "60", unhealthyThreshold: "5" },
        }),
      ],
      findings: [
        "resource health healthCheck.path: The HTTPS health check names no path.",
        "resource health healthCheck: A VM that fails keeps getting requests for 300 seconds, where 60 are accepted.",
      ],
      needs: ["web.loadBalancerName", "health.loadBalancerName", "health.healthCheck"],
    },
    {
      name: "the default interval times many failures",
      resources: [
        ...ground,
        attributes("health", { healthCheck: { protocol: "TCP", port: 80, unhealthyThreshold: 3 } }),
      ],
      findings: [
        "resource health healthCheck: A VM that fails keeps getting requests for 90 seconds, where 60 are accepted.",
      ],
      needs: [
        "web.loadBalancerName",
        "health.loadBalancerName",
        "health.healthCheck",
        "health.healthCheck.unhealthyThreshold",
      ],
    },
  ],
  undetermined: [
    {
      name: "a health check that is not known, and one of a load balancer that is not known",
      resources: [
        ...ground,
        attributes("health", { healthCheck: new Unknown() }),
        attributes("stray", { loadBalancerName: new Unknown(), healthCheck }),
      ],
      reasons: ["health: `healthCheck` is not known before deployment."],
    },
    {
      name: "a load balancer whose attributes may be another's",
      resources: [...ground, attributes("stray", { loadBalancerName: new Unknown(), healthCheck: { ...healthCheck } })],
      reasons: ['web: `loadBalancerName` of "stray" is not known before deployment.'],
    },
    {
      name: "a load balancer whose health check another part of the system may set",
      resources: ground,
      shared: { part: { of: "shop", siblings: ["attributes/prod"] } },
      reasons: [
        "web: Another part of shop (attributes/prod) may have a health check of this load balancer, and was not given.",
      ],
    },
    {
      name: "a health check by a name that may be this load balancer's",
      resources: [
        net(),
        subnet,
        loadBalancer("web", { loadBalancerName: new Unknown(), subnets: [from(subnet)] }),
        attributes("health", { healthCheck }),
      ],
      reasons: ['web: `loadBalancerName` of "health" is not known before deployment; possible: "web".'],
    },
    {
      name: "a load balancer in a Subnet of another stack, and a slow check of one",
      resources: [
        loadBalancer("web", { subnets: ["subnet-12345678"] }),
        attributes("slow", { loadBalancerName: "elsewhere", healthCheck: { ...healthCheck, checkInterval: 600 } }),
      ],
      reasons: ["web: `subnets` leads out of this stack.", "slow: `loadBalancerName` leads out of this stack."],
    },
  ],
  notApplicable: [
    {
      name: "a load balancer of a Net for development, and its slow check",
      resources: [
        net("net", { tags: tags({ environment: "dev" }) }),
        subnet,
        web,
        attributes("slow", { healthCheck: { ...healthCheck, checkInterval: 600 } }),
      ],
    },
    {
      name: "a load balancer that a Tag resource makes a test",
      resources: [
        ...ground,
        resource("tag:Tag", "tag", { resourceIds: [from(web)], tag: tags({ environment: "test" }) }),
      ],
    },
  ],
});
