import { noPeeringAcrossClassification } from "../../policies/flows/no-peering-across-classification";
import type { Resource } from "../../src/stack";
import { rule, securityGroup, tcp } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource } from "../support/resources";
import { netOf } from "../support/sensitive";

const net = netOf("records", "sensitive");
const payroll = netOf("payroll", "sensitive", "10.1.0.0/16");
const plain = netOf("shop", "internal", "10.2.0.0/16");
const bare = netOf("bare", undefined, "10.3.0.0/16");

function peering(source: Resource, accepter: Resource | string) {
  return resource("netPeering:NetPeering", "peering", {
    sourceNetId: from(source),
    accepterNetId: typeof accepter === "string" ? accepter : from(accepter),
  });
}

const group = securityGroup("group", { netId: from(net) });

const SHARED = { shared: { sharedNets: ["shop"] } };
const both = ["records", "shop"].flatMap((name) => [`${name}.tags[0].key`, `${name}.tags[0].value`]);
const foreign = "This peering joins a sensitive Net with one that is neither sensitive nor shared.";

policySuite(noPeeringAcrossClassification, {
  compliant: [
    { name: "two sensitive Nets", resources: [net, payroll, peering(net, payroll)] },
    {
      name: "a shared Net that is let in on one port",
      resources: [net, plain, peering(net, plain), group, tcp(5432, "10.2.0.0/16")],
      ...SHARED,
    },
    {
      name: "a shared Net, and every port open to another network",
      resources: [net, plain, peering(net, plain), group, rule("rule", { ipProtocol: "-1", ipRange: "10.9.0.0/16" })],
      ...SHARED,
    },
  ],
  violation: [
    {
      name: "a Net that is not sensitive, whichever asks",
      resources: [net, plain, peering(net, plain)],
      findings: [`resource peering accepterNetId: ${foreign}`],
      needs: both,
    },
    {
      name: "the same the other way round",
      resources: [net, plain, peering(plain, net)],
      findings: [`resource peering sourceNetId: ${foreign}`],
      needs: both,
    },
    {
      name: "a shared Net that is let in on every port",
      resources: [net, plain, peering(net, plain), group, rule("rule", { ipProtocol: "-1", ipRange: "10.2.4.0/24" })],
      ...SHARED,
      findings: [
        "resource peering accepterNetId: Security groups of the sensitive Net open every port to the shared Net of this peering.",
      ],
      needs: [...both, "shop.ipRange", "rule.flow", "rule.ipProtocol", "rule.ipRange"],
    },
    {
      name: "a shared Net that is let in on every port of TCP",
      resources: [net, plain, peering(net, plain), group, rule("rule", { ipProtocol: "tcp", ipRange: "10.0.0.0/8" })],
      ...SHARED,
      findings: [
        "resource peering accepterNetId: Security groups of the sensitive Net open every port to the shared Net of this peering.",
      ],
      needs: [...both, "shop.ipRange", "rule.flow", "rule.ipProtocol", "rule.ipRange"],
    },
  ],
  undetermined: [
    {
      name: "a Net of another stack",
      resources: [net, peering(net, "vpc-12345678")],
      reasons: ["peering: `accepterNetId` leads out of this stack."],
    },
    {
      name: "a Net that nothing classifies",
      resources: [net, bare, peering(net, bare)],
      reasons: ['peering: `tags` of "bare" cannot be judged: a Net without a `sensitivity` tag.'],
    },
  ],
  notApplicable: [
    {
      name: "Nets that are not sensitive",
      resources: [plain, netOf("other", "public"), peering(plain, netOf("other", "public"))],
    },
  ],
});
