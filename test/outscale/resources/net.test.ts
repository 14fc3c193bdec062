import { describe, expect, test } from "@jest/globals";
import { Net, TO_NET } from "../../../src/outscale/resources/net";
import { type Resource, Unknown } from "../../../src/stack";
import { net, subnetIn } from "../../support/builders";
import { from, type InputsOf, resource, systemOf, tags } from "../../support/resources";
import { alone, answer } from "./answers";

type Inputs = InputsOf<"net:Net">;
type Row<T> = [name: string, inputs: Inputs, expected: T | string, options?: Partial<Resource>];

const outer = resource("acme:index:Shop", "outer", { tags: tags({ environment: "dev" }) });
const inner = resource("acme:index:Part", "inner", {}, { parent: outer.urn });

function viewed(
  inputs: Inputs,
  options: Partial<Resource> = {},
  others: readonly Resource[] = [],
  settings: object = {},
): Net {
  const made = { ...net("net", inputs), ...options };
  return systemOf([outer, inner, ...others, made], settings).view(made, Net);
}

describe("it serves production:", () => {
  const tagged = (environment: string) => ({ tags: tags({ environment }) });
  const child = { parent: inner.urn };

  test.each<Row<boolean>>([
    ["yes, where nothing says otherwise", {}, true],
    ["yes, by its tag", tagged("production"), true],
    ["yes, by its tag in any case", tagged("Prod"), true],
    ["no, by its tag", tagged("staging"), false],
    ["yes, by its tag with blanks around", tagged(" production "), true],
    ["yes, by a name that is in neither list", tagged("blue"), true],
    ["yes, by a tag that is empty: it is none", tagged(""), true],
    ["no, by the component's beside a tag that is empty", tagged(" "), false, child],
    ["no, in French", tagged("Recette"), false],
    ["no, by a tag whose key has another case", { tags: tags({ ENVIRONMENT: "dev" }) }, false],
    [
      "not known by two tags that contradict each other",
      { tags: [...tags({ Environment: "dev" }), ...tags({ environment: "prod" })] },
      "not read: tags of net, tags that name both an environment of production and another",
    ],
    ...["dev-prod", "dev, prod", "test/production"].map((name): Row<boolean> => [
      `not known by a tag that names both: ${name}`,
      tagged(name),
      "not read: tags of net, tags that name both an environment of production and another",
    ]),
    ...["pre-prod-2", "non-production", "preprod", "dev-products"].map((name): Row<boolean> => [
      `no, by a name that the list means so: ${name}`,
      tagged(name),
      false,
    ]),
    [
      "no, by two tags that agree",
      { tags: [...tags({ Environment: "dev" }), ...tags({ environment: "test" })] },
      false,
    ],
    ["no, by the tag of a component that holds what holds it", {}, false, child],
    ["yes, by its own tag before the component's", tagged("prod"), true, child],
    ["not known while its tags are not", { tags: new Unknown() }, "not known: tags of net"],
    ["not known while one of them is not", { tags: [new Unknown()] }, "not known: tags[0] of net"],
    ["not known while a key is not", { tags: [{ key: new Unknown(), value: "dev" }] }, "not known: tags[0].key of net"],
    [
      "not known while the value is not",
      { tags: [{ key: "environment", value: new Unknown() }] },
      "not known: tags[0].value of net",
    ],
    [
      "a secret",
      { tags: [{ key: "environment", value: new Unknown(undefined, true) }] },
      "secret: tags[0].value of net",
    ],
    [
      "no, beside a key that is not known",
      { tags: [{ key: new Unknown(), value: "prod" }, ...tags({ environment: "dev" })] },
      false,
    ],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).isProduction())).toBe(expected);
  });

  test.each<[name: string, environment: object, inputs: Inputs, expected: boolean]>([
    ["no, by the setting for what no tag tells", { default: "dev" }, {}, false],
    ["yes, by a setting that names other environments", { production: ["Live"] }, tagged("live"), true],
    ["yes, by a name that the settings have in neither list", { production: ["live"] }, tagged("prod"), true],
    ["no, by a glob of the setting", { nonProduction: ["Blue-*"] }, tagged("blue-7"), false],
    [
      "yes, by the setting of production before that of the others",
      { production: ["staging"] },
      tagged("staging"),
      true,
    ],
    [
      "no, by the tag of another key that is set",
      { key: "stage" },
      { tags: tags({ stage: "dev", environment: "prod" }) },
      false,
    ],
  ])("%s", (_name, environment, inputs, expected) => {
    expect(viewed(inputs, {}, [], { environment }).isProduction()).toBe(expected);
  });

  test.each<[name: string, inputs: InputsOf<"tag:Tag">, expected: boolean | string]>([
    ["no, by a Tag resource that names it", { resourceIds: [from(net())], tag: tags({ environment: "dev" }) }, false],
    [
      "no, by a Tag resource that names it by its id",
      { resourceIds: ["vpc-1"], tag: tags({ environment: "dev" }) },
      false,
    ],
    ["yes, where the Tag resource names another", { resourceIds: ["vpc-9"], tag: tags({ environment: "dev" }) }, true],
    ["yes, where the Tag resource has another key", { resourceIds: [from(net())], tag: tags({ owner: "dev" }) }, true],
    [
      "not known where a Tag resource may name it",
      { resourceIds: [new Unknown()], tag: tags({ environment: "dev" }) },
      "not known: resourceIds[0] of tag",
    ],
    [
      "yes, where a Tag resource of another key may name it",
      { resourceIds: [new Unknown()], tag: tags({ owner: "dev" }) },
      true,
    ],
    [
      "not known where the Tag resource's value is not",
      { resourceIds: [from(net())], tag: [{ key: "environment", value: new Unknown() }] },
      "not known: tag[0].value of tag",
    ],
  ])("%s", (_name, inputs, expected) => {
    const tag = resource("tag:Tag", "tag", inputs);
    expect(answer(() => viewed({}, { id: "vpc-1" }, [tag]).isProduction())).toBe(expected);
  });

  test("whatever the tag of a Subnet of it", () => {
    expect(viewed({}, {}, [subnetIn("a", tagged("dev"))]).isProduction()).toBe(true);
  });

  test.each<Row<boolean>>([
    ["no, by its own tag alone", tagged("dev"), false],
    ["decided with the stack without one", {}, "with the stack"],
  ])("%s", (_name, inputs, expected) => {
    const made = net("net", inputs);
    expect(answer(() => alone(made).view(made, Net).isProduction())).toBe(expected);
  });
});

describe("a setting names it:", () => {
  test.each<[name: string, names: readonly string[], expected: boolean, options?: Partial<Resource>]>([
    ["no, where there are no names", [], false],
    ["yes, by its name", ["other", "net"], true],
    ["yes, by its urn", [net().urn], true],
    ["yes, by its id", ["vpc-1"], true, { id: "vpc-1" }],
    ["no, by an id before it has one", ["vpc-1"], false],
    ["no, by a part of its name", ["ne", "*", "nets"], false],
    ["no, by its name in another case", ["Net"], false],
  ])("%s", (_name, names, expected, options = {}) => {
    expect(viewed({}, options).isNamedIn(names)).toBe(expected);
  });
});

test("Nets are referred to by `netId`", () => {
  expect(TO_NET).toEqual({ path: "netId", types: ["outscale:index/net:Net"] });
});
