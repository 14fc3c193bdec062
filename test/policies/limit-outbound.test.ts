import { limitOutbound } from "../../policies/exposure/limit-outbound";
import { type Resource, Unknown } from "../../src/stack";
import { net, rule, securityGroup } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf } from "../support/resources";

/** Without the rule that lets everything out. */
const group = securityGroup("group", { netId: from(net()), removeDefaultOutboundRule: true });

/** A rule for what goes out. */
function out(name: string, inputs: InputsOf<"securityGroupRule:SecurityGroupRule">): Resource {
  return rule(name, { flow: "Outbound", ...inputs });
}

/** TCP ports that are open to what goes out. */
function ports(name: string, fromPortRange: number, toPortRange: number, ipRange: string): Resource {
  return out(name, { ipProtocol: "tcp", fromPortRange, toPortRange, ipRange });
}

const FLAT = ["flow", "ipProtocol", "fromPortRange", "toPortRange", "ipRange"];

policySuite(limitOutbound, {
  compliant: [
    {
      name: "HTTPS to everywhere, and everything to the Net and to another group",
      resources: [
        group,
        ports("https", 443, 443, "0.0.0.0/0"),
        out("inside", { ipRange: "10.0.0.0/16" }),
        out("web", { securityGroupNameToLink: "web" }),
      ],
    },
    {
      name: "every port over UDP, and every port of a part of the Internet",
      resources: [
        group,
        out("udp", { ipProtocol: "udp", ipRange: "0.0.0.0/0" }),
        out("half", { ipRange: "0.0.0.0/1" }),
      ],
    },
    {
      name: "two halves of the Internet on different ports",
      resources: [group, ports("low", 0, 1023, "0.0.0.0/1"), ports("high", 1024, 65535, "128.0.0.0/1")],
    },
    {
      name: "a range that is not known, on one port",
      resources: [
        group,
        out("partner", { ipProtocol: "tcp", fromPortRange: 443, toPortRange: 443, ipRange: new Unknown() }),
      ],
    },
  ],
  violation: [
    {
      name: "the default rule",
      resources: [
        securityGroup("web", { netId: from(net()) }),
        securityGroup("worker", { netId: "vpc-12345678", removeDefaultOutboundRule: false }),
      ],
      findings: [
        "resource web removeDefaultOutboundRule: It keeps the outbound rule of every new security group, which lets everything out.",
        "resource worker removeDefaultOutboundRule: It keeps the outbound rule of every new security group, which lets everything out.",
      ],
      needs: ["worker.removeDefaultOutboundRule"],
    },
    {
      name: "every protocol, and TCP over IPv6 by its number",
      resources: [
        group,
        out("all", { ipProtocol: "-1", ipRange: "0.0.0.0/0" }),
        out("tcp", { rules: [{ ipProtocol: "6", fromPortRange: 0, toPortRange: 65535, ipRanges: ["::/0"] }] }),
      ],
      findings: [
        "part all ipRange: Every protocol is let out to 0.0.0.0/0.",
        "part tcp rules[0].ipRanges[0]: TCP is let out to ::/0 on every port.",
      ],
      needs: [
        "all.flow",
        "all.ipProtocol",
        "all.ipRange",
        "tcp.flow",
        ...["ipProtocol", "fromPortRange", "toPortRange", "ipRanges[0]"].map((property) => `tcp.rules[0].${property}`),
      ],
    },
    {
      name: "what takes in all but private ranges",
      resources: [
        group,
        out("internet", {
          rules: [{ ipProtocol: "-1", ipRanges: ["0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3"] }],
        }),
      ],
      findings: [
        "resource group : Several rules add up. TCP is let out to the whole Internet on every port, by 0.0.0.0/1, 128.0.0.0/2 and 192.0.0.0/3.",
      ],
      needs: [
        "internet.flow",
        "internet.rules[0].ipProtocol",
        ...[0, 1, 2].map((index) => `internet.rules[0].ipRanges[${String(index)}]`),
      ],
    },
    {
      name: "ports below and above",
      resources: [group, ports("low", 0, 1023, "0.0.0.0/0"), ports("high", 1024, 65535, "0.0.0.0/0")],
      findings: [
        "resource group : Several rules add up. TCP is let out to the whole Internet on every port, by 0.0.0.0/0.",
      ],
      needs: ["low", "high"].flatMap((name) => FLAT.map((property) => `${name}.${property}`)),
    },
  ],
  undetermined: [
    {
      name: "a default rule of which is not known whether it goes",
      resources: [securityGroup("app", { netId: from(net()), removeDefaultOutboundRule: new Unknown() })],
      reasons: ["app: `removeDefaultOutboundRule` is not known before deployment."],
    },
    {
      name: "a range that is not known",
      resources: [group, out("any", { ipRange: new Unknown() })],
      reasons: ["any: `ipRange` is not known before deployment."],
    },
    {
      name: "a half whose group is not known",
      resources: [
        group,
        out("low", { ipRange: "0.0.0.0/1" }),
        out("high", { ipRange: "128.0.0.0/1", securityGroupId: new Unknown() }),
      ],
      reasons: ['group: `securityGroupId` of "high" is not known before deployment.'],
    },
  ],
  notApplicable: [
    {
      name: "groups of the public Cloud, and inbound rules",
      resources: [securityGroup("public"), rule("in", { ipRange: "0.0.0.0/0" })],
    },
  ],
});
