import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { run, runWith } from "./command";

const APP = "examples/several-stacks/app";
const NETWORK = "examples/several-stacks/network.json";
const tier = ["--policy", "require-tier-in-every-subregion", "--format", "json"];

interface Report {
  readonly findings: readonly { readonly verdict: string; readonly message: string }[];
  readonly limits: readonly string[];
  readonly summary: { readonly resources: number };
}

function reported(...args: string[]) {
  const { findings, limits, summary } = JSON.parse(run("check", APP, ...tier, ...args).stdout) as Report;
  return { findings: findings.map(({ verdict, message }) => `${verdict}: ${message}`), limits, summary };
}

describe("a program that refers to another stack", () => {
  test("is undetermined without it", () => {
    expect(reported()).toMatchObject({
      findings: ["undetermined: `subnetId` is not known before deployment."],
      limits: ["The outputs of stack organization/network/dev are not known."],
      summary: { resources: 6 },
    });
  });

  test("is decided together with it", () => {
    expect(reported("--with-state", NETWORK)).toMatchObject({
      findings: [
        "violation: This tier has no VM in cloudgouv-eu-west-1c. It consists of web-a and web-b (grouped by their tag).",
      ],
      limits: [],
      summary: { resources: 11 },
    });
  });

  test("is not judged together with the same stack twice", () => {
    expect(run("check", APP, "--with-state", NETWORK, "--with-state", NETWORK)).toEqual({
      status: 2,
      stdout: "",
      stderr: "The stack network/dev is given twice: `--with-state` takes the other stacks.\n",
    });
  });
});

test("facts are written as the configuration takes them", () => {
  const state = readFileSync(NETWORK, "utf8");
  const { status, stdout } = runWith(state, "facts", "--state", "-");
  expect({ status, facts: JSON.parse(stdout) as unknown }).toEqual({
    status: 0,
    facts: {
      "subnet-0000000a": {
        type: "outscale:index/subnet:Subnet",
        classification: "internal",
        subregion: "cloudgouv-eu-west-1a",
        net: "vpc-00000001",
      },
      "subnet-0000000b": {
        type: "outscale:index/subnet:Subnet",
        classification: "internal",
        subregion: "cloudgouv-eu-west-1b",
        net: "vpc-00000001",
      },
      "vpc-00000001": { type: "outscale:index/net:Net", classification: "internal" },
    },
  });
});

test("facts of nothing are refused", () => {
  expect(run("facts")).toEqual({ status: 2, stdout: "", stderr: "The option --state is missing.\n" });
});
