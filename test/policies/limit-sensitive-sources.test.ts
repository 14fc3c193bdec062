import { limitSensitiveSources } from "../../policies/flows/limit-sensitive-sources";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource } from "../support/resources";
import { netOf, subnetIn } from "../support/sensitive";

const net = netOf("records", "sensitive");
const plain = netOf("shop", "internal");
const bare = netOf("bare");

function group(name: string, of = net) {
  return resource("securityGroup:SecurityGroup", name, { netId: from(of) });
}

const databases = group("databases");
const open = group("open", plain);
const unsorted = group("unsorted", bare);

function rule(of: ReturnType<typeof group>, inputs: object) {
  return resource("securityGroupRule:SecurityGroupRule", "rule", {
    flow: "Inbound",
    securityGroupId: from(of),
    ...inputs,
  });
}

const from443 = (ipRange: string) => ({ ipProtocol: "tcp", fromPortRange: 443, toPortRange: 443, ipRange });
const classification = ["records.tags[0].key", "records.tags[0].value"];
const branch = resource("vpnConnectionRoute:VpnConnectionRoute", "branch", {
  destinationIpRange: "198.51.100.0/24",
  vpnConnectionId: "vpn-12345678",
});
const subnet = subnetIn(net, "front");
const entryGroup = group("entry");
const entry = resource("loadBalancer:LoadBalancer", "entry", {
  subnets: [from(subnet)],
  securityGroups: [from(entryGroup)],
  listeners: [{ loadBalancerProtocol: "TCP", loadBalancerPort: 443, backendProtocol: "TCP", backendPort: 443 }],
});
const TLS = { shared: { sensitiveEntry: "vpn-or-tls" } };
const said = (range: string, path = "ipRange") =>
  `part rule ${path}: ${range} reaches what is sensitive, and is neither private nor behind a VPN.` as const;

policySuite(limitSensitiveSources, {
  compliant: [
    { name: "a private range", resources: [net, databases, rule(databases, from443("10.0.0.0/8"))] },
    {
      name: "a public range behind a VPN",
      resources: [net, databases, branch, rule(databases, from443("198.51.100.0/25"))],
    },
    {
      name: "the Internet at an entry with TLS all the way, where the settings accept it",
      resources: [net, subnet, entryGroup, entry, rule(entryGroup, from443("0.0.0.0/0"))],
      ...TLS,
    },
  ],
  violation: [
    {
      name: "one public address",
      resources: [net, databases, rule(databases, from443("203.0.113.7/32"))],
      findings: [said("203.0.113.7/32")],
      needs: [...classification, "rule.flow", "rule.ipRange"],
    },
    {
      name: "the Internet, in the other form",
      resources: [net, databases, rule(databases, { rules: [{ ipRanges: ["10.0.0.0/8", "::/0"] }] })],
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
        resource("vm:Vm", "db", { securityGroupIds: [from(open)], tags: [{ key: "sensitivity", value: "sensitive" }] }),
        rule(open, from443("203.0.113.7/32")),
      ],
      findings: [said("203.0.113.7/32")],
      needs: ["rule.flow", "rule.ipRange", "db.securityGroupIds", "db.tags[0].key", "db.tags[0].value"],
    },
    {
      name: "the Internet at an entry with TLS, which the settings do not accept",
      resources: [net, subnet, entryGroup, entry, rule(entryGroup, from443("0.0.0.0/0"))],
      findings: [said("0.0.0.0/0")],
      needs: [...classification, "entry.securityGroups", "rule.flow", "rule.ipRange"],
    },
    {
      name: "another port of such an entry",
      resources: [
        net,
        subnet,
        entryGroup,
        entry,
        rule(entryGroup, { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" }),
      ],
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
      resources: [net, databases, rule(databases, { ipRange: new Unknown() })],
      reasons: ["rule: `ipRange` is not known before deployment."],
    },
    {
      name: "a public range that may be behind a VPN",
      resources: [
        net,
        databases,
        resource("vpnConnectionRoute:VpnConnectionRoute", "branch", { destinationIpRange: new Unknown() }),
        rule(databases, from443("198.51.100.0/25")),
      ],
      reasons: ['rule: `destinationIpRange` of "branch" is not known before deployment.'],
    },
    {
      name: "a group of a Net that nothing classifies",
      resources: [bare, unsorted, rule(unsorted, from443("203.0.113.7/32"))],
      reasons: ['rule: `tags` of "bare" cannot be judged: a Net without a `sensitivity` tag.'],
    },
  ],
  notApplicable: [
    { name: "what is not sensitive", resources: [plain, open, rule(open, from443("0.0.0.0/0"))] },
    {
      name: "rules for what goes out",
      resources: [net, databases, rule(databases, { ...from443("0.0.0.0/0"), flow: "Outbound" })],
    },
  ],
});
