import { requireExplicitLoadBalancerType } from "../../policies/exposure/require-explicit-load-balancer-type";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { type InputsOf, tags } from "../support/resources";

/** A load balancer of a Net, and its type as written. */
function typed(
  name: string,
  loadBalancerType?: string | Unknown,
  inputs: InputsOf<"loadBalancer:LoadBalancer"> = {},
): Resource {
  return loadBalancer(name, { loadBalancerType, subnets: ["subnet-12345678"], ...inputs });
}

const unsaid = "Nothing says that this load balancer is internal: by default it faces the Internet.";
const neither = "What is said of this load balancer is neither `internal` nor `internet-facing`.";

policySuite(requireExplicitLoadBalancerType, {
  compliant: [
    {
      name: "either of the two types",
      resources: [typed("inside", "internal"), typed("outside", "internet-facing")],
    },
  ],
  violation: [
    {
      name: "one that says nothing, for tests too",
      resources: [typed("silent"), typed("trial", "", { tags: tags({ environment: "test" }) })],
      findings: [`resource silent loadBalancerType: ${unsaid}`, `resource trial loadBalancerType: ${unsaid}`],
      needs: ["trial.loadBalancerType"],
    },
    {
      name: "one that says something else, or says it otherwise",
      resources: [typed("public", "public"), typed("capital", "Internal")],
      findings: [`resource capital loadBalancerType: ${neither}`, `resource public loadBalancerType: ${neither}`],
      needs: ["public.loadBalancerType", "capital.loadBalancerType"],
    },
  ],
  undetermined: [
    {
      name: "a type that is not known, or that may be a default",
      resources: [typed("later", new Unknown()), { ...typed("read", "internet-facing"), written: false }],
      reasons: [
        "later: `loadBalancerType` is not known before deployment.",
        "read: `subnets` is not known before deployment.",
      ],
    },
  ],
  notApplicable: [
    {
      name: "one of the public Cloud, which has no type",
      resources: [
        loadBalancer("lb", {
          loadBalancerType: undefined,
          subregionNames: ["cloudgouv-eu-west-1a"],
        }),
      ],
    },
  ],
});
