import { requireSecurityGroup } from "../../policies/exposure/require-security-group";
import { Unknown } from "../../src/stack";
import { loadBalancer, net, securityGroup, subnetIn, vm, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const subnet = subnetIn("a");
const web = securityGroup("web", { netId: from(net()) });
const named = securityGroup("named", { securityGroupName: "named" });
const imported = securityGroup("imported", { securityGroupName: "default" });
const ground = [net(), subnet, web];
const inSubnet = { subnetId: from(subnet) };
const nic = resource("nic:Nic", "nic", { ...inSubnet, securityGroupIds: [from(web)] });

const none = "No security group is named: it falls into `default`, whose members all reach each other.";
const byDefault = "It is in the security group `default`, whose members all reach each other.";

policySuite(requireSecurityGroup, {
  compliant: [
    {
      name: "a VM, a NIC and a load balancer with a group",
      resources: [
        ...[...ground, nic, vmIn(subnet, "web", { securityGroupIds: [from(web)] })],
        loadBalancer("lb", { subnets: [from(subnet)], securityGroups: [from(web)] }),
      ],
    },
    {
      name: "NICs of a VM, with a group each or standing apart",
      resources: [
        ...[...ground, nic],
        vm("made", {
          nics: [{ ...inSubnet, deviceNumber: 0, securityGroupIds: [from(web)] }],
        }),
        vm("taken", { primaryNics: [{ nicId: from(nic), deviceNumber: 0 }] }),
      ],
    },
    {
      name: "a group of the public Cloud, by its name",
      resources: [
        named,
        vm("made", { securityGroupNames: ["named"] }),
        vm("foreign", { securityGroupNames: ["front"] }),
        vm("read", { securityGroupNames: [from(named)] }),
      ],
    },
    {
      name: "a group that may be either of two",
      resources: [...ground, named, vmIn(subnet, "web", { securityGroupIds: [from(web, named)] })],
    },
    {
      name: "a group of another stack that a fact tells of",
      resources: [...ground, vmIn(subnet, "web", { securityGroupIds: ["sg-12345678"] })],
      shared: { known: { "sg-12345678": { type: "outscale:index/securityGroup:SecurityGroup" } } },
    },
  ],
  violation: [
    {
      name: "a VM, a NIC and a load balancer without any",
      resources: [
        ...ground,
        vmIn(subnet, "bare"),
        resource("nic:Nic", "nic", inSubnet),
        loadBalancer("lb", { subnets: [from(subnet)] }),
      ],
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
        vm("vm", {
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
      resources: [named, vm("vm", { securityGroupNames: ["named", "default"] })],
      findings: [`resource vm securityGroupNames: ${byDefault}`],
      needs: ["vm.securityGroupNames[1]"],
    },
    {
      name: "the default group, taken into the program",
      resources: [...ground, imported, vmIn(subnet, "vm", { securityGroupIds: [from(web), from(imported)] })],
      findings: [`resource vm securityGroupIds: ${byDefault}`],
      needs: ["imported.securityGroupName", "vm.securityGroupIds"],
    },
    {
      name: "production beside tests",
      resources: [
        ...[...ground, vmIn(subnet, "trial", { tags: tags({ environment: "test" }) })],
        vmIn(subnet, "live", { tags: tags({ environment: "production" }) }),
      ],
      findings: [`resource live securityGroupIds: ${none}`],
      needs: ["live.tags[0].key", "live.tags[0].value"],
    },
  ],
  undetermined: [
    {
      name: "a list that is not known, or the id of nobody's group",
      resources: [
        ...[...ground, vmIn(subnet, "later", { securityGroupIds: new Unknown() })],
        vmIn(subnet, "outside", { securityGroupIds: ["sg-12345678"] }),
        loadBalancer("lb", { subnets: [from(subnet)], securityGroups: [new Unknown()] }),
      ],
      reasons: [
        "later: `securityGroupIds` is not known before deployment.",
        "outside: `securityGroupIds` leads out of this stack.",
        "lb: `securityGroups[0]` is not known before deployment.",
      ],
    },
    {
      name: "a group that may be the default one",
      resources: [...ground, imported, vmIn(subnet, "web", { securityGroupIds: [from(web, imported)] })],
      reasons: ['web: `securityGroupIds[0]` is not known before deployment; possible: "imported", "web".'],
    },
    {
      name: "a NIC of another stack, and NICs that are not known",
      resources: [
        vm("taken", {
          nics: [{ nicId: "eni-12345678", deviceNumber: 0 }],
          tags: tags({ environment: "production" }),
        }),
        vm("vague", { nics: new Unknown(), tags: tags({ environment: "production" }) }),
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
        net("net", { tags: tags({ environment: "test" }) }),
        ...[
          subnet,
          vmIn(subnet, "trial"),
          resource("nic:Nic", "nic", inSubnet),
          loadBalancer("lb", { subnets: [from(subnet)] }),
        ],
      ],
    },
    {
      name: "a load balancer of the public Cloud, which has no groups",
      resources: [
        loadBalancer("lb", {
          subregionNames: ["cloudgouv-eu-west-1a"],
        }),
      ],
    },
  ],
});
