import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { Unknown } from "../../src/stack";
import { loadBalancer, rule, securityGroup, ssh, tcp } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from } from "../support/resources";

const group = securityGroup();

function balancer(loadBalancerType: string | Unknown, loadBalancerPort: number, backendPort: number) {
  const listeners = [{ loadBalancerPort, loadBalancerProtocol: "TCP", backendPort }];
  return loadBalancer("front", { loadBalancerType, listeners });
}

policySuite(noPublicAdminPort, {
  compliant: [
    {
      name: "neighbouring ranges of two groups",
      resources: [
        group,
        ssh("203.0.112.0/24", "east"),
        securityGroup("offices"),
        ssh("203.0.113.0/24", "west", { securityGroupId: "sg-87654321" }),
      ],
    },
    {
      name: "ranges that are no neighbours, and a private one",
      resources: [group, ssh("203.0.112.0/24", "east"), ssh("203.0.114.0/24", "west"), ssh("10.0.0.0/8", "inside")],
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
      resources: [group, ssh()],
    },
    {
      name: "SSH from a private range, whatever its size",
      resources: [group, ssh("10.0.0.0/8")],
    },
    {
      name: "a private range whose port is not known",
      resources: [group, rule("any", { ipProtocol: "tcp", fromPortRange: new Unknown(), ipRange: "172.16.0.0/12" })],
    },
    {
      name: "HTTPS from everywhere",
      resources: [group, tcp(443, "0.0.0.0/0")],
    },
    {
      name: "the same port number over another protocol",
      resources: [group, rule("udp", { ipProtocol: "17", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" })],
    },
    {
      name: "an administration port that the settings do not watch",
      resources: [group, ssh("0.0.0.0/0")],
      settings: { adminPorts: [5986] },
    },
  ],
  violation: [
    {
      name: "SSH from everywhere, in the flat form",
      resources: [group, ssh("0.0.0.0/0")],
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
      resources: [group, ssh("203.0.112.0/24", "east"), ssh("203.0.113.0/24", "west")],
      findings: ["resource group : Several rules add up. Port 22 is open to 203.0.112.0/24 and 203.0.113.0/24."],
      needs: ["east", "west"].flatMap((name) =>
        ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"].map((property) => `${name}.${property}`),
      ),
    },
    {
      name: "an IPv6 range wider than a site, and neighbours that are one",
      resources: [group, ssh("2001:db8::/47", "wide"), ssh("2001:db8:2::/48", "east"), ssh("2001:db8:3::/48", "west")],
      findings: [
        "part wide ipRange: Port 22 is open to 2001:db8::/47.",
        "resource group : Several rules add up. Port 22 is open to 2001:db8:2::/48 and 2001:db8:3::/48.",
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
        loadBalancer("front", {
          loadBalancerType: undefined,
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
        ssh("203.0.112.0/24", "east", { securityGroupId: new Unknown() }),
        ssh("203.0.113.0/24", "west", { securityGroupId: new Unknown() }),
      ],
      reasons: ["east: `securityGroupId` is not known before deployment."],
    },
    {
      name: "a range that is not known beside a public one, which it may be the neighbour of",
      resources: [group, ssh("203.0.112.0/24", "east"), ssh(new Unknown(), "west")],
      reasons: [
        "west: `ipRange` is not known before deployment.",
        'group: `ipRange` of "west" is not known before deployment.',
      ],
    },
    {
      name: "a neighbouring range of one group or another",
      resources: [
        group,
        securityGroup("offices"),
        ssh("203.0.112.0/24", "east"),
        ssh("203.0.113.0/24", "west", {
          securityGroupId: from(group, securityGroup("offices")),
        }),
      ],
      reasons: ['group: `securityGroupId` of "west" is not known before deployment; possible: "group", "offices".'],
    },
    {
      name: "a neighbouring range whose ports are not known",
      resources: [group, ssh("203.0.112.0/24", "east"), ssh("203.0.113.0/24", "west", { toPortRange: new Unknown() })],
      reasons: ['group: `toPortRange` of "west" is not known before deployment.'],
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
      resources: [balancer(new Unknown(), 22, 22)],
      reasons: ["front: `loadBalancerType` is not known before deployment."],
    },
    {
      name: "a range that is not known",
      resources: [group, ssh(new Unknown())],
      reasons: ["ssh: `ipRange` is not known before deployment."],
    },
    {
      name: "rules that are not known",
      resources: [group, rule("ssh", { rules: new Unknown() })],
      reasons: ["ssh: `rules` is not known before deployment."],
    },
    {
      name: "text that is no range",
      resources: [group, ssh("everywhere")],
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
