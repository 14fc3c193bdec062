import { expect, test } from "@jest/globals";
import { SecurityGroupRule } from "../../../src/outscale";
import { Unknown, UnknownValue } from "../../../src/stack";
import { rule } from "../../support/builders";
import { type InputsOf, systemOf } from "../../support/resources";

function written(inputs: InputsOf<"securityGroupRule:SecurityGroupRule">) {
  const [view] = systemOf([rule("rule", inputs)]).all(SecurityGroupRule);
  return view?.written ?? {};
}

test("a misspelt property, or a value of another kind, does not compile", () => {
  const found = written({ fromPortRange: 22 });
  // @ts-expect-error: a port is a number
  expect(found.fromPortRange === "22").toBe(false);
  // @ts-expect-error: there is no such property
  expect(found.fromPort).toBeUndefined();
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
