import { expect, test } from "@jest/globals";
import { classOf, factsOf, Net, snapshotCopiesOf, Volume } from "../../../src/outscale";
import { Snapshot } from "../../../src/outscale/resources/snapshot";
import { ifKnown, type Resource } from "../../../src/stack";
import { net, securityGroup, subnetIn, vm, volume } from "../../support/builders";
import { resource, systemOf, tags } from "../../support/resources";

const NET = "outscale:index/net:Net";
const SNAPSHOT = "outscale:index/snapshot:Snapshot";
const VOLUME = "outscale:index/volume:Volume";
const SUBNET = "outscale:index/subnet:Subnet";

/** The resource as it stands once the provider has given it an id. */
function deployed(made: Resource, id = made.name): Resource {
  return { ...made, id };
}

const network = [
  deployed(net("vpc-1", { tags: tags({ sensitivity: "sensitive", environment: "test" }) })),
  deployed(subnetIn("b", { netId: "vpc-1" }), "subnet-1"),
  deployed(subnetIn("a", { netId: "vpc-9", subregionName: undefined }), "subnet-2"),
  deployed(resource("nic:Nic", "eni-1", { subnetId: "subnet-1" })),
  deployed(vm("i-1", { nics: [{ nicId: "eni-1" }], tags: tags({ environment: "prod" }) })),
  deployed(vm("i-2", { placementSubregionName: "cloudgouv-eu-west-1c" })),
  deployed(volume("vol-1", { subregionName: "cloudgouv-eu-west-1c" })),
  deployed(
    volume("vol-2", { subregionName: undefined, snapshotId: "snap-1", tags: tags({ sensitivity: "internal" }) }),
  ),
  deployed(resource("snapshot:Snapshot", "snap-1", { volumeId: "vol-4" })),
  deployed(volume("vol-4", { subregionName: undefined, tags: tags({ sensitivity: "sensitive" }) })),
  deployed(securityGroup("sg-1")),
  net("not deployed"),
];

const facts = {
  "eni-1": {
    type: "outscale:index/nic:Nic",
    classification: "sensitive",
    subregion: "cloudgouv-eu-west-1b",
    net: "vpc-1",
  },
  "i-1": {
    type: "outscale:index/vm:Vm",
    classification: "sensitive",
    subregion: "cloudgouv-eu-west-1b",
    net: "vpc-1",
    environment: "prod",
  },
  "i-2": { type: "outscale:index/vm:Vm", subregion: "cloudgouv-eu-west-1c" },
  "snap-1": { type: SNAPSHOT, classification: "sensitive" },
  "subnet-1": {
    type: SUBNET,
    classification: "sensitive",
    subregion: "cloudgouv-eu-west-1b",
    net: "vpc-1",
    environment: "test",
  },
  "subnet-2": { type: SUBNET, subregion: "cloudgouv-eu-west-1a", net: "vpc-9" },
  "vol-1": { type: VOLUME, subregion: "cloudgouv-eu-west-1c" },
  "vol-2": { type: VOLUME, classification: "sensitive" },
  "vol-4": { type: VOLUME, classification: "sensitive" },
  "vpc-1": { type: NET, classification: "sensitive", environment: "test" },
};

test("facts tell where resources lie and what they hold, by id", () => {
  expect(factsOf(systemOf(network))).toEqual(facts);
});

test("what is known tells the same facts again, and is judged by nobody", () => {
  const known = systemOf([], { known: facts });
  expect(factsOf(known)).toEqual({});
  const judged = known.resources.map((each) => {
    const own = { ...each };
    delete own.elsewhere;
    return own;
  });
  expect(factsOf(systemOf(judged))).toMatchObject(facts);
});

test("the class that is told is that of the resource, whatever it was made from", () => {
  const copy = deployed(volume("vol-3", { snapshotId: "snap-9", tags: tags({ sensitivity: "internal" }) }));
  const known = factsOf(systemOf([...network, copy]));
  const system = systemOf([], { known });
  const classes = [Net, Volume, Snapshot].flatMap((view) =>
    system.ofTypes(view.types).map((each) => {
      const of = system.view<Net | Volume | Snapshot>(each, view);
      return [each.id, ifKnown(() => classOf(of))];
    }),
  );
  expect(Object.fromEntries(classes)).toEqual({
    "vpc-1": "sensitive",
    // Nothing told: what it was made from may be sensitive.
    "vol-1": undefined,
    "vol-2": "sensitive",
    "vol-3": "internal",
    "vol-4": "sensitive",
    "snap-1": "sensitive",
  });
});

test("what is made from a resource of another stack is as sensitive as that is told to be", () => {
  const copy = volume("copy", { snapshotId: "snap-1" });
  const system = systemOf([copy], { known: facts });
  expect(classOf(system.view(copy, Volume))).toBe("sensitive");
  expect(snapshotCopiesOf(system).map((each) => each.snapshot())).toEqual([undefined]);
});

test("a resource of the stack itself tells better than what is known of it", () => {
  const known = { "vpc-1": { type: NET, classification: "internal" } };
  expect(systemOf(network, { known }).resources).toEqual(systemOf(network).resources);
});
