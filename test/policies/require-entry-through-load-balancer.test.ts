import { requireEntryThroughLoadBalancer } from "../../policies/exposure/require-entry-through-load-balancer";
import { Unknown } from "../../src/stack";
import { loadBalancer, net, rule, securityGroup, subnetIn, tcp, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource } from "../support/resources";

const main = net("main");
const subnet = subnetIn("a", { netId: from(main) });
const group = securityGroup();
const entryGroup = securityGroup("entry");
const web = vmIn(subnet, "web", { securityGroupIds: [from(group)] });
const placed = { subnets: [from(subnet)], securityGroups: [from(entryGroup)] };
const shop = loadBalancer("shop", {
  ...placed,
  listeners: [
    { loadBalancerPort: 443, loadBalancerProtocol: "HTTPS", backendPort: 8080 },
    { loadBalancerPort: 80, loadBalancerProtocol: "HTTP", backendPort: 8081 },
  ],
});
const behind = resource("loadBalancerVms:LoadBalancerVms", "shop", {
  loadBalancerName: from(shop),
  backendVmIds: [from(web)],
});
const SITE = [main, subnet, group, entryGroup, web, shop, behind];

const FLAT = ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"];
const OF_SITE = ["shop.listeners[0].backendPort", "shop.backendVmIds", "web.securityGroupIds"];

policySuite(requireEntryThroughLoadBalancer, {
  compliant: [
    {
      name: "the load balancer's Subnet and group",
      resources: [
        ...SITE,
        tcp(8080, "10.0.1.0/24", "subnet"),
        tcp(8080, "10.0.1.7/32", "host"),
        rule("entry", {
          rules: [
            {
              ipProtocol: "tcp",
              fromPortRange: 8080,
              toPortRange: 8080,
              securityGroupsMembers: [{ securityGroupId: from(entryGroup) }],
            },
          ],
        }),
      ],
    },
    {
      name: "another Subnet, such as that of what watches",
      resources: [...SITE, tcp(8080, "10.0.9.0/24", "watch")],
    },
    {
      name: "another port, whatever else",
      resources: [...SITE, tcp(9000, "0.0.0.0/0", "other")],
    },
  ],
  violation: [
    {
      name: "the world",
      resources: [...SITE, tcp(8080, "0.0.0.0/0", "world")],
      findings: ["part world ipRange: Port 8080, behind load balancer shop, is open to 0.0.0.0/0 directly."],
      needs: [...FLAT.map((property) => `world.${property}`), ...OF_SITE],
    },
    {
      name: "one public address, both ports by a range, and the whole Net",
      resources: [
        ...SITE,
        tcp(8080, "198.51.100.7/32", "office"),
        tcp(8080, "2001:db8::/64", "ports", { fromPortRange: 8000, toPortRange: 8100 }),
        tcp(8080, "10.0.0.0/16", "net"),
      ],
      findings: [
        "part net ipRange: Port 8080, behind load balancer shop, is open to 10.0.0.0/16 directly.",
        "part office ipRange: Port 8080, behind load balancer shop, is open to 198.51.100.7/32 directly.",
        "part ports ipRange: Ports 8080 and 8081, behind load balancer shop, are open to 2001:db8::/64 directly.",
      ],
      needs: [
        ...["net", "office", "ports"].flatMap((name) => FLAT.map((property) => `${name}.${property}`)),
        ...OF_SITE,
        "subnet-a.ipRange",
      ],
    },
    {
      name: "VMs behind several load balancers, by a listener rule too",
      resources: [
        ...SITE,
        loadBalancer("api", {
          ...placed,
          listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 8080 }],
        }),
        resource("loadBalancerListenerRule:LoadBalancerListenerRule", "api", {
          listeners: [{ loadBalancerName: "api", loadBalancerPort: 443 }],
          vmIds: [from(web)],
        }),
        tcp(8080, "0.0.0.0/0", "all", { ipProtocol: "-1" }),
      ],
      findings: [
        "part all ipRange: Ports 8080 and 8081, behind load balancers api and shop, are open to 0.0.0.0/0 directly.",
      ],
      needs: ["all.flow", "all.ipProtocol", "all.ipRange", "web.securityGroupIds"],
    },
  ],
  undetermined: [
    {
      name: "VMs that are not known behind the load balancer",
      resources: [
        ...SITE.filter((each) => each !== behind),
        resource("loadBalancerVms:LoadBalancerVms", "shop", {
          loadBalancerName: from(shop),
          backendVmIds: new Unknown(),
        }),
        tcp(8080, "0.0.0.0/0", "world"),
      ],
      reasons: ['world: `backendVmIds` of "shop" is not known before deployment.'],
    },
    {
      name: "a range that is not known",
      resources: [...SITE, tcp(8080, new Unknown(), "partner")],
      reasons: ["partner: `ipRange` is not known before deployment."],
    },
    {
      name: "a rule whose group is not known",
      resources: [...SITE, tcp(8080, "0.0.0.0/0", "world", { securityGroupId: new Unknown() })],
      reasons: ["world: `securityGroupId` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "VMs behind no load balancer",
      resources: [...SITE.filter((each) => each !== behind), tcp(8080, "0.0.0.0/0", "world")],
    },
    {
      name: "a stack without load balancers",
      resources: [main, subnet, group, web, tcp(8080, "0.0.0.0/0", "world", { securityGroupId: new Unknown() })],
    },
  ],
});
