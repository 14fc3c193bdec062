import { requireRedundantLoadBalancer } from "../../policies/availability/require-redundant-load-balancer";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, net, subnetIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, tags } from "../support/resources";

const [a, b, c] = [subnetIn("a"), subnetIn("b"), subnetIn("c")];
const ground = [net(), a, b, c];

function inSubnet(name: string, subnet: Resource, inputs: InputsOf<"loadBalancer:LoadBalancer"> = {}): Resource {
  return loadBalancer(name, { subnets: [from(subnet)], ...inputs });
}

const inside = { loadBalancerType: "internal" };
const inA = "cloudgouv-eu-west-1a";
const inB = "cloudgouv-eu-west-1b";
const inC = "cloudgouv-eu-west-1c";
const listeners = [
  "listeners",
  ...["loadBalancerPort", "loadBalancerProtocol", "backendPort"].map((name) => `listeners[0].${name}`),
];
const compared = ["loadBalancerType", ...listeners];

policySuite(requireRedundantLoadBalancer, {
  compliant: [
    {
      name: "one in each Subregion",
      resources: [...ground, inSubnet("web-a", a), inSubnet("web-b", b), inSubnet("web-c", c)],
    },
    {
      name: "one in each Subregion of the public Cloud, the first by default",
      resources: [
        loadBalancer("web-1"),
        loadBalancer("web-2", { subregionNames: [inB] }),
        loadBalancer("web-3", { subregionNames: [inC] }),
      ],
    },
    {
      name: "two internal ones, in any case",
      resources: [...ground, inSubnet("api-1", a, inside), inSubnet("api-2", c, { loadBalancerType: "Internal" })],
    },
    {
      name: "two where the settings ask no more",
      resources: [...ground, inSubnet("web-a", a), inSubnet("web-b", b)],
      settings: { entries: "two" },
    },
    {
      name: "in Subnets of another stack, whose places are known",
      resources: ["a", "b", "c"].map((letter) => loadBalancer(`web-${letter}`, { subnets: [`subnet-${letter}`] })),
      shared: {
        known: {
          ...Object.fromEntries(
            [inA, inB, inC].map((subregion) => [
              `subnet-${subregion.slice(-1)}`,
              { type: "outscale:index/subnet:Subnet", subregion, net: "vpc-1", environment: "production" },
            ]),
          ),
          "vpc-1": { type: "outscale:index/net:Net" },
        },
      },
    },
  ],
  violation: [
    {
      name: "an entry in two Subregions of three, beside one with other listeners",
      resources: [
        ...ground,
        inSubnet("web-a", a),
        inSubnet("web-b", b),
        inSubnet("web-c", c, { listeners: [{ loadBalancerPort: 80, loadBalancerProtocol: "HTTP", backendPort: 80 }] }),
      ],
      findings: [
        `entry web : This entry has no load balancer in ${inC}. It consists of web-a and web-b.`,
        `entry web : This entry has no load balancer in ${inA} and ${inB}. It consists of web-c.`,
      ],
      needs: [
        "subnet-c.subregionName",
        ...["web-a", "web-b", "web-c"].flatMap((name) => compared.map((path) => `${name}.${path}`)),
      ],
    },
    {
      name: "one load balancer, the type left out",
      resources: [...ground, inSubnet("web", b, { loadBalancerType: undefined })],
      findings: [`entry web : This entry has no load balancer in ${inA} and ${inC}. It consists of web.`],
      needs: ["subnet-b.subregionName", ...listeners.map((path) => `web.${path}`)],
    },
    {
      name: "internal ones in one Subregion",
      resources: [...ground, inSubnet("api-1", a, inside), inSubnet("api-2", a, inside)],
      findings: [
        `entry api : This entry has no load balancer in ${inB} and ${inC}; 2 Subregions are asked for. It consists of api-1 and api-2.`,
      ],
      needs: [
        "subnet-a.subregionName",
        ...["api-1", "api-2"].flatMap((name) => compared.map((path) => `${name}.${path}`)),
      ],
    },
    {
      name: "namesakes of two applications",
      resources: [
        ...ground,
        inSubnet("web-a", a, { tags: tags({ application: "shop" }) }),
        inSubnet("web-b", b, { tags: tags({ application: "blog" }) }),
      ],
      settings: { entries: "two" },
      findings: [
        `entry web : This entry has no load balancer in ${inB} and ${inC}; 2 Subregions are asked for. It consists of web-a.`,
        `entry web : This entry has no load balancer in ${inA} and ${inC}; 2 Subregions are asked for. It consists of web-b.`,
      ],
      needs: [
        ...["subnet-a.subregionName", "subnet-b.subregionName"],
        ...["web-a", "web-b"].flatMap((name) =>
          ["tags", "tags[0].key", "tags[0].value", ...compared].map((path) => `${name}.${path}`),
        ),
      ],
    },
  ],
  undetermined: [
    {
      name: "an entry that another part of the system may complete",
      resources: [...ground, inSubnet("web-a", a)],
      shared: { part: { of: "shop", siblings: ["shop-b/prod"] } },
      reasons: [
        "web: Another part of shop (shop-b/prod) may have other load balancers of this entry, and was not given.",
      ],
    },
    {
      name: "other names in front of the same listeners, which may fill the gaps",
      resources: [...ground, inSubnet("a-web", a), inSubnet("b-web", b), inSubnet("c-web", c)],
      reasons: [
        'a-web: `listeners` of "b-web" cannot be judged: the same under another name, which may be of this entry.',
        'b-web: `listeners` of "a-web" cannot be judged: the same under another name, which may be of this entry.',
        'c-web: `listeners` of "a-web" cannot be judged: the same under another name, which may be of this entry.',
      ],
    },
    {
      name: "a load balancer that may stand in either of two Subnets",
      resources: [
        ...ground,
        inSubnet("web-1", a),
        inSubnet("web-2", b),
        loadBalancer("web-3", { subnets: [from(b, c)] }),
      ],
      reasons: ['web: `subnets` of "web-3" is not known before deployment; possible: "subnet-b", "subnet-c".'],
    },
    {
      name: "a load balancer whose listeners, or whose type, are not known",
      resources: [
        ...ground,
        inSubnet("api", a, { loadBalancerType: new Unknown() }),
        inSubnet("web", b, { listeners: new Unknown() }),
      ],
      reasons: [
        "api: `loadBalancerType` is not known before deployment.",
        "web: `listeners` is not known before deployment.",
      ],
    },
    {
      name: "a load balancer in a Subnet of another stack",
      resources: [loadBalancer("web", { subnets: ["subnet-12345678"] })],
      reasons: ["web: `subnets` leads out of this stack."],
    },
  ],
  notApplicable: [
    {
      name: "a load balancer whose own tag says test",
      resources: [...ground, inSubnet("web", a, { tags: tags({ environment: "test" }) })],
    },
    {
      name: "a stack for development",
      resources: [...ground, inSubnet("web", a)],
      shared: { environment: { default: "dev" } },
    },
  ],
});
