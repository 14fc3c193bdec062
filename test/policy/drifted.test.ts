import { describe, expect, test } from "@jest/globals";
import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { noPublicSnapshot } from "../../policies/locality/no-public-snapshot";
import { readConfiguration } from "../../src/config";
import { readDrifted, System } from "../../src/outscale";
import { Judgement, type Outcome, PACK_POLICIES, type Policy } from "../../src/policy";
import { Unknown, type Resource, type Value, type Values } from "../../src/stack";
import { rule, securityGroup, ssh } from "../support/builders";
import { TODAY } from "../support/judgement";
import { resource, stackOf } from "../support/resources";

/** What a policy says of a state. */
function outcomes(policy: Policy, resources: readonly Resource[]): readonly Outcome[] {
  const settings = readConfiguration({}, { policies: [policy], packPolicies: PACK_POLICIES });
  const stack = stackOf(resources.map((each) => ({ ...each, isDeployed: true as const })));
  const judgement = new Judgement({
    ...{ system: new System(stack, settings.shared), policies: [policy], settings, today: TODAY },
    drifted: readDrifted(stack, settings.shared)?.system,
  });
  return judgement.outcomesOf(policy);
}

/** The subjects that are not compliant. */
function verdicts(policy: Policy, resources: readonly Resource[]): string[] {
  const found = outcomes(policy, resources).filter(({ verdict }) => verdict !== "compliant");
  return found.map(({ subject, verdict }) => `${subject.name}: ${verdict}`);
}

/** What the policy of administration ports says of a state: each subject that is not compliant, and why. */
function judged(...resources: readonly Resource[]): string[] {
  return outcomes(noPublicAdminPort, resources).flatMap((outcome) => {
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

test.each<[name: string, own: Resource[], permissions: Value, found: string[]]>([
  ["shared with everybody by hand", [], [{ globalPermission: true }], ["copy.permissionsToCreateVolumes: violation"]],
  ["as it was written", [sharing({ globalPermission: true })], [{ globalPermission: true }], ["sharing: violation"]],
  ["shared with an account", [], [{ accountId: "012345678910", globalPermission: false }], []],
  ["in a form that cannot be read", [], "everybody", ["copy.permissionsToCreateVolumes: undetermined"]],
])("a snapshot that answers that it is shared is judged by it: %s", (_name, own, permissionsToCreateVolumes, found) => {
  const copy = resource("snapshot:Snapshot", "copy", { volumeId: "vol-1" });
  const deployed = { ...copy, id: "snap-1", outputs: { permissionsToCreateVolumes } };
  expect(verdicts(noPublicSnapshot, [deployed, ...own])).toEqual(found);
});

function sharing(permission: { readonly globalPermission: boolean }): Resource {
  return resource("snapshotAttributes:SnapshotAttributes", "sharing", {
    ...{ snapshotId: "snap-1", permissionsToCreateVolumeAdditions: [permission] },
  });
}
