import { describe, expect, test } from "@jest/globals";
import { Net } from "../../../src/outscale/resources/net";
import { placesFrom, Subnet, subnetsOf, toSubnet } from "../../../src/outscale/resources/subnet";
import { type Resource, Unknown } from "../../../src/stack";
import { net, subnetIn } from "../../support/builders";
import { from, type InputsOf, resource, systemOf, tags } from "../../support/resources";
import { alone, answer } from "./answers";

type Inputs = InputsOf<"subnet:Subnet">;
type Row<T> = [name: string, inputs: Inputs, expected: T | string, options?: Partial<Resource>];

const REGION = "cloudgouv-eu-west-1";

const ours = net();
const testNet = net("test-net", { tags: tags({ environment: "Test" }) });
const known = { ...net("known"), id: "vpc-1" };
const component = resource("acme:index:Shop", "shop", { tags: tags({ environment: "dev" }) });
const ground = [ours, testNet, known, component];

function viewed(
  inputs: Inputs,
  options: Partial<Resource> = {},
  others: readonly Resource[] = [],
  settings: object = {},
): Subnet {
  const made = { ...subnetIn("b", inputs), ...options };
  return systemOf([...ground, ...others, made], settings).view(made, Subnet);
}

function viewedAlone(inputs: Inputs): Subnet {
  const made = subnetIn("b", inputs);
  return alone(made).view(made, Subnet);
}

/** A Subnet of whose inputs nobody knows whether a program wrote them. */
const told = { written: false };

test("the property that findings name is the provider's", () => {
  expect(viewed({}).subregionProperty).toBe("subregionName");
});

describe("its Subregion is", () => {
  test.each<Row<{ subregion: string; isLacking: boolean }>>([
    ["the one named", {}, { subregion: `${REGION}b`, isLacking: false }],
    [
      "the region's first where none is named",
      { subregionName: undefined },
      { subregion: `${REGION}a`, isLacking: true },
    ],
    ["the region's first for an empty text", { subregionName: "" }, { subregion: `${REGION}a`, isLacking: true }],
    [
      "named, and not known",
      { subregionName: new Unknown() },
      { subregion: "not known: subregionName of subnet-b", isLacking: false },
    ],
  ])("%s", (_name, inputs, expected) => {
    const view = viewed(inputs);
    expect({ subregion: answer(() => view.subregion()), isLacking: view.lacksSubregion() }).toEqual(expected);
  });

  test("the first of another region", () => {
    expect(viewed({ subregionName: undefined }, {}, [], { region: "eu-west-2" }).subregion()).toBe("eu-west-2a");
  });

  test("not known where only outputs tell, for the provider's default stands there too", () => {
    const view = viewed({}, told);
    expect(answer(() => view.subregion())).toBe("not known: subregionName of subnet-b");
    expect(answer(() => view.lacksSubregion())).toBe("not known: subregionName of subnet-b");
  });

  test("known alone", () => {
    expect(viewedAlone({}).subregion()).toBe(`${REGION}b`);
    expect(viewedAlone({ subregionName: undefined }).lacksSubregion()).toBe(true);
  });
});

describe("what starts in it is given a public IP:", () => {
  test.each<Row<boolean>>([
    ["no, by default", {}, false],
    ["no, as written", { mapPublicIpOnLaunch: false }, false],
    ["yes, as written", { mapPublicIpOnLaunch: true }, true],
    ["yes, as outputs tell", { mapPublicIpOnLaunch: true }, true, told],
    ["not known", { mapPublicIpOnLaunch: new Unknown() }, "not known: mapPublicIpOnLaunch of subnet-b"],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).givesPublicIps())).toBe(expected);
  });
});

describe("its Net is", () => {
  test.each<Row<string>>([
    ["one of the stack's", {}, "net"],
    ["one of the stack's by its id", { netId: "vpc-1" }, "known"],
    ["one of another stack", { netId: "vpc-9" }, "outside: netId of subnet-b"],
    ["not named", { netId: undefined }, "not known: netId of subnet-b"],
    ["not known", { netId: new Unknown() }, "not known: netId of subnet-b"],
    ["a secret", { netId: new Unknown(undefined, true) }, "secret: netId of subnet-b"],
    ["one of several", { netId: from(testNet, ours) }, "not known: netId of subnet-b, perhaps net, test-net"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).net().name)).toBe(expected);
  });

  test("taken from what stands in it", () => {
    const table = resource("routeTable:RouteTable", "table", { netId: from(testNet) });
    expect(viewed({ netId: from(table) }, {}, [table]).net().name).toBe("test-net");
  });

  test("decided with the stack where the Subnet alone is in sight", () => {
    expect(answer(() => viewedAlone({}).net())).toBe("with the stack");
    expect(answer(() => viewedAlone({ netId: "vpc-1" }).net())).toBe("with the stack");
  });
});

describe("it serves production:", () => {
  const tagged = (environment: string) => ({ tags: tags({ environment }) });

  test.each<Row<boolean>>([
    ["yes, where nothing says otherwise", {}, true],
    ["yes, by its tag in any case", tagged("Production"), true],
    ["no, by its tag", tagged("staging"), false],
    ["no, by its Net's tag", { netId: from(testNet) }, false],
    ["yes, by its own tag before its Net's", { netId: from(testNet), ...tagged("prod") }, true],
    ["no, by its own tag in a Net of another stack", { netId: "vpc-9", ...tagged("dev") }, false],
    ["no, by the tag of the component that holds it", {}, false, { parent: component.urn }],
    ["not known without a tag in a Net of another stack", { netId: "vpc-9" }, "outside: netId of subnet-b"],
    ["not known while its tags are not", { tags: new Unknown() }, "not known: tags of subnet-b"],
    [
      "not known while a key is not",
      { tags: [{ key: new Unknown(), value: "dev" }] },
      "not known: tags[0].key of subnet-b",
    ],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).isProduction())).toBe(expected);
  });

  test.each<[name: string, tagged: Resource, expected: boolean]>([
    ["no, by a Tag resource that names it", subnetIn("b"), false],
    ["no, by a Tag resource that names its Net", ours, false],
    ["yes, where a Tag resource names another Net", testNet, true],
  ])("%s", (_name, of, expected) => {
    const tag = resource("tag:Tag", "staging", { resourceIds: [from(of)], tag: tags({ environment: "staging" }) });
    expect(viewed({}, {}, [tag]).isProduction()).toBe(expected);
  });

  test.each<Row<boolean>>([
    ["no, by its own tag alone", tagged("dev"), false],
    ["decided with the stack without one", {}, "with the stack"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewedAlone(inputs).isProduction())).toBe(expected);
  });
});

describe("the Subnets of a Net are", () => {
  test.each<[name: string, subnets: readonly Resource[], expected: readonly string[]]>([
    ["none where no Subnet names it", [subnetIn("a", { netId: from(testNet) }), subnetIn("b", { netId: "vpc-9" })], []],
    [
      "those that name it, by reference or id",
      [subnetIn("b"), subnetIn("a"), subnetIn("c", { netId: "vpc-1" })],
      ["subnet-a", "subnet-b"],
    ],
    [
      "perhaps one whose Net is one of several",
      [subnetIn("a"), subnetIn("b", { netId: from(ours, testNet) })],
      ["subnet-a", "not known: netId of subnet-b, perhaps net, test-net"],
    ],
    ["perhaps one whose Net is not known", [subnetIn("a", { netId: new Unknown() })], ["not known: netId of subnet-a"]],
    ["not one whose Net is one of several others", [subnetIn("a", { netId: from(known, testNet) })], []],
  ])("%s", (_name, subnets, expected) => {
    const system = systemOf([...ground, ...subnets]);
    expect(subnetsOf(system.view(ours, Net)).map((subnet) => answer(() => subnet().name))).toEqual(expected);
  });

  test("decided with the stack where the Net alone is in sight", () => {
    expect(answer(() => subnetsOf(alone(ours).view(ours, Net)))).toBe("with the stack");
  });
});

describe("the places of Subnets are", () => {
  test.each<[name: string, subnets: readonly Resource[], expected: readonly string[] | string]>([
    ["none of none", [], []],
    [
      "all of them, before their Nets",
      [subnetIn("a"), subnetIn("b", { netId: from(testNet) })],
      ["subnet-a", "subnet-b", "net", "test-net"],
    ],
    ["not known where a Net is not", [subnetIn("a", { netId: new Unknown() })], "not known: netId of subnet-a"],
  ])("%s", (_name, subnets, expected) => {
    const system = systemOf([...ground, ...subnets]);
    const views = subnets.map((each) => system.view(each, Subnet));
    expect(answer(() => [...placesFrom(views)].map(({ name }) => name))).toEqual(expected);
  });
});

test("Subnets are referred to by `subnetId`, or at another path", () => {
  const types = ["outscale:index/subnet:Subnet"];
  expect([toSubnet(), toSubnet("nics[0].subnetId")]).toEqual([
    { path: "subnetId", types },
    { path: "nics[0].subnetId", types },
  ]);
});
