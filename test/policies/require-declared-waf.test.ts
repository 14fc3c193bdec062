import { requireDeclaredWaf } from "../../policies/exposure/require-declared-waf";
import { type Resource, Unknown } from "../../src/stack";
import { backends, loadBalancer, net, subnetIn, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const subnet = subnetIn("a");
const ground = [net(), subnet];

function listener(loadBalancerPort: number | Unknown, loadBalancerProtocol = "TCP") {
  return { loadBalancerPort, loadBalancerProtocol, backendPort: 8080, backendProtocol: "HTTP" };
}

/** The web entry of the Subnet. */
function shop(inputs: InputsOf<"loadBalancer:LoadBalancer"> = {}): Resource {
  return loadBalancer("shop", { subnets: [from(subnet)], listeners: [listener(443, "HTTPS")], ...inputs });
}

/** What `backends` does not register behind it: addresses, ids, and what is not known. */
function behind(inputs: InputsOf<"loadBalancerVms:LoadBalancerVms">): Resource {
  return resource("loadBalancerVms:LoadBalancerVms", "shop", { loadBalancerName: "shop", ...inputs });
}

const web = vmIn(subnet, "web-1", { tags: tags({ tier: "web" }) });
const filter = vmIn(subnet, "filter", { tags: tags({ tier: "WAF" }) });
const stopped = vmIn(subnet, "waf", { tags: tags({ tier: "waf" }), state: "stopped" });
const found = (ports: string) =>
  `resource shop : It listens to the Internet on ${ports}, and no WAF is declared: no VM of tier waf behind it, and no tag waf.`;
/** Without these nobody can tell whether it is asked. */
const asked = ["loadBalancerType", ...["listeners", "listeners[0]", "listeners[0].loadBalancerPort"]].map(
  (path) => `shop.${path}`,
);

policySuite(requireDeclaredWaf, {
  compliant: [
    { name: "the tag", resources: [...ground, shop({ tags: tags({ WAF: "modsecurity" }) })] },
    {
      name: "the tag, set apart",
      resources: [
        ...[...ground, shop()],
        resource("tag:Tag", "waf", { resourceIds: [from(shop())], tag: tags({ waf: "modsecurity" }) }),
      ],
    },
    {
      name: "a VM of the tier among what is behind it",
      resources: [...ground, shop(), web, filter, backends("shop", web, filter)],
    },
    {
      name: "a VM of the tier beside one that is not known, for a load balancer known by its output",
      resources: [
        ...[...ground, shop(), filter],
        behind({ loadBalancerName: from(shop()), backendVmIds: ["i-12345678", from(filter)] }),
      ],
    },
    {
      name: "a VM of the tier by its public IP",
      resources: [
        ...[...ground, shop(), filter, resource("publicIp:PublicIp", "ip")],
        resource("publicIpLink:PublicIpLink", "ip", {
          vmId: from(filter),
          publicIpId: from(resource("publicIp:PublicIp", "ip")),
        }),
        behind({ backendIps: [from(resource("publicIp:PublicIp", "ip"))] }),
      ],
    },
    {
      name: "a tier of the settings",
      resources: [...ground, shop(), vmIn(subnet, "naxsi-1"), backends("shop", vmIn(subnet, "naxsi-1"))],
      shared: { tierOf: { "naxsi-*": "waf" } },
    },
  ],
  violation: [
    {
      name: "web servers alone behind it",
      resources: [...ground, shop(), web, backends("shop", web)],
      findings: [found("443")],
      needs: [
        ...[...asked, "shop.backendVmIds", "shop.backendVmIds[0]"],
        ...["tags", "tags[0]", "tags[0].key", "tags[0].value"].map((path) => `web-1.${path}`),
      ],
    },
    {
      name: "an empty tag, in no production, on both ports and by default",
      resources: [
        net("net", { tags: tags({ environment: "dev" }) }),
        subnet,
        loadBalancer("shop", {
          loadBalancerType: undefined,
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
        loadBalancer("shop", { loadBalancerType: undefined, listeners: [listener(80)] }),
        ...[...ground, stopped],
        backends("shop", stopped),
      ],
      findings: [found("80")],
      needs: [...asked.slice(1), "shop.backendVmIds", "waf.state"],
    },
  ],
  undetermined: [
    {
      name: "a VM that only its name makes a WAF",
      resources: [...ground, shop(), vmIn(subnet, "waf-1"), backends("shop", vmIn(subnet, "waf-1"))],
      reasons: ['shop: `tags` of "waf-1" cannot be judged: a VM that only its name makes a WAF.'],
    },
    {
      name: "a VM of another stack, and an address of a Subnet",
      resources: [
        ...[...ground, shop(), behind({ backendVmIds: ["i-12345678"] })],
        loadBalancer("blog", { subnets: [from(subnet)], listeners: [listener(80)] }),
        resource("loadBalancerVms:LoadBalancerVms", "blog", { loadBalancerName: "blog", backendIps: ["10.0.1.7"] }),
      ],
      reasons: [
        'blog: `backendIps` of "blog" leads out of this stack.',
        'shop: `backendVmIds` of "shop" leads out of this stack.',
      ],
    },
    {
      name: "a WAF behind a load balancer that may be this one",
      resources: [
        ...[...ground, shop(), filter],
        behind({ loadBalancerName: new Unknown(), backendVmIds: [from(filter)] }),
      ],
      reasons: ['shop: `loadBalancerName` of "shop" is not known before deployment.'],
    },
    {
      name: "a listener, a type, or tags that are not known",
      resources: [
        ...ground,
        loadBalancer("a", { subnets: [from(subnet)], listeners: [listener(new Unknown())] }),
        loadBalancer("b", {
          subnets: [from(subnet)],
          loadBalancerType: new Unknown(),
          listeners: [listener(80)],
        }),
        shop({ tags: new Unknown() }),
      ],
      reasons: [
        "a: `listeners[0].loadBalancerPort` is not known before deployment.",
        "b: `loadBalancerType` is not known before deployment.",
        "shop: `tags` is not known before deployment.",
      ],
    },
    {
      name: "a part of a system whose other part was not given",
      resources: [...ground, shop()],
      shared: { part: { of: "shop", siblings: ["vms/prod"] } },
      reasons: ["shop: Another part of shop (vms/prod) may have a WAF behind this load balancer, and was not given."],
    },
  ],
  notApplicable: [
    {
      name: "an internal load balancer, and one that is no web entry",
      resources: [
        ...[...ground, shop({ loadBalancerType: "internal" })],
        loadBalancer("mail", { subnets: [from(subnet)], listeners: [listener(25)] }),
      ],
    },
  ],
});
