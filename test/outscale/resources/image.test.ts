import { describe, expect, test } from "@jest/globals";
import { readPackSettings } from "../../../src/config";
import { Image, imageOf, isDeclaredEncrypted } from "../../../src/outscale/resources/image";
import { Vm } from "../../../src/outscale/resources/vm";
import { type Resource, Unknown } from "../../../src/stack";
import { image, vm } from "../../support/builders";
import { from, type InputsOf, resource, systemOf, tags } from "../../support/resources";
import { alone, answer } from "./answers";

type Inputs = InputsOf<"image:Image">;

const component = resource("acme:index:Shop", "shop", { tags: tags({ environment: "dev" }) });

function viewed(inputs: Inputs, options: Partial<Resource> = {}, others: readonly Resource[] = []): Image {
  const made = image("golden", inputs, options);
  return systemOf([component, ...others, made]).view(made, Image);
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
    expect(answer(() => viewed(inputs, options, [vm("vm", tagged("dev"))]).isProduction())).toBe(expected);
  });

  test("no, by a Tag resource that names it", () => {
    const tag = resource("tag:Tag", "tag", { resourceIds: [from(image("golden"))], tag: tags({ environment: "dev" }) });
    expect(viewed({}, {}, [tag]).isProduction()).toBe(false);
  });

  test.each<[name: string, inputs: Inputs, expected: boolean | string]>([
    ["no, by its own tag alone", tagged("dev"), false],
    ["decided with the stack without one", {}, "with the stack"],
  ])("%s", (_name, inputs, expected) => {
    const made = image("golden", inputs);
    expect(answer(() => alone(made).view(made, Image).isProduction())).toBe(expected);
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
    const view = systemOf([golden, silver, made]).view(made, Vm);
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

interface Declared {
  readonly root: boolean | string;
  readonly other: boolean | string;
}

const NONE: Declared = { root: false, other: false };
const ROOT: Declared = { root: true, other: false };
const ALL: Declared = { root: true, other: true };

function unknown(value: string): Declared {
  const why = `not known: ${value}`;
  return { root: why, other: why };
}

/** Which devices of an image count as encrypted: the root, and any other. */
function declaredOf(of: Image | string, listed: readonly Entry[]): Declared {
  const declares = (device: "root" | "other") =>
    answer<boolean>(() => isDeclaredEncrypted(vm(), of, device, entries(listed)));
  return { root: declares("root"), other: declares("other") };
}

describe("of an image of the stack the settings declare encrypted", () => {
  test.each<[name: string, inputs: Inputs, listed: readonly Entry[], expected: Declared, options?: Partial<Resource>]>([
    ["nothing without entries", { imageName: "golden-1" }, [], NONE],
    ["all devices, by its name", { imageName: "golden-1" }, [["name:golden-1", "all"]], ALL],
    ["the root device, by a glob on its name", { imageName: "golden-1" }, [["name:golden-?", "root"]], ROOT],
    ["nothing by a part of its name", { imageName: "golden-1" }, [["name:golden", "all"]], NONE],
    ["all, by a name with a colon", { imageName: "os:golden" }, [["name:os:*", "all"]], ALL],
    ["all, by its tag", { tags: tags({ hardened: "yes" }) }, [["tag:hardened=yes", "all"]], ALL],
    [
      "all, by its tag whatever the case of its key",
      { tags: tags({ Hardened: "yes" }) },
      [["tag:hardened=yes", "all"]],
      ALL,
    ],
    ["nothing by another value of its tag", { tags: tags({ hardened: "no" }) }, [["tag:hardened=yes", "all"]], NONE],
    ["nothing by a tag that it has not", {}, [["tag:hardened=yes", "all"]], NONE],
    ["nothing by an id before it has one", {}, [["ami-1", "all"]], NONE],
    ["all, by its id", {}, [["ami-1", "all"]], ALL, { id: "ami-1" }],
    ["nothing by another id", {}, [["ami-2", "all"]], NONE, { id: "ami-1" }],
    ["all, by its owner", {}, [["owner:012345678910", "all"]], ALL, { outputs: { accountId: "012345678910" } }],
    ["nothing by another owner", {}, [["owner:000000000000", "all"]], NONE, { outputs: { accountId: "012345678910" } }],
    ["what is not known by an owner before it is made", {}, [["owner:012345678910", "all"]], unknown("imageId of vm")],
    ["what is not known by a name that it does not write", {}, [["name:golden", "all"]], unknown("imageId of vm")],
    [
      "what is not known by a name that is not",
      { imageName: new Unknown() },
      [["name:golden", "all"]],
      unknown("imageName of golden"),
    ],
    [
      "what is not known by a tag that is not",
      { tags: new Unknown() },
      [["tag:hardened=yes", "all"]],
      unknown("tags of golden"),
    ],
    [
      "what is not known by a name that outputs alone tell",
      { imageName: "golden" },
      [["name:golden", "all"]],
      unknown("imageName of golden"),
      { written: false },
    ],
    [
      "all, where one entry says the root and another all",
      { imageName: "golden" },
      [
        ["name:gold*", "root"],
        ["name:*", "all"],
      ],
      ALL,
    ],
    [
      "all, where one entry says all and another the root",
      { imageName: "golden" },
      [
        ["name:*", "all"],
        ["name:gold*", "root"],
      ],
      ALL,
    ],
    [
      "the root, and perhaps the others, where an entry that may not match says all",
      { tags: tags({ hardened: "yes" }) },
      [
        ["tag:hardened=yes", "root"],
        ["owner:012345678910", "all"],
      ],
      { root: true, other: "not known: imageId of vm" },
    ],
    [
      "all, whatever the name that another entry asks for",
      { imageName: new Unknown(), tags: tags({ hardened: "yes" }) },
      [
        ["name:golden", "root"],
        ["tag:hardened=yes", "all"],
      ],
      ALL,
    ],
    ["all, by a tag with `=` in its value", { tags: tags({ level: "a=b" }) }, [["tag:level=a=b", "all"]], ALL],
    ["nothing by a part of that value", { tags: tags({ level: "a=b" }) }, [["tag:level=a", "all"]], NONE],
    [
      "all, by one entry whatever another needs",
      { tags: tags({ hardened: "yes" }) },
      [
        ["owner:012345678910", "root"],
        ["tag:hardened=yes", "all"],
      ],
      ALL,
    ],
  ])("%s", (_name, inputs, listed, expected, options = {}) => {
    expect(declaredOf(viewed(inputs, options), listed)).toEqual(expected);
  });

  test.each<[name: string, tag: InputsOf<"tag:Tag">, expected: Declared]>([
    ["all, by a Tag resource", { resourceIds: [from(image("golden"))], tag: tags({ hardened: "yes" }) }, ALL],
    [
      "what is not known by a Tag resource that may name it",
      { resourceIds: [new Unknown()], tag: tags({ hardened: "yes" }) },
      unknown("resourceIds[0] of tag"),
    ],
  ])("%s", (_name, inputs, expected) => {
    const made = viewed({}, {}, [resource("tag:Tag", "tag", inputs)]);
    expect(declaredOf(made, [["tag:hardened=yes", "all"]])).toEqual(expected);
  });
});

describe("of an image that is not the stack's the settings declare encrypted", () => {
  test.each<[name: string, listed: readonly Entry[], expected: Declared]>([
    ["nothing without entries", [], NONE],
    ["all devices, by its id", [["ami-9", "all"]], ALL],
    ["the root device, by its id", [["ami-9", "root"]], ROOT],
    ["nothing by another id", [["ami-1", "all"]], NONE],
    ["what is not known by a name", [["name:*", "all"]], unknown("imageId of vm")],
    ["what is not known by a tag", [["tag:hardened=yes", "all"]], unknown("imageId of vm")],
    ["what is not known by an owner", [["owner:012345678910", "all"]], unknown("imageId of vm")],
    [
      "all, by its id whatever its name",
      [
        ["name:*", "root"],
        ["ami-9", "all"],
      ],
      ALL,
    ],
  ])("%s", (_name, listed, expected) => {
    expect(declaredOf("ami-9", listed)).toEqual(expected);
  });
});

test.each(["tag:hardened", "tag:=yes", "tag:", "name:", "owner:", ""])(
  "the settings refuse `%s`, which matches nothing",
  (match) => {
    expect(() => entries([[match, "all"]])).toThrow("`pack-settings.images[0].match` is");
  },
);
