import { limitSourceRange } from "../../policies/exposure/limit-source-range";
import { Unknown } from "../../src/stack";
import { rule, securityGroup, tcp, vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, tags } from "../support/resources";

const group = securityGroup();

const FLAT = ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"];

policySuite(limitSourceRange, {
  compliant: [
    { name: "a site", resources: [group, tcp(8443, "203.0.113.0/24", "site"), tcp(8443, "2001:db8::/48", "site-6")] },
    {
      name: "private ranges of any width",
      resources: [group, tcp(8443, "10.0.0.0/8", "inside"), tcp(8443, "fc00::/7", "local")],
    },
    {
      name: "what is meant for everybody",
      resources: [group, tcp(443, "0.0.0.0/0", "tls")],
    },
    {
      name: "echo, and IPsec to a VPN",
      resources: [
        group,
        rule("icmp", { ipProtocol: "icmp", fromPortRange: 8, toPortRange: -1, ipRange: "0.0.0.0/0" }),
        rule("ike", { ipProtocol: "udp", fromPortRange: 500, toPortRange: 500, ipRange: "0.0.0.0/0" }),
        vm("gate", { securityGroupIds: [from(group)], tags: tags({ tier: "vpn" }) }),
      ],
    },
    {
      name: "a wider one that the settings accept",
      resources: [group, tcp(8443, "203.0.112.0/20", "campus")],
      settings: { maxSource: { ipv4: 20 } },
    },
    {
      name: "ports that the settings add",
      resources: [group, tcp(8443, "0.0.0.0/0", "all")],
      settings: { publicPorts: [8443] },
    },
    {
      name: "a public port whose source is not known",
      resources: [group, tcp(443, new Unknown(), "tls")],
    },
  ],
  violation: [
    {
      name: "twice a site",
      resources: [group, tcp(8443, "203.0.112.0/23", "campus")],
      findings: ["part campus ipRange: 203.0.112.0/23 is a public source wider than /24, for TCP 8443."],
      needs: FLAT.map((property) => `campus.${property}`),
    },
    {
      name: "IPv6, and a range that is partly private",
      resources: [
        group,
        rule("wide", {
          rules: [
            { ipProtocol: "tcp", fromPortRange: 80, toPortRange: 81, ipRanges: ["2001:db8::/47", "8.0.0.0/5"] },
            { ipProtocol: "udp", fromPortRange: 53, toPortRange: 53, ipRanges: ["203.0.113.7"] },
          ],
        }),
      ],
      findings: [
        "part wide rules[0].ipRanges[0]: 2001:db8::/47 is a public source wider than /48, for TCP 81.",
        "part wide rules[0].ipRanges[1]: 8.0.0.0/5 is a public source wider than /24, for TCP 81.",
      ],
      needs: [
        "wide.flow",
        ...["ipProtocol", "fromPortRange", "toPortRange", "ipRanges[0]", "ipRanges[1]"].map(
          (property) => `wide.rules[0].${property}`,
        ),
      ],
    },
    {
      name: "one address more than the settings accept",
      resources: [group, tcp(8443, "203.0.113.6/31", "pair")],
      settings: { maxSource: { ipv4: 32 } },
      findings: ["part pair ipRange: 203.0.113.6/31 is a public source wider than /32, for TCP 8443."],
      needs: FLAT.map((property) => `pair.${property}`),
    },
    {
      name: "every protocol, in a development environment",
      resources: [
        securityGroup("group", { tags: tags({ environment: "development" }) }),
        rule("all", { ipRange: "0.0.0.0/0" }),
      ],
      findings: ["part all ipRange: 0.0.0.0/0 is a public source wider than /24, for every protocol."],
      needs: ["all.flow", "all.ipRange"],
    },
  ],
  undetermined: [
    {
      name: "a source that is not known",
      resources: [group, tcp(8443, new Unknown(), "api")],
      reasons: ["api: `ipRange` is not known before deployment."],
    },
    {
      name: "IPsec to a group whose VMs are not known",
      resources: [
        rule("ike", { ipProtocol: "50", ipRange: "0.0.0.0/0", securityGroupId: new Unknown() }),
        vm("gate", { securityGroupIds: [from(group)], tags: tags({ tier: "vpn" }) }),
      ],
      reasons: ["ike: `securityGroupId` is not known before deployment."],
    },
  ],
  notApplicable: [
    { name: "outbound rules", resources: [group, rule("out", { flow: "Outbound", ipRange: "0.0.0.0/0" })] },
    { name: "a group as the source", resources: [group, rule("members", { securityGroupNameToLink: "app" })] },
  ],
});
