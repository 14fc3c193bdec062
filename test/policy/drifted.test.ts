import { expect, test } from "@jest/globals";
import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { readConfiguration } from "../../src/config";
import { findDrift, System } from "../../src/outscale";
import { Judgement, PACK_POLICIES } from "../../src/policy";
import type { Values } from "../../src/stack";
import { rule } from "../support/builders";
import { TODAY } from "../support/judgement";
import { stackOf } from "../support/resources";

/** What is said of a rule that was written with one range and is answered with another: the messages. */
function judged(written: string, answered: string): string[] {
  const inputs: Values = { flow: "Inbound", ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: written };
  const resource = { ...rule("ssh", {}), inputs, outputs: { ...inputs, ipRange: answered }, isDeployed: true as const };
  const stack = stackOf([resource]);
  const settings = readConfiguration({}, { policies: [noPublicAdminPort], packPolicies: PACK_POLICIES });
  const drift = findDrift(stack);
  const judgement = new Judgement({
    ...{ system: new System(stack, settings.shared), policies: [noPublicAdminPort], settings, today: TODAY },
    drifted: drift && new System(drift.stack, settings.shared),
  });
  return judgement
    .outcomesOf(noPublicAdminPort)
    .flatMap((outcome) =>
      outcome.verdict === "violation" ? outcome.findings.map(({ message }) => message.text.en) : [],
    );
}

test.each([
  ["what is answered is worse", "10.0.0.0/8", "0.0.0.0/0", ["Port 22 is open to 0.0.0.0/0."]],
  ["what was written is worse", "0.0.0.0/0", "10.0.0.0/8", ["Port 22 is open to 0.0.0.0/0."]],
  ["both are, differently", "0.0.0.0/0", "::/0", ["Port 22 is open to 0.0.0.0/0.", "Port 22 is open to ::/0."]],
  ["neither is", "10.0.0.0/8", "192.168.0.0/16", []],
])("the worse of what was written and what is answered counts: %s", (_name, written, answered, messages) => {
  expect(judged(written, answered)).toEqual(messages);
});
