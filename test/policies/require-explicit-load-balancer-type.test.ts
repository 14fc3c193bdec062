import { requireExplicitLoadBalancerType } from "../../policies/exposure/require-explicit-load-balancer-type";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { resource, tags } from "../support/resources";

function balancer(name: string, inputs: Parameters<typeof resource>[2] = {}): Resource {
  return resource("loadBalancer:LoadBalancer", name, {
    loadBalancerName: name,
    subnets: ["subnet-12345678"],
    ...inputs,
  });
}

const unsaid = "Nothing says that this load balancer is internal: by default it faces the Internet.";
const neither = "What is said of this load balancer is neither `internal` nor `internet-facing`.";

policySuite(requireExplicitLoadBalancerType, {
  compliant: [
    {
      name: "either of the two types",
      resources: [
        balancer("inside", { loadBalancerType: "internal" }),
        balancer("outside", { loadBalancerType: "internet-facing" }),
      ],
    },
  ],
  violation: [
    {
      name: "one that says nothing, for tests too",
      resources: [balancer("silent"), balancer("trial", { loadBalancerType: "", tags: tags({ environment: "test" }) })],
      findings: [`resource silent loadBalancerType: ${unsaid}`, `resource trial loadBalancerType: ${unsaid}`],
      needs: ["trial.loadBalancerType"],
    },
    {
      name: "one that says something else, or says it otherwise",
      resources: [
        balancer("public", { loadBalancerType: "public" }),
        balancer("capital", { loadBalancerType: "Internal" }),
      ],
      findings: [`resource capital loadBalancerType: ${neither}`, `resource public loadBalancerType: ${neither}`],
      needs: ["public.loadBalancerType", "capital.loadBalancerType"],
    },
  ],
  undetermined: [
    {
      name: "a type that is not known, or that may be a default",
      resources: [
        balancer("later", { loadBalancerType: new Unknown() }),
        { ...balancer("read", { loadBalancerType: "internet-facing" }), written: false },
      ],
      reasons: [
        "later: `loadBalancerType` is not known before deployment.",
        "read: `loadBalancerType` is not known before deployment.",
      ],
    },
  ],
  notApplicable: [
    {
      name: "one of the public Cloud, which has no type",
      resources: [
        resource("loadBalancer:LoadBalancer", "lb", {
          loadBalancerName: "lb",
          subregionNames: ["cloudgouv-eu-west-1a"],
        }),
      ],
    },
  ],
});
