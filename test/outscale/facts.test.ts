import { expect, test } from "@jest/globals";
import { readPackSettings } from "../../src/config";
import { factsOf, withKnown } from "../../src/outscale";
import type { Resource } from "../../src/stack";
import { resource, stackOf, tags } from "../support/resources";

const NET = "outscale:index/net:Net";
const SUBNET = "outscale:index/subnet:Subnet";

function deployed(type: string, id: string, inputs: Parameters<typeof resource>[2] = {}): Resource {
  return resource(type, id, inputs, { id });
}

const network = [
  deployed("net:Net", "vpc-1", { tags: tags({ sensitivity: "sensitive", environment: "test" }) }),
  deployed("subnet:Subnet", "subnet-1", { netId: "vpc-1", subregionName: "cloudgouv-eu-west-1b" }),
  deployed("subnet:Subnet", "subnet-2", { netId: "vpc-9" }),
  deployed("nic:Nic", "eni-1", { subnetId: "subnet-1" }),
  deployed("vm:Vm", "i-1", { nics: [{ nicId: "eni-1" }], tags: tags({ environment: "prod" }) }),
  deployed("vm:Vm", "i-2", { placementSubregionName: "cloudgouv-eu-west-1c" }),
  deployed("volume:Volume", "vol-1", { subregionName: "cloudgouv-eu-west-1c" }),
  deployed("securityGroup:SecurityGroup", "sg-1"),
  resource("net:Net", "not deployed"),
];

const facts = {
  "eni-1": { type: "outscale:index/nic:Nic", subregion: "cloudgouv-eu-west-1b", net: "vpc-1" },
  "i-1": { type: "outscale:index/vm:Vm", subregion: "cloudgouv-eu-west-1b", net: "vpc-1", environment: "prod" },
  "i-2": { type: "outscale:index/vm:Vm", subregion: "cloudgouv-eu-west-1c" },
  "subnet-1": { type: SUBNET, subregion: "cloudgouv-eu-west-1b", net: "vpc-1", environment: "test" },
  "subnet-2": { type: SUBNET, subregion: "cloudgouv-eu-west-1a", net: "vpc-9" },
  "vol-1": { type: "outscale:index/volume:Volume", subregion: "cloudgouv-eu-west-1c" },
  "vpc-1": { type: NET, classification: "sensitive", environment: "test" },
};

test("facts tell where resources lie and what they hold, by id", () => {
  expect(factsOf(stackOf(network), readPackSettings({}).shared)).toEqual(facts);
});

test("what is known tells the same facts again, and is judged by nobody", () => {
  const { shared } = readPackSettings({ known: facts });
  const known = withKnown(stackOf([]), shared);
  expect(factsOf(known, shared)).toEqual({});
  const judged = known.resources.map((each) => {
    const own = { ...each };
    delete own.elsewhere;
    return own;
  });
  expect(factsOf(stackOf(judged), shared)).toMatchObject(facts);
});

test("a resource of the stack itself tells better than what is known of it", () => {
  const { shared } = readPackSettings({ known: { "vpc-1": { type: NET, classification: "internal" } } });
  expect(withKnown(stackOf(network), shared).resources).toEqual(stackOf(network).resources);
});
