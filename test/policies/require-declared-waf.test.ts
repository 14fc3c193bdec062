import { requireDeclaredWaf } from "../../policies/exposure/require-declared-waf";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const subnet = resource("subnet:Subnet", "front", { netId: from(net), ipRange: "10.0.0.0/24" });
const ground = [net, subnet];

function listener(loadBalancerPort: number | Unknown, loadBalancerProtocol = "TCP") {
  return { loadBalancerPort, loadBalancerProtocol, backendPort: 8080, backendProtocol: "HTTP" };
}

function balancer(inputs: Inputs = {}): Resource {
  return resource("loadBalancer:LoadBalancer", "shop", {
    loadBalancerName: "shop",
    loadBalancerType: "internet-facing",
    subnets: [from(subnet)],
    listeners: [listener(443, "HTTPS")],
    ...inputs,
  });
}

function behind(inputs: Inputs): Resource {
  return resource("loadBalancerVms:LoadBalancerVms", "shop", { loadBalancerName: "shop", ...inputs });
}

function vm(name: string, tier?: string, inputs: Inputs = {}): Resource {
  return resource("vm:Vm", name, {
    subnetId: from(subnet),
    ...(tier !== undefined && { tags: tags({ tier }) }),
    ...inputs,
  });
}

const web = vm("web-1", "web");
const filter = vm("filter", "WAF");
const found = (ports: string) =>
  `resource shop : It listens to the Internet on ${ports}, and no WAF is declared: no VM of tier waf behind it, and no tag waf.`;
/** Without these nobody can tell whether it is asked. */
const asked = ["loadBalancerType", ...["listeners", "listeners[0]", "listeners[0].loadBalancerPort"]].map(
  (path) => `shop.${path}`,
);

policySuite(requireDeclaredWaf, {
  compliant: [
    { name: "the tag", resources: [...ground, balancer({ tags: tags({ WAF: "modsecurity" }) })] },
    {
      name: "the tag, set apart",
      resources: [
        ...[...ground, balancer()],
        resource("tag:Tag", "waf", { resourceIds: [from(balancer())], tag: tags({ waf: "modsecurity" }) }),
      ],
    },
    {
      name: "a VM of the tier among what is behind it",
      resources: [...ground, balancer(), web, filter, behind({ backendVmIds: [from(web), from(filter)] })],
    },
    {
      name: "a VM of the tier beside one that is not known, for a load balancer known by its output",
      resources: [
        ...[...ground, balancer(), filter],
        behind({ loadBalancerName: from(balancer()), backendVmIds: ["i-12345678", from(filter)] }),
      ],
    },
    {
      name: "a VM of the tier by its public IP",
      resources: [
        ...[...ground, balancer(), filter, resource("publicIp:PublicIp", "ip")],
        resource("publicIpLink:PublicIpLink", "ip", {
          vmId: from(filter),
          publicIpId: from(resource("publicIp:PublicIp", "ip")),
        }),
        behind({ backendIps: [from(resource("publicIp:PublicIp", "ip"))] }),
      ],
    },
    {
      name: "a tier of the settings",
      resources: [...ground, balancer(), vm("naxsi-1"), behind({ backendVmIds: [from(vm("naxsi-1"))] })],
      shared: { tierOf: { "naxsi-*": "waf" } },
    },
  ],
  violation: [
    {
      name: "web servers alone behind it",
      resources: [...ground, balancer(), web, behind({ backendVmIds: [from(web)] })],
      findings: [found("443")],
      needs: [
        ...[...asked, "shop.backendVmIds", "shop.backendVmIds[0]"],
        ...["tags", "tags[0]", "tags[0].key", "tags[0].value"].map((path) => `web-1.${path}`),
      ],
    },
    {
      name: "an empty tag, in no production, on both ports and by default",
      resources: [
        resource("net:Net", "net", { tags: tags({ environment: "dev" }) }),
        subnet,
        resource("loadBalancer:LoadBalancer", "shop", {
          subnets: [from(subnet)],
          listeners: [listener(8443), listener(443), listener(80, "HTTP")],
          tags: tags({ waf: "" }),
        }),
      ],
      findings: [found("80 and 443")],
      needs: ["shop.listeners", ...["tags", "tags[0]", "tags[0].key", "tags[0].value"].map((path) => `shop.${path}`)],
    },
    {
      name: "a load balancer of the public Cloud, with a WAF that is stopped",
      resources: [
        resource("loadBalancer:LoadBalancer", "shop", { loadBalancerName: "shop", listeners: [listener(80)] }),
        ...[...ground, vm("waf", "waf", { state: "stopped" })],
        behind({ backendVmIds: [from(vm("waf"))] }),
      ],
      findings: [found("80")],
      needs: [...asked.slice(1), "shop.backendVmIds", "waf.state"],
    },
  ],
  undetermined: [
    {
      name: "a VM that only its name makes a WAF",
      resources: [...ground, balancer(), vm("waf-1"), behind({ backendVmIds: [from(vm("waf-1"))] })],
      reasons: ['shop: `tags` of "waf-1" cannot be judged: a VM that only its name makes a WAF.'],
    },
    {
      name: "a VM of another stack, and an address of a Subnet",
      resources: [
        ...[...ground, balancer(), behind({ backendVmIds: ["i-12345678"] })],
        resource("loadBalancer:LoadBalancer", "blog", {
          loadBalancerName: "blog",
          subnets: [from(subnet)],
          listeners: [listener(80)],
        }),
        resource("loadBalancerVms:LoadBalancerVms", "blog", { loadBalancerName: "blog", backendIps: ["10.0.0.7"] }),
      ],
      reasons: [
        'blog: `backendIps` of "blog" leads out of this stack.',
        'shop: `backendVmIds` of "shop" leads out of this stack.',
      ],
    },
    {
      name: "a WAF behind a load balancer that may be this one",
      resources: [
        ...[...ground, balancer(), filter],
        behind({ loadBalancerName: new Unknown(), backendVmIds: [from(filter)] }),
      ],
      reasons: ['shop: `loadBalancerName` of "shop" is not known before deployment.'],
    },
    {
      name: "a listener, a type, or tags that are not known",
      resources: [
        ...ground,
        resource("loadBalancer:LoadBalancer", "a", { subnets: [from(subnet)], listeners: [listener(new Unknown())] }),
        resource("loadBalancer:LoadBalancer", "b", {
          subnets: [from(subnet)],
          loadBalancerType: new Unknown(),
          listeners: [listener(80)],
        }),
        balancer({ tags: new Unknown() }),
      ],
      reasons: [
        "a: `listeners[0].loadBalancerPort` is not known before deployment.",
        "b: `loadBalancerType` is not known before deployment.",
        "shop: `tags` is not known before deployment.",
      ],
    },
    {
      name: "a part of a system whose other part was not given",
      resources: [...ground, balancer()],
      shared: { part: { of: "shop", siblings: ["vms/prod"] } },
      reasons: ["shop: Another part of shop (vms/prod) may have a WAF behind this load balancer, and was not given."],
    },
  ],
  notApplicable: [
    {
      name: "an internal load balancer, and one that is no web entry",
      resources: [
        ...[...ground, balancer({ loadBalancerType: "internal" })],
        resource("loadBalancer:LoadBalancer", "mail", { subnets: [from(subnet)], listeners: [listener(25)] }),
      ],
    },
  ],
});
