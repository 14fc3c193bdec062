import { expect, test } from "@jest/globals";
import { SecurityGroupRule } from "../../../src/outscale";
import { Unknown, UnknownValue } from "../../../src/stack";
import { resource, stackOf } from "../../support/resources";

function written(inputs: Parameters<typeof resource>[2]) {
  const rule = resource("securityGroupRule:SecurityGroupRule", "rule", inputs);
  return new SecurityGroupRule(rule, stackOf([rule])).written;
}

test("a misspelt property, or a value of another kind, does not compile", () => {
  const rule = written({ fromPortRange: 22 });
  // @ts-expect-error: a port is a number
  expect(rule.fromPortRange === "22").toBe(false);
  // @ts-expect-error: there is no such property
  expect(rule.fromPort).toBeUndefined();
});

test("a number that a program writes as text is the number", () => {
  expect(written({ fromPortRange: "22" }).fromPortRange).toBe(22);
  expect(written({ rules: [{ toPortRange: "443" }] }).rules?.[0]?.toPortRange).toBe(443);
});

test("what is not known cannot be read by accident, and says where it is", () => {
  const { rules } = written({ rules: [{ ipRanges: ["10.0.0.0/8", new Unknown()] }] });
  expect(() => rules?.[0]?.ipRanges?.[1]).toThrow(UnknownValue);
  expect(() => rules?.[0]?.ipRanges?.[1]).toThrow(expect.objectContaining({ path: "rules[0].ipRanges[1]" }));
  expect(() => rules?.[0]?.ipRanges?.includes("x")).toThrow(UnknownValue);
});
