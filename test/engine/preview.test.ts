import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { UNKNOWN } from "./cloud/wire";
import { hasEngine } from "./environment";
import { preview, up, type EngineAnswer } from "./preview";

const SMALL = {
  program: join(__dirname, "small", "program"),
  policyPack: join(__dirname, "small", "pack"),
};
const URN = "urn:pulumi:dev::small::outscale:index";

// `npm run engine` needs Go and three minutes: whoever has not run it is not kept from the other tests.
(hasEngine() ? describe : describe.skip)("the real engine", () => {
  test("previews an unmodified program and reports a pack's findings", async () => {
    const answer = await preview(SMALL);

    expect(answer).toMatchObject({ exitCode: 1, stderr: "", summary: { resourceChanges: { create: 6 } } });
    expect(findings(answer)).toEqual([
      {
        policy: "no-ssh",
        level: "mandatory",
        urn: `${URN}/securityGroupRule:SecurityGroupRule::ssh`,
        message: "Port 22 is closed\nPort 22 is open to 0.0.0.0/0.\n",
      },
      expect.objectContaining({ policy: "tell-vm", level: "advisory", urn: `${URN}/vm:Vm::vm` }),
    ]);
    expect(toldOf(answer)).toEqual({
      placementSubregionName: "cloudgouv-eu-west-1a",
      subnetId: UNKNOWN,
      subnet: `${URN}/subnet:Subnet::subnet`,
      vmType: UNKNOWN,
    });
  });

  test("counts a policy that does not apply neither as passed nor as failed", async () => {
    const { policySummaries } = await preview(SMALL);

    expect(policySummaries.find(({ resourceUrn }) => resourceUrn === `${URN}/net:Net::net`)).toMatchObject({
      passed: ["no-ssh"],
    });
  });

  test("deploys to the stand-in, whose answers the state keeps", async () => {
    const answer = await up({ program: SMALL.program });

    expect(answer).toMatchObject({ exitCode: 0, policyEvents: [] });
    const { resources } = (answer.state as { deployment: { resources: Deployed[] } }).deployment;
    const [net, subnet, vm] = ["net", "subnet", "vm"].map((name) => resources.find(({ urn }) => urn.endsWith(name)));
    expect(vm?.outputs).toMatchObject({
      vmId: vm?.id,
      netId: net?.id,
      subnetId: subnet?.id,
      vmType: "tinav5.c1r1p2",
    });
  });

  test("prints what `pulumi preview --json` prints", async () => {
    const answer = await preview({ program: SMALL.program, json: true });

    const { steps } = JSON.parse(answer.stdout) as { steps: { newState: { urn: string; sourcePosition: string } }[] };
    const rule = steps.find(({ newState }) => newState.urn.endsWith("::ssh"));
    expect(rule?.newState).toMatchObject({
      inputs: { fromPortRange: 22, securityGroupId: UNKNOWN },
      propertyDependencies: { securityGroupId: [`${URN}/securityGroup:SecurityGroup::group`] },
      sourcePosition: "project:///index.ts#9,1",
    });
  });
});

interface Deployed {
  readonly urn: string;
  readonly id: string;
  readonly outputs: object;
}

function findings({ policyEvents }: EngineAnswer) {
  return policyEvents.map(({ policyName, enforcementLevel, resourceUrn, message }) => ({
    policy: policyName,
    level: enforcementLevel,
    urn: resourceUrn,
    message,
  }));
}

function toldOf(answer: EngineAnswer): unknown {
  const told = findings(answer).find(({ policy }) => policy === "tell-vm");
  return JSON.parse(told?.message.split("\n")[1] ?? "{}");
}
