import { requireEntryThroughLoadBalancer } from "../../policies/exposure/require-entry-through-load-balancer";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource } from "../support/resources";

type Inputs = Parameters<typeof resource>[2];

const net = resource("net:Net", "main", { ipRange: "10.0.0.0/16" });
const subnet = resource("subnet:Subnet", "public", {
  netId: from(net),
  ipRange: "10.0.0.0/24",
  subregionName: "cloudgouv-eu-west-1a",
});
const group = resource("securityGroup:SecurityGroup", "web");
const entryGroup = resource("securityGroup:SecurityGroup", "entry");
const vm = resource("vm:Vm", "web", { subnetId: from(subnet), securityGroupIds: [from(group)] });

function balancer(name: string, inputs: Inputs = {}) {
  return resource("loadBalancer:LoadBalancer", name, {
    loadBalancerName: name,
    subnets: [from(subnet)],
    securityGroups: [from(entryGroup)],
    listeners: [
      { loadBalancerPort: 443, loadBalancerProtocol: "HTTPS", backendPort: 8080 },
      { loadBalancerPort: 80, loadBalancerProtocol: "HTTP", backendPort: 8081 },
    ],
    ...inputs,
  });
}

const shop = balancer("shop");
const behind = resource("loadBalancerVms:LoadBalancerVms", "shop", {
  loadBalancerName: from(shop),
  backendVmIds: [from(vm)],
});
const SITE = [net, subnet, group, entryGroup, vm, shop, behind];

function rule(name: string, inputs: Inputs) {
  return resource("securityGroupRule:SecurityGroupRule", name, {
    flow: "Inbound",
    securityGroupId: from(group),
    ipProtocol: "tcp",
    fromPortRange: 8080,
    toPortRange: 8080,
    ...inputs,
  });
}

const FLAT = ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"];
const OF_SITE = ["shop.listeners[0].backendPort", "shop.backendVmIds", "web.securityGroupIds"];

policySuite(requireEntryThroughLoadBalancer, {
  compliant: [
    {
      name: "the load balancer's Subnet and group",
      resources: [
        ...SITE,
        rule("subnet", { ipRange: "10.0.0.0/24" }),
        rule("host", { ipRange: "10.0.0.7/32" }),
        resource("securityGroupRule:SecurityGroupRule", "entry", {
          flow: "Inbound",
          securityGroupId: from(group),
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
      resources: [...SITE, rule("watch", { ipRange: "10.0.9.0/24" })],
    },
    {
      name: "another port, whatever else",
      resources: [...SITE, rule("other", { fromPortRange: 9000, toPortRange: 9000, ipRange: "0.0.0.0/0" })],
    },
  ],
  violation: [
    {
      name: "the world",
      resources: [...SITE, rule("world", { ipRange: "0.0.0.0/0" })],
      findings: ["part world ipRange: Port 8080, behind load balancer shop, is open to 0.0.0.0/0 directly."],
      needs: [...FLAT.map((property) => `world.${property}`), ...OF_SITE],
    },
    {
      name: "one public address, both ports by a range, and the whole Net",
      resources: [
        ...SITE,
        rule("office", { ipRange: "198.51.100.7/32" }),
        rule("ports", { fromPortRange: 8000, toPortRange: 8100, ipRange: "2001:db8::/64" }),
        rule("net", { ipRange: "10.0.0.0/16" }),
      ],
      findings: [
        "part net ipRange: Port 8080, behind load balancer shop, is open to 10.0.0.0/16 directly.",
        "part office ipRange: Port 8080, behind load balancer shop, is open to 198.51.100.7/32 directly.",
        "part ports ipRange: Ports 8080 and 8081, behind load balancer shop, are open to 2001:db8::/64 directly.",
      ],
      needs: [
        ...["net", "office", "ports"].flatMap((name) => FLAT.map((property) => `${name}.${property}`)),
        ...OF_SITE,
        "public.ipRange",
      ],
    },
    {
      name: "VMs behind several load balancers, by a listener rule too",
      resources: [
        ...SITE,
        balancer("api", { listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 8080 }] }),
        resource("loadBalancerListenerRule:LoadBalancerListenerRule", "api", {
          listeners: [{ loadBalancerName: "api", loadBalancerPort: 443 }],
          vmIds: [from(vm)],
        }),
        rule("all", { ipProtocol: "-1", ipRange: "0.0.0.0/0" }),
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
        rule("world", { ipRange: "0.0.0.0/0" }),
      ],
      reasons: ['world: `backendVmIds` of "shop" is not known before deployment.'],
    },
    {
      name: "a range that is not known",
      resources: [...SITE, rule("partner", { ipRange: new Unknown() })],
      reasons: ["partner: `ipRange` is not known before deployment."],
    },
    {
      name: "a rule whose group is not known",
      resources: [...SITE, rule("world", { ipRange: "0.0.0.0/0", securityGroupId: new Unknown() })],
      reasons: ["world: `securityGroupId` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "VMs behind no load balancer",
      resources: [...SITE.filter((each) => each !== behind), rule("world", { ipRange: "0.0.0.0/0" })],
    },
    {
      name: "a stack without load balancers",
      resources: [net, subnet, group, vm, rule("world", { ipRange: "0.0.0.0/0", securityGroupId: new Unknown() })],
    },
  ],
});
