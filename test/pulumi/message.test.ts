import { expect, test } from "@jest/globals";
import { limitPublicPorts } from "../../policies/exposure/limit-public-ports";
import { finding, withClauses, withFix } from "../../src/policy";
import { formatMessage } from "../../src/pulumi/message";
import { resourceSubject } from "../../src/stack";
import { tcp } from "../support/builders";

const plain = finding(resourceSubject(tcp(8443, "0.0.0.0/0")), {
  id: "open",
  data: null,
  text: { en: "It is open.", fr: "C'est ouvert." },
});

test("a message has the clauses and the fix of its finding, else those of its policy", () => {
  const { why, remediation } = limitPublicPorts;
  expect(formatMessage(limitPublicPorts, plain, "en")).toBe(
    `It is open.\n${why.en} (SLA4.minimal, SLA4.defaultdeny)\n${remediation.en} docs/policies/limit-public-ports.md`,
  );
  const own = withFix(withClauses(plain, ["SLA4.minimal"]), { en: "Close it.", fr: "Fermez-le." });
  expect(formatMessage(limitPublicPorts, own, "fr")).toBe(
    `C'est ouvert.\n${why.fr} (SLA4.minimal)\nFermez-le. docs/policies/limit-public-ports.md`,
  );
});
