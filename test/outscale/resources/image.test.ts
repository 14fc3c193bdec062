import { describe, expect, test } from "@jest/globals";
import { readPackSettings } from "../../../src/config";
import { declaredEncryption, Image, imageOf } from "../../../src/outscale/resources/image";
import { Vm } from "../../../src/outscale/resources/vm";
import { type Resource, Unknown } from "../../../src/stack";
import { image, vm } from "../../support/builders";
import { from, type InputsOf, resource, stackOf, tags } from "../../support/resources";
import { alone, answer } from "./answers";

type Inputs = InputsOf<"image:Image">;

const { shared } = readPackSettings({});
const component = resource("acme:index:Shop", "shop", { tags: tags({ environment: "dev" }) });

function viewed(inputs: Inputs, options: Partial<Resource> = {}, others: readonly Resource[] = []): Image {
  const made = image("golden", inputs, options);
  return stackOf([component, ...others, made]).view(made, Image);
}

describe("it serves production:", () => {
  const tagged = (environment: string) => ({ tags: tags({ environment }) });

  test.each<[name: string, inputs: Inputs, expected: boolean | string, options?: Partial<Resource>]>([
    ["yes, where nothing says otherwise", {}, true],
    ["yes, by its tag in any case", tagged("Production"), true],
    ["no, by its tag", tagged("dev"), false],
    ["no, by the tag of the component that holds it", {}, false, { parent: component.urn }],
    ["yes, by its own tag before the component's", tagged("prod"), true, { parent: component.urn }],
    ["yes, whatever the VM it is made of", { vmId: from(vm("vm", tagged("dev"))) }, true],
    ["not known while its tags are not", { tags: new Unknown() }, "not known: tags of golden"],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options, [vm("vm", tagged("dev"))]).isProduction(shared))).toBe(expected);
  });

  test("no, by a Tag resource that names it", () => {
    const tag = resource("tag:Tag", "tag", { resourceIds: [from(image("golden"))], tag: tags({ environment: "dev" }) });
    expect(viewed({}, {}, [tag]).isProduction(shared)).toBe(false);
  });

  test.each<[name: string, inputs: Inputs, expected: boolean | string]>([
    ["no, by its own tag alone", tagged("dev"), false],
    ["decided with the stack without one", {}, "with the stack"],
  ])("%s", (_name, inputs, expected) => {
    const made = image("golden", inputs);
    expect(answer(() => alone(made).view(made, Image).isProduction(shared))).toBe(expected);
  });
});

describe("the image of a VM is", () => {
  const golden = image("golden", {}, { id: "ami-1" });
  const silver = image("silver");

  function shown(found: Image | string | undefined): string | undefined {
    return found instanceof Image ? `image ${found.name}` : found;
  }

  test.each<[name: string, imageId: InputsOf<"vm:Vm">["imageId"], expected: string | undefined]>([
    ["none where none is named", undefined, undefined],
    ["one of the stack's", from(silver), "image silver"],
    ["one of the stack's by its id", "ami-1", "image golden"],
    ["another by its id", "ami-9", "ami-9"],
    ["not known", new Unknown(), "not known: imageId of vm"],
    ["a secret", new Unknown(undefined, true), "secret: imageId of vm"],
    ["one of several", from(silver, golden), "not known: imageId of vm, perhaps golden, silver"],
  ])("%s", (_name, imageId, expected) => {
    const made = vm("vm", { imageId });
    const view = stackOf([golden, silver, made]).view(made, Vm);
    expect(answer(() => shown(imageOf(view)))).toBe(expected);
  });

  test.each<[name: string, imageId: InputsOf<"vm:Vm">["imageId"], expected: string | undefined]>([
    ["none, which the VM tells alone", undefined, undefined],
    ["decided with the stack by an id", "ami-9", "with the stack"],
  ])("%s", (_name, imageId, expected) => {
    const made = vm("vm", { imageId });
    expect(answer(() => shown(imageOf(alone(made).view(made, Vm))))).toBe(expected);
  });
});

type Entry = readonly [match: string, encrypted: "root" | "all"];

function entries(listed: readonly Entry[]) {
  return readPackSettings({ images: listed.map(([match, encrypted]) => ({ match, encrypted })) }).shared.images;
}

describe("of an image of the stack the settings declare encrypted", () => {
  test.each<
    [name: string, inputs: Inputs, listed: readonly Entry[], expected: string | undefined, options?: Partial<Resource>]
  >([
    ["nothing without entries", { imageName: "golden-1" }, [], undefined],
    ["all devices, by its name", { imageName: "golden-1" }, [["name:golden-1", "all"]], "all"],
    ["the root device, by a glob on its name", { imageName: "golden-1" }, [["name:golden-?", "root"]], "root"],
    ["nothing by a part of its name", { imageName: "golden-1" }, [["name:golden", "all"]], undefined],
    ["all, by a name with a colon", { imageName: "os:golden" }, [["name:os:*", "all"]], "all"],
    ["all, by its tag", { tags: tags({ hardened: "yes" }) }, [["tag:hardened=yes", "all"]], "all"],
    [
      "all, by its tag whatever the case of its key",
      { tags: tags({ Hardened: "yes" }) },
      [["tag:hardened=yes", "all"]],
      "all",
    ],
    [
      "nothing by another value of its tag",
      { tags: tags({ hardened: "no" }) },
      [["tag:hardened=yes", "all"]],
      undefined,
    ],
    ["nothing by a tag that it has not", {}, [["tag:hardened=yes", "all"]], undefined],
    ["nothing by an id before it has one", {}, [["ami-1", "all"]], undefined],
    ["all, by its id", {}, [["ami-1", "all"]], "all", { id: "ami-1" }],
    ["nothing by another id", {}, [["ami-2", "all"]], undefined, { id: "ami-1" }],
    ["all, by its owner", {}, [["owner:012345678910", "all"]], "all", { outputs: { accountId: "012345678910" } }],
    [
      "nothing by another owner",
      {},
      [["owner:000000000000", "all"]],
      undefined,
      { outputs: { accountId: "012345678910" } },
    ],
    [
      "what is not known by an owner before it is made",
      {},
      [["owner:012345678910", "all"]],
      "not known: imageId of vm",
    ],
    ["what is not known by a name that it does not write", {}, [["name:golden", "all"]], "not known: imageId of vm"],
    [
      "what is not known by a name that is not",
      { imageName: new Unknown() },
      [["name:golden", "all"]],
      "not known: imageName of golden",
    ],
    [
      "what is not known by a tag that is not",
      { tags: new Unknown() },
      [["tag:hardened=yes", "all"]],
      "not known: tags of golden",
    ],
    [
      "what is not known by a name that outputs alone tell",
      { imageName: "golden" },
      [["name:golden", "all"]],
      "not known: imageName of golden",
      { written: false },
    ],
    [
      "all, where one entry says the root and another all",
      { imageName: "golden" },
      [
        ["name:gold*", "root"],
        ["name:*", "all"],
      ],
      "all",
    ],
    [
      "all, where one entry says all and another the root",
      { imageName: "golden" },
      [
        ["name:*", "all"],
        ["name:gold*", "root"],
      ],
      "all",
    ],
    [
      "all, by one entry whatever another needs",
      { tags: tags({ hardened: "yes" }) },
      [
        ["owner:012345678910", "root"],
        ["tag:hardened=yes", "all"],
      ],
      "all",
    ],
  ])("%s", (_name, inputs, listed, expected, options = {}) => {
    expect(answer<string | undefined>(() => declaredEncryption(vm(), viewed(inputs, options), entries(listed)))).toBe(
      expected,
    );
  });

  test.each<[name: string, tag: InputsOf<"tag:Tag">, expected: string | undefined]>([
    ["all, by a Tag resource", { resourceIds: [from(image("golden"))], tag: tags({ hardened: "yes" }) }, "all"],
    [
      "what is not known by a Tag resource that may name it",
      { resourceIds: [new Unknown()], tag: tags({ hardened: "yes" }) },
      "not known: resourceIds[0] of tag",
    ],
  ])("%s", (_name, inputs, expected) => {
    const made = viewed({}, {}, [resource("tag:Tag", "tag", inputs)]);
    expect(
      answer<string | undefined>(() => declaredEncryption(vm(), made, entries([["tag:hardened=yes", "all"]]))),
    ).toBe(expected);
  });
});

describe("of an image that is not the stack's the settings declare encrypted", () => {
  test.each<[name: string, listed: readonly Entry[], expected: string | undefined]>([
    ["nothing without entries", [], undefined],
    ["all devices, by its id", [["ami-9", "all"]], "all"],
    ["the root device, by its id", [["ami-9", "root"]], "root"],
    ["nothing by another id", [["ami-1", "all"]], undefined],
    ["what is not known by a name", [["name:*", "all"]], "not known: imageId of vm"],
    ["what is not known by a tag", [["tag:hardened=yes", "all"]], "not known: imageId of vm"],
    ["what is not known by an owner", [["owner:012345678910", "all"]], "not known: imageId of vm"],
    [
      "all, by its id whatever its name",
      [
        ["name:*", "root"],
        ["ami-9", "all"],
      ],
      "all",
    ],
  ])("%s", (_name, listed, expected) => {
    expect(answer<string | undefined>(() => declaredEncryption(vm(), "ami-9", entries(listed)))).toBe(expected);
  });
});
