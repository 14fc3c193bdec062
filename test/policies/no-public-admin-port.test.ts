import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource } from "../support/resources";

const group = resource("securityGroup:SecurityGroup", "web");

function rule(name: string, inputs: Parameters<typeof resource>[2]) {
  return resource("securityGroupRule:SecurityGroupRule", name, {
    flow: "Inbound",
    securityGroupId: from(group),
    ...inputs,
  });
}

/** SSH from a range, in a rule of its own. */
function ssh(name: string, ipRange: string, more: Parameters<typeof resource>[2] = {}) {
  return rule(name, { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange, ...more });
}

function balancer(type: string, loadBalancerPort: number, backendPort: number) {
  return resource("loadBalancer:LoadBalancer", "front", {
    loadBalancerType: type,
    listeners: [{ loadBalancerPort, loadBalancerProtocol: "TCP", backendPort, backendProtocol: "TCP" }],
  });
}

policySuite(noPublicAdminPort, {
  compliant: [
    {
      name: "neighbouring ranges of two groups",
      resources: [
        group,
        ssh("east", "203.0.112.0/24"),
        resource("securityGroup:SecurityGroup", "offices"),
        ssh("west", "203.0.113.0/24", { securityGroupId: "sg-87654321" }),
      ],
    },
    {
      name: "ranges that are no neighbours, and a private one",
      resources: [group, ssh("east", "203.0.112.0/24"), ssh("west", "203.0.114.0/24"), ssh("inside", "10.0.0.0/8")],
    },
    {
      name: "a protocol without ports from everywhere",
      resources: [group, rule("esp", { ipProtocol: "50", fromPortRange: new Unknown(), ipRange: "0.0.0.0/0" })],
    },
    {
      name: "another port of an internet-facing load balancer",
      resources: [balancer("internet-facing", 443, 8443)],
    },
    {
      name: "SSH from one address",
      resources: [
        group,
        rule("ssh", { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "198.51.100.7/32" }),
      ],
    },
    {
      name: "SSH from a private range, whatever its size",
      resources: [group, rule("ssh", { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "10.0.0.0/8" })],
    },
    {
      name: "a private range whose port is not known",
      resources: [group, rule("any", { ipProtocol: "tcp", fromPortRange: new Unknown(), ipRange: "172.16.0.0/12" })],
    },
    {
      name: "HTTPS from everywhere",
      resources: [
        group,
        rule("https", { ipProtocol: "tcp", fromPortRange: 443, toPortRange: 443, ipRange: "0.0.0.0/0" }),
      ],
    },
    {
      name: "the same port number over another protocol",
      resources: [group, rule("udp", { ipProtocol: "17", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" })],
    },
    {
      name: "an administration port that the settings do not watch",
      resources: [group, rule("ssh", { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" })],
      settings: { adminPorts: [5986] },
    },
  ],
  violation: [
    {
      name: "SSH from everywhere, in the flat form",
      resources: [group, rule("ssh", { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" })],
      findings: ["part ssh ipRange: Port 22 is open to 0.0.0.0/0."],
      needs: ["ssh.flow", "ssh.ipProtocol", "ssh.fromPortRange", "ssh.toPortRange", "ssh.ipRange"],
    },
    {
      name: "a range of ports by protocol number, in the nested form",
      resources: [
        group,
        rule("wide", {
          rules: [{ ipProtocol: "6", fromPortRange: 20, toPortRange: 4000, ipRanges: ["10.0.0.0/8", "::/0"] }],
        }),
      ],
      findings: ["part wide rules[0].ipRanges[1]: Ports 22 and 3389 are open to ::/0."],
      needs: [
        "wide.flow",
        "wide.rules[0].ipProtocol",
        "wide.rules[0].fromPortRange",
        "wide.rules[0].toPortRange",
        "wide.rules[0].ipRanges[1]",
      ],
    },
    {
      name: "every protocol, whose ports the provider ignores",
      resources: [group, rule("all", { ipProtocol: "-1", fromPortRange: 443, toPortRange: 443, ipRange: "0.0.0.0/0" })],
      findings: ["part all ipRange: Ports 22 and 3389 are open to 0.0.0.0/0."],
      needs: ["all.flow", "all.ipProtocol", "all.ipRange"],
    },
    {
      name: "TCP without ports, and no protocol at all",
      resources: [
        group,
        rule("tcp", { ipProtocol: "TCP", ipRange: "0.0.0.0/0" }),
        rule("none", { ipRange: "0.0.0.0/0" }),
      ],
      findings: [
        "part none ipRange: Ports 22 and 3389 are open to 0.0.0.0/0.",
        "part tcp ipRange: Ports 22 and 3389 are open to 0.0.0.0/0.",
      ],
      needs: ["tcp.flow", "tcp.ipProtocol", "tcp.ipRange", "none.flow", "none.ipRange"],
    },
    {
      name: "the two halves of the Internet",
      resources: [
        group,
        rule("halves", {
          rules: [
            { ipProtocol: "tcp", fromPortRange: 3389, toPortRange: 3389, ipRanges: ["0.0.0.0/1", "128.0.0.0/1"] },
          ],
        }),
      ],
      findings: [
        "part halves rules[0].ipRanges[0]: Port 3389 is open to 0.0.0.0/1.",
        "part halves rules[0].ipRanges[1]: Port 3389 is open to 128.0.0.0/1.",
      ],
      needs: [
        "halves.flow",
        "halves.rules[0].ipProtocol",
        "halves.rules[0].fromPortRange",
        "halves.rules[0].toPortRange",
        "halves.rules[0].ipRanges[0]",
        "halves.rules[0].ipRanges[1]",
      ],
    },
    {
      name: "neighbouring ranges of several rules that add up",
      resources: [
        group,
        rule("east", { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "203.0.112.0/24" }),
        rule("west", { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "203.0.113.0/24" }),
      ],
      findings: ["resource web : Several rules add up. Port 22 is open to 203.0.112.0/24 and 203.0.113.0/24."],
      needs: ["east", "west"].flatMap((name) =>
        ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"].map((property) => `${name}.${property}`),
      ),
    },
    {
      name: "an IPv6 range wider than a site, and neighbours that are one",
      resources: [group, ssh("wide", "2001:db8::/47"), ssh("east", "2001:db8:2::/48"), ssh("west", "2001:db8:3::/48")],
      findings: [
        "part wide ipRange: Port 22 is open to 2001:db8::/47.",
        "resource web : Several rules add up. Port 22 is open to 2001:db8:2::/48 and 2001:db8:3::/48.",
      ],
      needs: ["wide", "east", "west"].flatMap((name) =>
        ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"].map((property) => `${name}.${property}`),
      ),
    },
    {
      name: "an internet-facing load balancer that listens on one",
      resources: [balancer("internet-facing", 22, 2222)],
      findings: ["part front listeners[0]: A load balancer that faces the Internet listens on port 22."],
      needs: ["front.loadBalancerType", "front.listeners[0].loadBalancerPort"],
    },
    {
      name: "a load balancer without a type that leads to one",
      resources: [
        resource("loadBalancer:LoadBalancer", "front", {
          listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 3389 }],
        }),
      ],
      findings: [
        "part front listeners[0]: A load balancer that faces the Internet leads to port 3389 of the VMs behind it.",
      ],
      needs: ["front.listeners[0].backendPort"],
    },
  ],
  undetermined: [
    {
      name: "neighbouring ranges of rules whose groups are not known",
      resources: [
        ssh("east", "203.0.112.0/24", { securityGroupId: new Unknown() }),
        ssh("west", "203.0.113.0/24", { securityGroupId: new Unknown() }),
      ],
      reasons: ["east: `securityGroupId` is not known before deployment."],
    },
    {
      name: "a range that is not known beside a public one, which it may be the neighbour of",
      resources: [group, ssh("east", "203.0.112.0/24"), ssh("west", "198.51.100.7/32", { ipRange: new Unknown() })],
      reasons: [
        "west: `ipRange` is not known before deployment.",
        'web: `ipRange` of "west" is not known before deployment.',
      ],
    },
    {
      name: "a neighbouring range of one group or another",
      resources: [
        group,
        resource("securityGroup:SecurityGroup", "offices"),
        ssh("east", "203.0.112.0/24"),
        ssh("west", "203.0.113.0/24", {
          securityGroupId: from(group, resource("securityGroup:SecurityGroup", "offices")),
        }),
      ],
      reasons: ['web: `securityGroupId` of "west" is not known before deployment; possible: "offices", "web".'],
    },
    {
      name: "a neighbouring range whose ports are not known",
      resources: [group, ssh("east", "203.0.112.0/24"), ssh("west", "203.0.113.0/24", { toPortRange: new Unknown() })],
      reasons: ['web: `toPortRange` of "west" is not known before deployment.'],
    },
    {
      name: "a protocol that has no number, and a port that is none",
      resources: [
        group,
        rule("any", { ipProtocol: "any", ipRange: "0.0.0.0/0" }),
        rule("high", { rules: [{ ipProtocol: "tcp", fromPortRange: 22, toPortRange: 70000, ipRanges: ["::/0"] }] }),
      ],
      reasons: [
        "any: `ipProtocol` cannot be judged: text that is no IP protocol.",
        "high: `rules[0].fromPortRange` cannot be judged: numbers that are no ports.",
      ],
    },
    {
      name: "a load balancer that may face the Internet",
      resources: [
        resource("loadBalancer:LoadBalancer", "front", {
          loadBalancerType: new Unknown(),
          listeners: [{ loadBalancerPort: 22, backendPort: 22 }],
        }),
      ],
      reasons: ["front: `loadBalancerType` is not known before deployment."],
    },
    {
      name: "a range that is not known",
      resources: [
        group,
        rule("ssh", { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: new Unknown() }),
      ],
      reasons: ["ssh: `ipRange` is not known before deployment."],
    },
    {
      name: "rules that are not known",
      resources: [group, rule("ssh", { rules: new Unknown() })],
      reasons: ["ssh: `rules` is not known before deployment."],
    },
    {
      name: "text that is no range",
      resources: [group, rule("ssh", { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "everywhere" })],
      reasons: ["ssh: `ipRange` cannot be judged: text that is no address range."],
    },
  ],
  notApplicable: [
    { name: "load balancers inside", resources: [balancer("internal", 22, 22)] },
    {
      name: "outbound rules",
      resources: [
        group,
        { ...rule("out", { ipRange: "0.0.0.0/0" }), inputs: { flow: "Outbound", ipRange: "0.0.0.0/0" } },
      ],
    },
    {
      name: "rules that name security groups",
      resources: [
        group,
        rule("members", {
          rules: [
            {
              ipProtocol: "tcp",
              fromPortRange: 22,
              toPortRange: 22,
              securityGroupsMembers: [{ securityGroupId: from(group) }],
            },
          ],
        }),
      ],
    },
  ],
});
