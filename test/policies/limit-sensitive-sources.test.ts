import { limitSensitiveSources } from "../../policies/flows/limit-sensitive-sources";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, rule, securityGroup, tcp, vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";
import { netOf, subnetOf } from "../support/sensitive";

const net = netOf("records", "sensitive");
const plain = netOf("shop", "internal");
const bare = netOf("bare");

const databases = securityGroup("databases", { netId: from(net) });
const open = securityGroup("open", { netId: from(plain) });
const unsorted = securityGroup("unsorted", { netId: from(bare) });

/** HTTPS to a security group. */
function httpsTo(
  of: Resource,
  ipRange: string,
  inputs: InputsOf<"securityGroupRule:SecurityGroupRule"> = {},
): Resource {
  return tcp(443, ipRange, "rule", { securityGroupId: from(of), ...inputs });
}

const classification = ["records.tags[0].key", "records.tags[0].value"];
const branch = resource("vpnConnectionRoute:VpnConnectionRoute", "branch", {
  destinationIpRange: "198.51.100.0/24",
  vpnConnectionId: "vpn-12345678",
});
const subnet = subnetOf(net, "front");
const entryGroup = securityGroup("entry", { netId: from(net) });
const entry = loadBalancer("entry", {
  subnets: [from(subnet)],
  securityGroups: [from(entryGroup)],
  listeners: [{ loadBalancerProtocol: "TCP", loadBalancerPort: 443, backendProtocol: "TCP", backendPort: 443 }],
});
const TLS = { shared: { sensitiveEntry: "vpn-or-tls" } };
const said = (range: string, path = "ipRange") =>
  `part rule ${path}: ${range} reaches what is sensitive, and is neither private nor behind a VPN.` as const;

policySuite(limitSensitiveSources, {
  compliant: [
    { name: "a private range", resources: [net, databases, httpsTo(databases, "10.0.0.0/8")] },
    {
      name: "a public range behind a VPN",
      resources: [net, databases, branch, httpsTo(databases, "198.51.100.0/25")],
    },
    {
      name: "the Internet at an entry with TLS all the way, where the settings accept it",
      resources: [net, subnet, entryGroup, entry, httpsTo(entryGroup, "0.0.0.0/0")],
      ...TLS,
    },
  ],
  violation: [
    {
      name: "one public address",
      resources: [net, databases, httpsTo(databases, "203.0.113.7/32")],
      findings: [said("203.0.113.7/32")],
      needs: [...classification, "rule.flow", "rule.ipRange"],
    },
    {
      name: "the Internet, in the other form",
      resources: [
        net,
        databases,
        rule("rule", { securityGroupId: from(databases), rules: [{ ipRanges: ["10.0.0.0/8", "::/0"] }] }),
      ],
      findings: [said("::/0", "rules[0].ipRanges[1]")],
      needs: [
        ...classification,
        "rule.flow",
        "rule.rules",
        "rule.rules[0]",
        "rule.rules[0].ipRanges",
        "rule.rules[0].ipRanges[1]",
      ],
    },
    {
      name: "a group of a Net that is not sensitive, on a VM that is",
      resources: [
        plain,
        open,
        vm("db", { securityGroupIds: [from(open)], tags: tags({ sensitivity: "sensitive" }) }),
        httpsTo(open, "203.0.113.7/32"),
      ],
      findings: [said("203.0.113.7/32")],
      needs: ["rule.flow", "rule.ipRange", "db.securityGroupIds", "db.tags[0].key", "db.tags[0].value"],
    },
    {
      name: "the Internet at an entry with TLS, which the settings do not accept",
      resources: [net, subnet, entryGroup, entry, httpsTo(entryGroup, "0.0.0.0/0")],
      findings: [said("0.0.0.0/0")],
      needs: [...classification, "entry.securityGroups", "rule.flow", "rule.ipRange"],
    },
    {
      name: "another port of such an entry",
      resources: [net, subnet, entryGroup, entry, tcp(22, "0.0.0.0/0", "rule", { securityGroupId: from(entryGroup) })],
      ...TLS,
      findings: [said("0.0.0.0/0")],
      needs: [
        ...classification,
        "entry.securityGroups",
        "entry.listeners",
        "entry.listeners[0]",
        "entry.listeners[0].loadBalancerPort",
        "rule.flow",
        "rule.ipRange",
        "rule.fromPortRange",
        "rule.toPortRange",
        "rule.ipProtocol",
      ],
    },
  ],
  undetermined: [
    {
      name: "a range that comes with the deployment",
      resources: [net, databases, rule("rule", { securityGroupId: from(databases), ipRange: new Unknown() })],
      reasons: ["rule: `ipRange` is not known before deployment."],
    },
    {
      name: "a public range that may be behind a VPN",
      resources: [
        net,
        databases,
        resource("vpnConnectionRoute:VpnConnectionRoute", "branch", { destinationIpRange: new Unknown() }),
        httpsTo(databases, "198.51.100.0/25"),
      ],
      reasons: ['rule: `destinationIpRange` of "branch" is not known before deployment.'],
    },
    {
      name: "a group of a Net that nothing classifies",
      resources: [bare, unsorted, httpsTo(unsorted, "203.0.113.7/32")],
      reasons: ['rule: `tags` of "bare" cannot be judged: a Net without a `sensitivity` tag.'],
    },
  ],
  notApplicable: [
    { name: "what is not sensitive", resources: [plain, open, httpsTo(open, "0.0.0.0/0")] },
    {
      name: "rules for what goes out",
      resources: [net, databases, httpsTo(databases, "0.0.0.0/0", { flow: "Outbound" })],
    },
  ],
});
