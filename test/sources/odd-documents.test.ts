import { expect, test } from "@jest/globals";
import { prove } from "../../src/cli/prove";
import { check } from "../../src/cli/check";
import { documentOf } from "./document";

const TODAY = "2026-01-31";

/** A resource as a state has it. */
function kept(type: string, name: string, inputs: object, more: object = {}): object {
  return { urn: `urn:pulumi:dev::shop::${type}::${name}`, type, custom: true, inputs, ...more };
}

function stateOf(...resources: object[]) {
  return documentOf({ version: 3, deployment: { manifest: {}, resources } }).chunks;
}

async function checked(...resources: object[]): Promise<string> {
  const written: string[] = [];
  const print = (text: string) => void written.push(text);
  const around = { language: "en", today: TODAY, colored: false, standardInput: stateOf(...resources), print } as const;
  await check(undefined, { state: "-", timeout: 1, format: "text", failOn: "mandatory" }, around);
  return written.join("");
}

test.each(Object.getOwnPropertyNames(Object.prototype))(
  "a type that is called %s is one that nobody knows",
  async (type) => {
    const odd = kept(type, "odd", { [type]: type }, { outputs: { [type]: "012345678910" } });
    expect(await checked(odd)).toContain("shop (dev): 1 resource");
  },
);

test("a Subnet whose range is no text leaves open what depends on it, and nothing else", async () => {
  const resources = [
    kept("outscale:index/net:Net", "net", { ipRange: "10.0.0.0/16" }, { id: "vpc-1" }),
    kept("outscale:index/subnet:Subnet", "lan", { netId: "vpc-1", ipRange: ["10.0.1.0/24"] }, { id: "subnet-1" }),
    kept("outscale:index/vm:Vm", "web", { imageId: "ami-1", subnetId: "subnet-1" }, { id: "i-1" }),
    kept("outscale:index/loadBalancer:LoadBalancer", "front", {
      loadBalancerName: "front",
      loadBalancerType: "internet-facing",
      subnets: ["subnet-1"],
      listeners: [{ loadBalancerPort: 80, loadBalancerProtocol: "HTTP", backendPort: 80 }],
    }),
  ];
  expect(await checked(...resources)).toContain("Port 80 speaks plain HTTP");
});

test("a proof shows a colour that is in a name, and does not take it on", async () => {
  const written: string[] = [];
  const print = (text: string) => void written.push(text);
  const standardInput = stateOf(kept("outscale:index/net:Net", "\u001b[31mred", {}));
  const around = { language: "en", today: TODAY, standardInput, print } as const;
  await prove(undefined, { state: "-", timeout: 1, format: "text" }, around);
  expect(written.join("")).toContain(String.raw`Net \u001b[31mred`);
});
