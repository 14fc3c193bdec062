import { expect, test } from "@jest/globals";
import { join } from "node:path";
import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { formatFact } from "../../src/policy";
import { readProgram } from "../../src/sources";
import { judgementOf } from "../support/judgement";

const path = join(__dirname, "..", "..", "stacks", "noncompliant");

test("each way to an administration port of noncompliant is told: straight, by halves, on from a bastion, by IPv6", async () => {
  const { stack } = await readProgram({ path, packages: [OUTSCALE_PACKAGE] });
  const outcomes = judgementOf(stack, [noPublicAdminPort]).outcomes();
  const findings = outcomes.flatMap((outcome) => (outcome.verdict === "violation" ? outcome.findings : []));
  const said = findings
    .filter(({ subject }) => /^(?:jump|desk|safe)/.test(subject.name))
    .map((finding) => `${finding.subject.name} ${finding.path}: ${formatFact(finding).en}`);
  const way = "can be reached from the Internet: route jump-out -> InternetService jump";
  expect(said).toEqual([
    `desk-high ipRange: Port 3389 is open to 128.0.0.0/1. TCP 3389 of VM "desk" ${way} -> public IP desk -> rule desk-high.`,
    `desk-low ipRange: Port 3389 is open to 0.0.0.0/1. TCP 3389 of VM "desk" ${way} -> public IP desk -> rule desk-low.`,
    `jump-ssh ipRange: Port 22 is open to 0.0.0.0/0. TCP 22 of VM "jump" ${way} -> public IP jump -> rule jump-ssh. ` +
      'From there: VM "safe" (VM jump -> rule safe-in).',
    "safe-in rules[1].ipRanges[0]: Port 22 is open to ::/0.",
  ]);
});
