import { expect, test } from "@jest/globals";
import { limitPublicPorts } from "../../../policies/exposure/limit-public-ports";
import { limitSourceRange } from "../../../policies/exposure/limit-source-range";
import { noPublicAdminPort } from "../../../policies/exposure/no-public-admin-port";
import { noPublicFileSharingPort } from "../../../policies/exposure/no-public-file-sharing-port";
import { Stack } from "../../../src/stack";
import { rule, securityGroup, vm } from "../../support/builders";
import { judgementOf } from "../../support/judgement";
import { from, stackOf, tags } from "../../support/resources";

const policies = [limitPublicPorts, limitSourceRange, noPublicAdminPort, noPublicFileSharingPort];

/** What the policies find, by what identifies it: a finding that is said before creation is not said again with the stack. */
function foundIn(stack: Stack): string[] {
  return judgementOf(stack, policies)
    .outcomes()
    .flatMap(({ policy, ...verdict }) =>
      verdict.verdict === "violation"
        ? verdict.findings.map(({ path, message }) => `${policy.name} ${path} ${JSON.stringify(message.data)}`)
        : [],
    );
}

const group = securityGroup();

test.each([
  ["SSH", 22, 22, "tcp", ["limit-source-range", "no-public-admin-port"]],
  [
    "consoles and the Kubernetes API, which may be excused",
    6443,
    9090,
    "tcp",
    ["limit-public-ports", "limit-source-range", "no-public-file-sharing-port"],
  ],
  ["SSH up to such a console", 22, 9090, "tcp", ["no-public-admin-port", "no-public-file-sharing-port"]],
  ["a console", 9090, 9090, "tcp", ["limit-source-range"]],
  ["mail, which may be that of a mail server", 25, 25, "tcp", []],
  ["all of TCP", undefined, undefined, "tcp", ["no-public-admin-port", "no-public-file-sharing-port"]],
  ["all of UDP", undefined, undefined, "udp", ["no-public-file-sharing-port"]],
  [
    "every protocol",
    ...([undefined, undefined, "-1"] as const),
    ["limit-public-ports", "limit-source-range", "no-public-admin-port", "no-public-file-sharing-port"],
  ],
])("what is said of %s before creation is said the same with the stack", (_name, first, last, ipProtocol, early) => {
  const open = rule("open", { ipProtocol, fromPortRange: first, toPortRange: last, ipRange: "0.0.0.0/0" });
  const web = vm("web", { securityGroupIds: [from(group)], tags: tags({ tier: "web" }) });
  const before = foundIn(Stack.alone(open, { project: "test", name: "unit" }));
  expect(before.map((found) => found.split(" ")[0])).toEqual(early);
  expect(foundIn(stackOf([group, open, web]))).toEqual(expect.arrayContaining(before));
});
