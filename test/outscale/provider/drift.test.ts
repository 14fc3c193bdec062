import { describe, expect, test } from "@jest/globals";
import { findDrift } from "../../../src/outscale/provider/drift";
import { Unknown, type Values } from "../../../src/stack";
import { rule, vm } from "../../support/builders";
import { resource, stackOf } from "../../support/resources";

/** The properties of a rule, or of a VM, that its outputs contradict. */
function driftOf(inputs: Values, outputs: Values, made = rule("ssh", {})): readonly string[] {
  const resource = { ...made, inputs, outputs, isDeployed: true as const };
  return findDrift(stackOf([resource]))?.drifts.flatMap(({ properties }) => properties) ?? [];
}

describe("a state has drifted where the provider answers", () => {
  test.each<[name: string, inputs: Values, outputs: Values, properties: string[]]>([
    ["another range", { ipRange: "10.0.0.0/8" }, { ipRange: "0.0.0.0/0" }, ["ipRange"]],
    ["another port", { fromPortRange: 22, toPortRange: 22 }, { fromPortRange: 22, toPortRange: 23 }, ["toPortRange"]],
    [
      "more rules",
      { rules: [{ ipProtocol: "tcp", ipRanges: ["10.0.0.0/8"] }] },
      { rules: [{ ipProtocol: "tcp", ipRanges: ["10.0.0.0/8", "0.0.0.0/0"] }] },
      ["rules"],
    ],
    [
      "rules in the other form than the one that was written",
      { ipProtocol: "tcp", fromPortRange: 443, toPortRange: 443, ipRange: "10.0.0.0/8" },
      { rules: [{ ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRanges: ["0.0.0.0/0"] }] },
      ["rules"],
    ],
    [
      "one rule where a list was written",
      { rules: [{ ipProtocol: "tcp", ipRanges: ["10.0.0.0/8"] }] },
      { ipProtocol: "tcp", ipRange: "0.0.0.0/0" },
      ["ipProtocol", "ipRange"],
    ],
    ["what nobody wrote down", {}, { ipRange: "0.0.0.0/0", securityGroupId: "sg-1" }, ["ipRange", "securityGroupId"]],
  ])("%s", (_name, inputs, outputs, properties) => {
    expect(driftOf(inputs, outputs)).toEqual(properties);
  });
});

describe("a state has not drifted by", () => {
  test.each<[name: string, inputs: Values, outputs: Values]>([
    [
      "what the provider fills in",
      { ipRange: "10.0.0.0/8" },
      { ipRange: "10.0.0.0/8", ipProtocol: "-1", fromPortRange: -1, toPortRange: -1, rules: [], netId: "vpc-1" },
    ],
    ["what it does not answer", { ipRange: "10.0.0.0/8" }, {}],
    ["how it spells the same", { ipProtocol: "TCP", fromPortRange: "22" }, { ipProtocol: "tcp", fromPortRange: 22 }],
    [
      "host bits, and a protocol by its number",
      { ipRange: "10.1.2.3/8", ipProtocol: "6" },
      { ipRange: "10.0.0.0/8", ipProtocol: "tcp" },
    ],
    ["what is not known, or secret", { ipRange: new Unknown() }, { ipRange: "0.0.0.0/0" }],
    [
      "the order of a list, and what is filled in within it",
      { rules: [{ ipProtocol: "tcp" }, { ipProtocol: "udp" }] },
      {
        rules: [
          { ipProtocol: "udp", serviceIds: [] },
          { ipProtocol: "tcp", fromPortRange: 0 },
        ],
      },
    ],
  ])("%s", (_name, inputs, outputs) => {
    expect(driftOf(inputs, outputs)).toEqual([]);
  });

  test("the state of a VM, which a failing host changes too", () => {
    expect(driftOf({ state: "running" }, { state: "stopped" }, vm())).toEqual([]);
  });

  test("what the provider fills in where nothing has to be written", () => {
    const key = resource("accessKey:AccessKey", "ci", {});
    expect(driftOf({}, { state: "ACTIVE", expirationDate: "2027-01-01" }, key)).toEqual([]);
  });

  test("what earlier versions of the provider filled in", () => {
    expect(
      driftOf({ imageId: "ami-1" }, { imageId: "ami-1", nics: [{ nicId: "eni-1" }], state: "running" }, vm()),
    ).toEqual([]);
  });

  test("a plan", () => {
    const planned = { ...rule("ssh", { ipRange: "10.0.0.0/8" }), outputs: { ipRange: "0.0.0.0/0" } };
    expect(findDrift(stackOf([planned]))).toBeUndefined();
  });
});
