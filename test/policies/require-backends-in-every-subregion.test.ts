import { requireBackendsInEverySubregion } from "../../policies/availability/require-backends-in-every-subregion";
import { type Resource, Unknown } from "../../src/stack";
import { backends, loadBalancer, net, subnetIn, vm, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const [a, b, c] = [subnetIn("a"), subnetIn("b"), subnetIn("c")];
const ground = [net(), a, b, c];

/** A load balancer in a Subnet of the first Subregion. */
function entry(name = "web", inputs: InputsOf<"loadBalancer:LoadBalancer"> = {}): Resource {
  return loadBalancer(name, { subnets: [from(a)], ...inputs });
}

/** What `backends` does not register behind the load balancer `web`: addresses, ids, and what is not known. */
function behind(name: string, inputs: InputsOf<"loadBalancerVms:LoadBalancerVms">): Resource {
  return resource("loadBalancerVms:LoadBalancerVms", name, { loadBalancerName: "web", ...inputs });
}

const web = entry();
const [vmA, vmB, vmC] = [vmIn(a, "vm-a"), vmIn(b, "vm-b"), vmIn(c, "vm-c")];
const stopped = vmIn(c, "vm-stopped", { state: "stopped" });
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
      resources: [...ground, web, vmA, vmB, vmC, backends("web", vmA, vmB, vmC)],
    },
    {
      name: "VMs behind the load balancers of an entry together",
      resources: [
        ...ground,
        ...[vmA, vmB, vmC],
        ...["a", "b", "c"].map((letter) => entry(`web-${letter}`)),
        ...Object.entries({ a: vmA, b: vmB, c: vmC }).map(([letter, of]) => backends(`web-${letter}`, of)),
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
        behind("second", { backendIps: [from(resource("nic:Nic", "nic")), "10.0.3.7"] }),
      ],
    },
    {
      name: "VMs behind a listener rule",
      resources: [
        ...ground,
        ...[web, vmA, vmB, vmC],
        backends("web", vmA, vmB),
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
      findings: [`entry web : This entry sends no request to ${inC}. Behind it: vm-a and vm-b.`],
      needs: [...listeners, "web.loadBalancerType", "vms.backendVmIds"].filter(
        (path) => path !== "web.loadBalancerName",
      ),
    },
    {
      name: "a stopped VM in the third, and an address in the first",
      resources: [
        ...ground,
        ...[web, vmB, stopped],
        behind("vms", { backendVmIds: [from(vmB), from(stopped)] }),
        behind("ips", { backendIps: ["10.0.1.9"] }),
      ],
      findings: [`entry web : This entry sends no request to ${inC}. Behind it: vm-b and 10.0.1.9.`],
      needs: [...listeners, "web.loadBalancerType", ...["vm-stopped.state", "vms.backendVmIds", "ips.backendIps"]],
    },
    {
      name: "VMs of the public Cloud, by one another's place",
      resources: [
        entry("web", { loadBalancerType: undefined, subnets: [], subregionNames: ["cloudgouv-eu-west-1a"] }),
        vm("lone"),
        behind("vms", { backendVmIds: [from(vm("lone"))] }),
      ],
      findings: [`entry web : This entry sends no request to ${inB} and ${inC}. Behind it: lone.`],
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
      resources: [...ground, web, vmA, backends("web", vmA)],
      shared: { part: { of: "shop", siblings: ["vms/prod"] } },
      reasons: ["web: Another part of shop (vms/prod) may have other VMs behind this entry, and was not given."],
    },
    {
      name: "VMs that are not known, or not the stack's",
      resources: [
        ...ground,
        ...[web, entry("api", { listeners: [] }), entry("old", { tags: tags({ application: "old" }) })],
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
      resources: [...ground, entry("web", { loadBalancerType: "internal" }), vmA, backends("web", vmA)],
    },
    {
      name: "an entry that is no production",
      resources: [...ground, entry("web", { tags: tags({ environment: "dev" }) })],
    },
  ],
});
