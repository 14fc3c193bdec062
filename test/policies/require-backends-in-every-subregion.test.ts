import { requireBackendsInEverySubregion } from "../../policies/availability/require-backends-in-every-subregion";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const [a, b, c] = ["a", "b", "c"].map((letter, index) =>
  resource("subnet:Subnet", `subnet-${letter}`, {
    netId: from(net),
    ipRange: `10.0.${String(index)}.0/24`,
    subregionName: `cloudgouv-eu-west-1${letter}`,
  }),
) as [Resource, Resource, Resource];
const ground = [net, a, b, c];

type Inputs = Parameters<typeof resource>[2];

function balancer(name: string, inputs: Inputs = {}): Resource {
  const listeners = [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 443 }];
  return resource("loadBalancer:LoadBalancer", name, {
    loadBalancerName: name,
    listeners,
    subnets: [from(a)],
    ...inputs,
  });
}

function vm(letter: string, subnet: Resource, inputs: Inputs = {}): Resource {
  return resource("vm:Vm", `vm-${letter}`, { subnetId: from(subnet), ...inputs });
}

function behind(name: string, inputs: Inputs): Resource {
  return resource("loadBalancerVms:LoadBalancerVms", name, { loadBalancerName: "web", ...inputs });
}

const web = balancer("web");
const [vmA, vmB, vmC] = [vm("a", a), vm("b", b), vm("c", c)];
const inB = "cloudgouv-eu-west-1b";
const inC = "cloudgouv-eu-west-1c";
const listeners = [
  "loadBalancerName",
  "listeners",
  ...["loadBalancerPort", "loadBalancerProtocol", "backendPort"].map((name) => `listeners[0].${name}`),
].map((path) => `web.${path}`);

policySuite(requireBackendsInEverySubregion, {
  compliant: [
    {
      name: "VMs of all Subregions behind one load balancer",
      resources: [...ground, web, vmA, vmB, vmC, behind("vms", { backendVmIds: [from(vmA), from(vmB), from(vmC)] })],
    },
    {
      name: "VMs behind the load balancers of an entry together",
      resources: [
        ...ground,
        ...[vmA, vmB, vmC],
        ...["a", "b", "c"].map((letter) => balancer(`web-${letter}`)),
        ...Object.entries({ a: vmA, b: vmB, c: vmC }).map(([letter, of]) =>
          behind(letter, { loadBalancerName: `web-${letter}`, backendVmIds: [from(of)] }),
        ),
      ],
    },
    {
      name: "VMs by their IPs: public, private, of a NIC, and as text in a Subnet",
      resources: [
        ...ground,
        web,
        vmA,
        resource("publicIp:PublicIp", "ip"),
        resource("publicIpLink:PublicIpLink", "ip", {
          publicIpId: from(resource("publicIp:PublicIp", "ip")),
          vmId: from(vmA),
        }),
        resource("nic:Nic", "nic", { subnetId: from(b) }),
        behind("first", { backendIps: [from(resource("publicIp:PublicIp", "ip"))] }),
        behind("second", { backendIps: [from(resource("nic:Nic", "nic")), "10.0.2.7"] }),
      ],
    },
    {
      name: "VMs behind a listener rule",
      resources: [
        ...ground,
        ...[web, vmA, vmB, vmC],
        behind("vms", { backendVmIds: [from(vmA), from(vmB)] }),
        resource("loadBalancerListenerRule:LoadBalancerListenerRule", "rule", {
          listeners: [{ loadBalancerName: from(web), loadBalancerPort: 443 }],
          vmIds: [from(vmC)],
        }),
      ],
    },
  ],
  violation: [
    {
      name: "VMs in two Subregions of three, by reference to their load balancer",
      resources: [
        ...ground,
        ...[web, vmA, vmB, vmC],
        behind("vms", { loadBalancerName: from(web), backendVmIds: [from(vmA), from(vmB)] }),
      ],
      findings: [`entry web : Entry web sends no request to ${inC}. Behind it: vm-a and vm-b.`],
      needs: [...listeners, "vms.backendVmIds"].filter((path) => path !== "web.loadBalancerName"),
    },
    {
      name: "a stopped VM in the third, and an address in the first",
      resources: [
        ...ground,
        ...[web, vmB, vm("stopped", c, { state: "stopped" })],
        behind("vms", { backendVmIds: [from(vmB), from(vm("stopped", c))] }),
        behind("ips", { backendIps: ["10.0.0.9"] }),
      ],
      findings: [`entry web : Entry web sends no request to ${inC}. Behind it: vm-b and 10.0.0.9.`],
      needs: [...listeners, ...["vm-stopped.state", "vms.backendVmIds", "ips.backendIps"]],
    },
    {
      name: "VMs of the public Cloud, by one another's place",
      resources: [
        balancer("web", { subnets: [], subregionNames: ["cloudgouv-eu-west-1a"] }),
        resource("vm:Vm", "lone", {}),
        behind("vms", { backendVmIds: [from(resource("vm:Vm", "lone"))] }),
      ],
      findings: [`entry web : Entry web sends no request to ${inB} and ${inC}. Behind it: lone.`],
      needs: [...listeners, "web.subnets", "vms.loadBalancerName", "vms.backendVmIds"],
    },
  ],
  undetermined: [
    {
      name: "an entry with nothing behind it",
      resources: [...ground, web],
      reasons: ["web: This stack puts no VM behind it."],
    },
    {
      name: "an entry whose VMs another part of the system may add",
      resources: [...ground, web, vmA, behind("vms", { backendVmIds: [from(vmA)] })],
      shared: { part: { of: "shop", siblings: ["vms/prod"] } },
      reasons: ["web: Another part of shop (vms/prod) may have other VMs behind this entry, and was not given."],
    },
    {
      name: "VMs that are not known, or not the stack's",
      resources: [
        ...ground,
        ...[web, balancer("api", { listeners: [] }), balancer("old", { tags: tags({ application: "old" }) })],
        behind("vms", { backendVmIds: new Unknown() }),
        behind("ids", { loadBalancerName: "api", backendVmIds: ["i-12345678"] }),
        behind("ips", { loadBalancerName: "old", backendIps: ["198.51.100.7"] }),
      ],
      reasons: [
        'api: `backendVmIds` of "ids" leads out of this stack.',
        'old: `backendIps` of "ips" leads out of this stack.',
        'web: `backendVmIds` of "vms" is not known before deployment.',
      ],
    },
    {
      name: "VMs behind a load balancer that is not known",
      resources: [...ground, web, vmA, behind("vms", { loadBalancerName: new Unknown(), backendVmIds: [from(vmA)] })],
      reasons: ['web: `loadBalancerName` of "vms" is not known before deployment.'],
    },
    {
      name: "a public IP that no link gives to anyone",
      resources: [
        ...ground,
        ...[web, resource("publicIp:PublicIp", "ip")],
        behind("vms", { backendIps: [from(resource("publicIp:PublicIp", "ip"))] }),
      ],
      reasons: ['web: `publicIp` of "ip" leads out of this stack.'],
    },
  ],
  notApplicable: [
    {
      name: "an internal entry",
      resources: [
        ...ground,
        balancer("web", { loadBalancerType: "internal" }),
        vmA,
        behind("vms", { backendVmIds: [from(vmA)] }),
      ],
    },
    {
      name: "an entry that is no production",
      resources: [...ground, balancer("web", { tags: tags({ environment: "dev" }) })],
    },
  ],
});
