import { limitPortRange } from "../../policies/exposure/limit-port-range";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, rule, securityGroup, vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from } from "../support/resources";

const group = securityGroup("group", { securityGroupName: "nodes" });
const entry = securityGroup("entry");
const balancer = loadBalancer("entry", { securityGroups: [from(entry)] });

/** Ports for a private range. */
function ports(name: string, fromPortRange: number, toPortRange: number): Resource {
  return rule(name, { ipProtocol: "tcp", fromPortRange, toPortRange, ipRange: "10.0.0.0/16" });
}

/** Ports for the members of a group. */
function members(name: string, fromPortRange: number, toPortRange: number, of: Resource): Resource {
  return rule(name, {
    rules: [{ ipProtocol: "tcp", fromPortRange, toPortRange, securityGroupsMembers: [{ securityGroupId: from(of) }] }],
  });
}

const FLAT = ["flow", "ipProtocol", "fromPortRange", "toPortRange"];
const NESTED = ["rules[0].ipProtocol", "rules[0].fromPortRange", "rules[0].toPortRange"];

policySuite(limitPortRange, {
  compliant: [
    { name: "one port, and sixteen", resources: [group, ports("one", 443, 443), ports("some", 8000, 8015)] },
    {
      name: "protocols that have no ports",
      resources: [
        group,
        rule("esp", { ipProtocol: "esp", ipRange: "10.0.0.0/8" }),
        rule("ping", { ipProtocol: "icmp", ipRange: "10.0.0.0/8" }),
      ],
    },
    {
      name: "every port for the group's own members",
      resources: [group, members("peers", 0, 65535, group), rule("named", { securityGroupNameToLink: "nodes" })],
    },
    {
      name: "the ports of nodes for the load balancer",
      resources: [group, entry, balancer, members("nodes", 30000, 32767, entry)],
    },
    {
      name: "more ports that the settings accept",
      resources: [group, ports("many", 8000, 8099)],
      settings: { maxPorts: 100 },
    },
    {
      name: "another wide range that the settings name",
      resources: [group, entry, balancer, members("media", 20000, 21000, entry)],
      settings: { wideRanges: [{ from: 20000, to: 29999 }] },
    },
  ],
  violation: [
    {
      name: "seventeen ports, in both forms, from private ranges too",
      resources: [
        group,
        ports("flat", 8016, 8000),
        rule("nested", { rules: [{ ipProtocol: "17", fromPortRange: 5000, toPortRange: 5999, ipRanges: ["::/0"] }] }),
      ],
      findings: [
        "part flat ipRange: TCP 8000-8016 is open to 10.0.0.0/16: 17 ports, where 16 are accepted.",
        "part nested rules[0].ipRanges[0]: UDP 5000-5999 is open to ::/0: 1000 ports, where 16 are accepted.",
      ],
      needs: [
        ...FLAT.map((property) => `flat.${property}`),
        "nested.flow",
        "nested.rules[0].ipRanges",
        ...NESTED.map((path) => `nested.${path}`),
      ],
    },
    {
      name: "every protocol, and TCP without ports",
      resources: [
        group,
        rule("all", { ipProtocol: "-1", fromPortRange: 443, toPortRange: 443, ipRange: "10.0.0.0/8" }),
        rule("tcp", { ipProtocol: "tcp", ipRange: "198.51.100.7/32" }),
      ],
      findings: [
        "part all ipRange: Every protocol is open to 10.0.0.0/8.",
        "part tcp ipRange: TCP is open to 198.51.100.7/32: 65536 ports, where 16 are accepted.",
      ],
      needs: ["all.flow", "all.ipProtocol", "tcp.flow", "tcp.ipProtocol"],
    },
    {
      name: "another group by its name, and a service of Outscale",
      resources: [
        group,
        securityGroup("web", { securityGroupName: "web" }),
        rule("web", { securityGroupNameToLink: "web" }),
        rule("service", { rules: [{ ipProtocol: "tcp", serviceIds: ["pl-12345678"] }] }),
      ],
      findings: [
        "part service rules[0].serviceIds[0]: TCP is open to pl-12345678: 65536 ports, where 16 are accepted.",
        "part web securityGroupNameToLink: Every protocol is open to security group web.",
      ],
      needs: [
        "service.flow",
        "service.rules[0].ipProtocol",
        "web.flow",
        "web.securityGroupNameToLink",
        "service.rules[0].serviceIds",
        "web.securityGroupName",
      ],
    },
    {
      name: "the ports of nodes for a range, and more than these for the load balancer",
      resources: [group, entry, balancer, ports("inside", 30000, 32767), members("beyond", 30000, 32768, entry)],
      findings: [
        "part beyond rules[0].securityGroupsMembers[0]: TCP 30000-32768 is open to security group entry: 2769 ports, where 16 are accepted.",
        "part inside ipRange: TCP 30000-32767 is open to 10.0.0.0/16: 2768 ports, where 16 are accepted.",
      ],
      needs: [
        "beyond.flow",
        ...NESTED.map((path) => `beyond.${path}`),
        "beyond.rules[0].securityGroupsMembers",
        ...FLAT.map((property) => `inside.${property}`),
      ],
    },
    {
      name: "the ports of nodes for VMs",
      resources: [
        group,
        securityGroup("web"),
        vm("web", { securityGroupIds: [from(securityGroup("web"))] }),
        members("nodes", 30000, 32767, securityGroup("web")),
      ],
      findings: [
        "part nodes rules[0].securityGroupsMembers[0]: TCP 30000-32767 is open to security group web: 2768 ports, where 16 are accepted.",
      ],
      needs: ["nodes.flow", ...NESTED.map((path) => `nodes.${path}`), "nodes.rules[0].securityGroupsMembers"],
    },
  ],
  undetermined: [
    {
      name: "a port that is not known",
      resources: [
        group,
        rule("any", { ipProtocol: "tcp", fromPortRange: 1, toPortRange: new Unknown(), ipRange: "::/0" }),
      ],
      reasons: ["any: `toPortRange` is not known before deployment."],
    },
    {
      name: "rules that are not known",
      resources: [group, rule("any", { rules: new Unknown() })],
      reasons: ["any: `rules` is not known before deployment."],
    },
    {
      name: "the ports of nodes for a group that nothing has, or of another stack",
      resources: [
        group,
        entry,
        members("nodes", 30000, 32767, entry),
        rule("outside", {
          rules: [
            {
              ipProtocol: "tcp",
              fromPortRange: 30000,
              toPortRange: 32767,
              securityGroupsMembers: [{ securityGroupId: "sg-12345678" }],
            },
          ],
        }),
      ],
      reasons: [
        "nodes: `rules[0].securityGroupsMembers[0]` cannot be judged: a security group that nothing in the stack has.",
        "outside: `rules[0].securityGroupsMembers[0]` leads out of this stack.",
      ],
    },
  ],
  notApplicable: [
    { name: "outbound rules", resources: [group, rule("out", { flow: "Outbound", ipRange: "0.0.0.0/0" })] },
  ],
});
