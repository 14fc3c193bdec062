import { describe, expect, test } from "@jest/globals";
import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { readConfiguration } from "../../src/config";
import { readDrifted, System } from "../../src/outscale";
import { Judgement, PACK_POLICIES } from "../../src/policy";
import { Unknown, type Resource, type Value, type Values } from "../../src/stack";
import { rule, securityGroup, ssh } from "../support/builders";
import { TODAY } from "../support/judgement";
import { stackOf } from "../support/resources";

const settings = readConfiguration({}, { policies: [noPublicAdminPort], packPolicies: PACK_POLICIES });

/** What the policy of administration ports says of a state: each subject that is not compliant, and why. */
function judged(...resources: readonly Resource[]): string[] {
  const stack = stackOf(resources.map((resource) => ({ ...resource, isDeployed: true as const })));
  const judgement = new Judgement({
    ...{ system: new System(stack, settings.shared), policies: [noPublicAdminPort], settings, today: TODAY },
    drifted: readDrifted(stack, settings.shared)?.system,
  });
  return judgement.outcomesOf(noPublicAdminPort).flatMap((outcome) => {
    const { name } = outcome.subject;
    if (outcome.verdict === "violation") return outcome.findings.map(({ message }) => `${name}: ${message.text.en}`);
    return outcome.verdict === "undetermined" ? [`${name}: undetermined`] : [];
  });
}

/** A rule that was written with one range and is answered with another. */
function answered(written: string, ipRange: Value): Resource {
  const inputs: Values = { flow: "Inbound", ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: written };
  return { ...rule("ssh", {}), inputs, outputs: { ...inputs, ipRange } };
}

test.each([
  ["what is answered is worse", "10.0.0.0/8", "0.0.0.0/0", ["ssh: Port 22 is open to 0.0.0.0/0."]],
  ["what was written is worse", "0.0.0.0/0", "10.0.0.0/8", ["ssh: Port 22 is open to 0.0.0.0/0."]],
  [
    "both are, differently",
    ...["0.0.0.0/0", "::/0"],
    ["ssh: Port 22 is open to 0.0.0.0/0.", "ssh: Port 22 is open to ::/0."],
  ],
  ["neither is", "10.0.0.0/8", "192.168.0.0/16", []],
  ["the answer is secret", "10.0.0.0/8", new Unknown(undefined, true), ["ssh: undetermined"]],
  ["the answer has another shape", "10.0.0.0/8", ["0.0.0.0/0"], ["ssh: undetermined"]],
] as [string, string, Value, string[]][])(
  "the worse of what was written and what is answered counts: %s",
  (_name, written, answer, messages) => {
    expect(judged(answered(written, answer))).toEqual(messages);
  },
);

describe("a group that answers a rule which no resource of the stack makes", () => {
  const open = { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRanges: ["0.0.0.0/0"] };
  const own = { ...open, ipRanges: ["198.51.100.7/32"] };
  const group = (...inboundRules: readonly Values[]): Resource => ({
    ...securityGroup(),
    id: "sg-12345678",
    outputs: { inboundRules, securityGroupId: "sg-12345678" },
  });

  test.each<[name: string, resources: Resource[], found: string[]]>([
    ["is judged by it", [group(open)], ["group.inboundRules: Port 22 is open to 0.0.0.0/0."]],
    [
      "beside its own",
      [group({ ...own, ipRanges: ["198.51.100.7/32", "0.0.0.0/0"] }), ssh()],
      ["group.inboundRules: Port 22 is open to 0.0.0.0/0."],
    ],
    ["is not, where the stack opens as much", [group(open), ssh("0.0.0.0/0")], ["ssh: Port 22 is open to 0.0.0.0/0."]],
    ["is not, where it is the stack's own", [group(own), ssh()], []],
    [
      "is not, where one of its own is not known: that may be the one",
      [group(open), ssh(new Unknown())],
      ["ssh: undetermined"],
    ],
  ])("%s", (_name, resources, found) => {
    expect(judged(...resources)).toEqual(found);
  });
});
