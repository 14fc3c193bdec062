import { requireSecurityGroup } from "../../policies/exposure/require-security-group";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

type Inputs = Parameters<typeof resource>[2];

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const subnet = resource("subnet:Subnet", "subnet", { netId: from(net), ipRange: "10.0.0.0/24" });
const web = resource("securityGroup:SecurityGroup", "web", { netId: from(net), description: "Web" });
const named = resource("securityGroup:SecurityGroup", "named", { securityGroupName: "named", description: "Named" });
const imported = resource("securityGroup:SecurityGroup", "imported", {
  securityGroupName: "default",
  description: "Default group",
});
const ground = [net, subnet, web];
const nic = resource("nic:Nic", "nic", { subnetId: from(subnet), securityGroupIds: [from(web)] });
const inSubnet = { subnetId: from(subnet) };

function vm(name: string, inputs: Inputs = {}): Resource {
  return resource("vm:Vm", name, { ...inSubnet, ...inputs });
}

function balancer(inputs: Inputs = {}): Resource {
  return resource("loadBalancer:LoadBalancer", "lb", { loadBalancerName: "lb", subnets: [from(subnet)], ...inputs });
}

const none = "No security group is named: it falls into `default`, whose members all reach each other.";
const byDefault = "It is in the security group `default`, whose members all reach each other.";

policySuite(requireSecurityGroup, {
  compliant: [
    {
      name: "a VM, a NIC and a load balancer with a group",
      resources: [
        ...[...ground, nic, vm("web", { securityGroupIds: [from(web)] })],
        balancer({ securityGroups: [from(web)] }),
      ],
    },
    {
      name: "NICs of a VM, with a group each or standing apart",
      resources: [
        ...[...ground, nic],
        resource("vm:Vm", "made", {
          nics: [{ ...inSubnet, deviceNumber: 0, securityGroupIds: [from(web)] }],
        }),
        resource("vm:Vm", "taken", { primaryNics: [{ nicId: from(nic), deviceNumber: 0 }] }),
      ],
    },
    {
      name: "a group of the public Cloud, by its name",
      resources: [
        named,
        resource("vm:Vm", "made", { securityGroupNames: ["named"] }),
        resource("vm:Vm", "foreign", { securityGroupNames: ["front"] }),
        resource("vm:Vm", "read", { securityGroupNames: [from(named)] }),
      ],
    },
    {
      name: "a group that may be either of two",
      resources: [...ground, named, vm("web", { securityGroupIds: [from(web, named)] })],
    },
    {
      name: "a group of another stack that a fact tells of",
      resources: [...ground, vm("web", { securityGroupIds: ["sg-12345678"] })],
      shared: { known: { "sg-12345678": { type: "outscale:index/securityGroup:SecurityGroup" } } },
    },
  ],
  violation: [
    {
      name: "a VM, a NIC and a load balancer without any",
      resources: [...ground, vm("bare"), resource("nic:Nic", "nic", inSubnet), balancer()],
      findings: [
        `resource bare securityGroupIds: ${none}`,
        `resource nic securityGroupIds: ${none}`,
        `resource lb securityGroups: ${none}`,
      ],
      needs: [],
    },
    {
      name: "one NIC of two, whatever the VM names",
      resources: [
        ...[...ground],
        resource("vm:Vm", "vm", {
          securityGroupIds: [from(web)],
          nics: [
            { ...inSubnet, deviceNumber: 0, securityGroupIds: [from(web)] },
            { ...inSubnet, deviceNumber: 1 },
          ],
        }),
      ],
      findings: [`part vm nics[1].securityGroupIds: ${none}`],
      needs: ["vm.nics[1]"],
    },
    {
      name: "the default group by its name, beside another",
      resources: [named, resource("vm:Vm", "vm", { securityGroupNames: ["named", "default"] })],
      findings: [`resource vm securityGroupNames: ${byDefault}`],
      needs: ["vm.securityGroupNames[1]"],
    },
    {
      name: "the default group, taken into the program",
      resources: [...ground, imported, vm("vm", { securityGroupIds: [from(web), from(imported)] })],
      findings: [`resource vm securityGroupIds: ${byDefault}`],
      needs: ["imported.securityGroupName", "vm.securityGroupIds"],
    },
    {
      name: "production beside tests",
      resources: [
        ...[...ground, vm("trial", { tags: tags({ environment: "test" }) })],
        vm("live", { tags: tags({ environment: "production" }) }),
      ],
      findings: [`resource live securityGroupIds: ${none}`],
      needs: ["live.tags[0].key", "live.tags[0].value"],
    },
  ],
  undetermined: [
    {
      name: "a list that is not known, or the id of nobody's group",
      resources: [
        ...[...ground, vm("later", { securityGroupIds: new Unknown() })],
        vm("outside", { securityGroupIds: ["sg-12345678"] }),
        balancer({ securityGroups: [new Unknown()] }),
      ],
      reasons: [
        "later: `securityGroupIds` is not known before deployment.",
        "outside: `securityGroupIds` leads out of this stack.",
        "lb: `securityGroups[0]` is not known before deployment.",
      ],
    },
    {
      name: "a group that may be the default one",
      resources: [...ground, imported, vm("web", { securityGroupIds: [from(web, imported)] })],
      reasons: ['web: `securityGroupIds[0]` is not known before deployment; possible: "imported", "web".'],
    },
    {
      name: "a NIC of another stack, and NICs that are not known",
      resources: [
        resource("vm:Vm", "taken", {
          nics: [{ nicId: "eni-12345678", deviceNumber: 0 }],
          tags: tags({ environment: "production" }),
        }),
        resource("vm:Vm", "vague", { nics: new Unknown(), tags: tags({ environment: "production" }) }),
      ],
      reasons: [
        "taken: `nics[0].nicId` leads out of this stack.",
        "vague: `nics.nicId` is not known before deployment.",
      ],
    },
  ],
  notApplicable: [
    {
      name: "tests",
      resources: [
        resource("net:Net", "net", { tags: tags({ environment: "test" }) }),
        ...[subnet, vm("trial"), resource("nic:Nic", "nic", inSubnet), balancer()],
      ],
    },
    {
      name: "a load balancer of the public Cloud, which has no groups",
      resources: [
        resource("loadBalancer:LoadBalancer", "lb", {
          loadBalancerName: "lb",
          subregionNames: ["cloudgouv-eu-west-1a"],
        }),
      ],
    },
  ],
});
