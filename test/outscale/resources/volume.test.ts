import { describe, expect, test } from "@jest/globals";
import { Volume, VolumeLink } from "../../../src/outscale/resources/volume";
import { type Resource, Unknown } from "../../../src/stack";
import { net, subnetIn, vm, vmIn, volume, volumeLink } from "../../support/builders";
import { from, type InputsOf, resource, systemOf, tags } from "../../support/resources";
import { alone, answer } from "./answers";

type Inputs = InputsOf<"volume:Volume">;
type Links = InputsOf<"volumeLink:VolumeLink">;
type Row<T> = [name: string, inputs: Inputs, expected: T | string, options?: Partial<Resource>];
type LinkedRow<T> = [name: string, links: readonly Resource[], expected: T | string];

const REGION = "cloudgouv-eu-west-1";
const inPart = { part: { of: "shop", siblings: ["vms/prod"] } };

const subnet = subnetIn("a", { tags: tags({ environment: "staging" }) });
const live = vm("live", { tags: tags({ environment: "prod", backup: "daily" }) });
const idle = { ...vm("idle", { tags: tags({ environment: "dev" }) }), id: "i-1" };
const inside = vmIn(subnet, "inside");
const bare = vm("bare");
const other = { ...volume("other"), id: "vol-2" };
const component = resource("acme:index:Shop", "shop", { tags: tags({ environment: "dev" }) });
const ground = [net(), subnet, live, idle, inside, bare, other, component];

function viewed(
  inputs: Inputs,
  options: Partial<Resource> = {},
  others: readonly Resource[] = [],
  settings: object = {},
): Volume {
  const made = volume("data", inputs, options);
  return systemOf([...ground, ...others, made], settings).view(made, Volume);
}

function viewedAlone(inputs: Inputs): Volume {
  const made = volume("data", inputs);
  return alone(made).view(made, Volume);
}

/** An attachment, of the volume `data` to the VM `live` unless it says otherwise. */
function link(name: string, inputs: Links = {}): Resource {
  const own = { volumeId: from(volume("data")), vmId: from(live), deviceName: "/dev/xvdb" };
  return resource("volumeLink:VolumeLink", name, { ...own, ...inputs });
}

/** A volume of whose inputs nobody knows whether a program wrote them. */
const told = { written: false };

describe("its Subregion is", () => {
  test.each<Row<string>>([
    ["the one named", { subregionName: `${REGION}b` }, `${REGION}b`],
    ["the region's first where none is named", { subregionName: undefined }, `${REGION}a`],
    ["the region's first for an empty text", { subregionName: "" }, `${REGION}a`],
    ["not known", { subregionName: new Unknown() }, "not known: subregionName of data"],
    ["a secret", { subregionName: new Unknown(undefined, true) }, "secret: subregionName of data"],
    ["not known where only outputs tell", {}, "not known: subregionName of data", told],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).subregion())).toBe(expected);
  });

  test("the first of another region", () => {
    expect(viewed({ subregionName: undefined }, {}, [], { region: "eu-west-2" }).subregion()).toBe("eu-west-2a");
  });

  test("known alone", () => {
    expect(viewedAlone({ subregionName: `${REGION}c` }).subregion()).toBe(`${REGION}c`);
  });
});

describe("it is attached by", () => {
  test.each<LinkedRow<readonly string[]>>([
    ["nothing", [], []],
    ["nothing where the links are another volume's", [link("link", { volumeId: "vol-2" })], []],
    ["nothing where the links are of volumes of another stack", [link("link", { volumeId: "vol-9" })], []],
    ["the links that name it", [link("two"), link("one"), link("three", { volumeId: from(other) })], ["one", "two"]],
    ["a link that names its id", [link("link", { volumeId: "vol-1" })], ["link"]],
    ["perhaps a link that is not known", [link("link", { volumeId: new Unknown() })], "not known: volumeId of link"],
    [
      "perhaps a link to one of several volumes",
      [link("link", { volumeId: from(volume("data"), other) })],
      "not known: volumeId of link, perhaps data, other",
    ],
    ["the link that names it, whatever another does", [link("one"), link("two", { volumeId: new Unknown() })], ["one"]],
  ])("%s", (_name, links, expected) => {
    const view = viewed({}, { id: "vol-1" }, links);
    expect(answer(() => view.links().map(({ name }) => name))).toEqual(expected);
  });

  test("what is decided with the stack", () => {
    expect(answer(() => viewedAlone({}).links())).toBe("with the stack");
  });
});

describe("a VM of another part of the system may attach it:", () => {
  const unseen = "not in sight: the VM that attaches this volume, data";

  test.each<[name: string, settings: object, links: readonly Resource[], expected: boolean | string]>([
    ["no, where the stack is the whole", {}, [], false],
    ["perhaps, where it is a part", inPart, [], unseen],
    ["no, where a VM of this part does", inPart, [link("link")], false],
    [
      "not known, while a link is not",
      inPart,
      [link("link", { volumeId: new Unknown() })],
      "not known: volumeId of link",
    ],
  ])("%s", (_name, settings, links, expected) => {
    expect(answer(() => viewed({}, {}, links, settings).mayBeAttachedElsewhere())).toBe(expected);
  });
});

describe("it has a tag `backup` of the value `daily`:", () => {
  const backup = (value: string | Unknown) => ({ tags: [{ key: "Backup", value }] });
  const setApart = resource("tag:Tag", "apart", {
    resourceIds: [from(volume("data"))],
    tag: tags({ backup: "daily" }),
  });

  test.each<[name: string, inputs: Inputs, others: readonly Resource[], expected: boolean | string]>([
    ["no, without tags", {}, [], false],
    ["no, of another value", backup("weekly"), [], false],
    ["yes, its own, whatever the case of the key", backup("daily"), [], true],
    ["yes, by a Tag resource", {}, [setApart], true],
    ["yes, by the VM that attaches it", {}, [link("link")], true],
    ["yes, by one of the VMs that attach it", backup("weekly"), [link("one", { vmId: from(idle) }), link("two")], true],
    ["no, by a VM without it", {}, [link("link", { vmId: from(idle) })], false],
    ["not known", backup(new Unknown()), [], "not known: tags[0].value of data"],
    ["yes, by the VM, whatever its own", backup(new Unknown()), [link("link")], true],
    ["not known by a VM that is not", {}, [link("link", { vmId: new Unknown() })], "not known: vmId of link"],
    ["yes, its own, whatever its VM", backup("daily"), [link("link", { vmId: new Unknown() })], true],
  ])("%s", (_name, inputs, others, expected) => {
    const ask = () => viewed(inputs, {}, others).hasTag("backup", (value) => value === "daily");
    expect(answer(ask)).toBe(expected);
  });

  test("perhaps, by a VM of another part of the system", () => {
    const ask = (inputs: Inputs) =>
      answer(() => viewed(inputs, {}, [], inPart).hasTag("backup", (value) => value === "daily"));
    expect(ask({})).toBe("not in sight: the VM that attaches this volume, data");
    expect(ask(backup("daily"))).toBe(true);
  });
});

describe("it stays when it leaves the program, or a last snapshot of it does:", () => {
  const untold = "not read: retainOnDelete of data, an option that Pulumi does not tell its policy packs";

  test.each<
    [
      name: string,
      inputs: Inputs,
      options: Partial<Resource>,
      expected: { isKeptWhole: boolean | string; isKept: boolean | string },
    ]
  >([
    ["neither", {}, { retainOnDelete: false }, { isKeptWhole: false, isKept: false }],
    ["it, protected", {}, { protect: true }, { isKeptWhole: true, isKept: true }],
    ["it, let go", {}, { retainOnDelete: true }, { isKeptWhole: true, isKept: true }],
    ["not told", {}, {}, { isKeptWhole: untold, isKept: untold }],
    [
      "a snapshot",
      { terminationSnapshotName: "last" },
      { retainOnDelete: false },
      { isKeptWhole: false, isKept: true },
    ],
    [
      "a snapshot, whatever is not told",
      { terminationSnapshotName: "last" },
      {},
      { isKeptWhole: untold, isKept: true },
    ],
    [
      "a snapshot whose name is not known",
      { terminationSnapshotName: new Unknown() },
      { retainOnDelete: false },
      { isKeptWhole: false, isKept: true },
    ],
    [
      "no snapshot by an empty text",
      { terminationSnapshotName: "" },
      { retainOnDelete: false },
      { isKeptWhole: false, isKept: false },
    ],
  ])("%s", (_name, inputs, options, expected) => {
    const view = viewed(inputs, options);
    expect({ isKeptWhole: answer(() => view.isKeptWhole()), isKept: answer(() => view.isKept()) }).toEqual(expected);
  });
});

describe("it serves production:", () => {
  const tagged = (environment: string) => ({ tags: tags({ environment }) });

  test.each<[name: string, inputs: Inputs, links: readonly Resource[], expected: boolean | string]>([
    ["yes, where nothing says otherwise", {}, [], true],
    ["no, by its tag", tagged("Dev"), [], false],
    ["yes, by the tag of its VM", {}, [link("link")], true],
    ["no, by the tag of its VM", {}, [link("link", { vmId: from(idle) })], false],
    ["no, by the tag of its VM, which an id names", {}, [link("link", { vmId: "i-1" })], false],
    ["no, by the tag of its VM's Subnet", {}, [link("link", { vmId: from(inside) })], false],
    ["yes, by a VM without a tag", {}, [link("link", { vmId: from(bare) })], true],
    ["yes, by one of several VMs", {}, [link("one", { vmId: from(idle) }), link("two")], true],
    ["no, by its own tag before its VM's", tagged("staging"), [link("link")], false],
    [
      "yes, by its own tag, whatever links are not known",
      tagged("prod"),
      [link("link", { volumeId: new Unknown() })],
      true,
    ],
    ["not known while a link is not", {}, [link("link", { volumeId: new Unknown() })], "not known: volumeId of link"],
    ["not known while its VM is not", {}, [link("link", { vmId: new Unknown() })], "not known: vmId of link"],
    ["not known by a VM of another stack", {}, [link("link", { vmId: "i-9" })], "outside: vmId of link"],
    ["not known while its tags are not", { tags: new Unknown() }, [], "not known: tags of data"],
  ])("%s", (_name, inputs, links, expected) => {
    expect(answer(() => viewed(inputs, {}, links).isProduction())).toBe(expected);
  });

  test.each<Row<boolean>>([
    ["no, by the tag of the component that holds it", {}, false, { parent: component.urn }],
    ["yes, by its own tag before the component's", tagged("prod"), true, { parent: component.urn }],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).isProduction())).toBe(expected);
  });

  test("no, by the setting for what no tag tells", () => {
    expect(viewed({}, {}, [], { environment: { default: "dev" } }).isProduction()).toBe(false);
  });

  test.each<Row<boolean>>([
    ["no, by its own tag alone", tagged("dev"), false],
    ["decided with the stack without one", {}, "with the stack"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewedAlone(inputs).isProduction())).toBe(expected);
  });
});

describe("an attachment leads", () => {
  interface Ends {
    readonly vm: string;
    /** The volume that is asked for. */
    readonly linkedVolume: string;
    /** The volume, which may be another stack's. */
    readonly volume: string | undefined;
    readonly isProduction: boolean | string;
  }

  test.each<[name: string, inputs: Links, expected: Ends]>([
    ["from a volume to a VM", {}, { vm: "live", linkedVolume: "data", volume: "data", isProduction: true }],
    [
      "from a volume to a VM by their ids",
      { vmId: "i-1", volumeId: "vol-2" },
      { vm: "idle", linkedVolume: "other", volume: "other", isProduction: false },
    ],
    [
      "from a volume of another stack, and serves what its VM serves",
      { vmId: from(idle), volumeId: "vol-9" },
      { vm: "idle", linkedVolume: "outside: volumeId of link", volume: undefined, isProduction: false },
    ],
    [
      "to a VM of another stack",
      { vmId: "i-9" },
      {
        vm: "outside: vmId of link",
        linkedVolume: "data",
        volume: "data",
        isProduction: "outside: vmId of link",
      },
    ],
    [
      "from a volume that is not known",
      { volumeId: new Unknown() },
      {
        vm: "live",
        linkedVolume: "not known: volumeId of link",
        volume: "not known: volumeId of link",
        isProduction: "not known: volumeId of link",
      },
    ],
    [
      "from one of several volumes to one of several VMs",
      { volumeId: from(other, volume("data")), vmId: from(idle, live) },
      {
        vm: "not known: vmId of link, perhaps idle, live",
        linkedVolume: "not known: volumeId of link, perhaps data, other",
        volume: "not known: volumeId of link, perhaps data, other",
        isProduction: "not known: volumeId of link, perhaps data, other",
      },
    ],
    [
      "nowhere where nothing is written",
      { volumeId: undefined, vmId: undefined },
      {
        vm: "not known: vmId of link",
        linkedVolume: "not known: volumeId of link",
        volume: undefined,
        isProduction: "not known: vmId of link",
      },
    ],
  ])("%s", (_name, inputs, expected) => {
    const made = link("link", inputs);
    const view = systemOf([...ground, volume("data"), made]).view(made, VolumeLink);
    expect({
      vm: answer(() => view.vm().name),
      linkedVolume: answer(() => view.linkedVolume().name),
      volume: answer(() => view.volume()?.name),
      isProduction: answer(() => view.isProduction()),
    }).toEqual(expected);
  });

  test("where the stack tells", () => {
    const made = volumeLink(other, live);
    const view = alone(made).view(made, VolumeLink);
    const asked = [() => view.vm(), () => view.volume(), () => view.linkedVolume(), () => view.isProduction()];
    expect(asked.map((ask) => answer<unknown>(ask))).toEqual(asked.map(() => "with the stack"));
  });
});

describe("the volume is taken from the VM even while it is in use:", () => {
  test.each<[name: string, forceUnlink: Links["forceUnlink"], expected: boolean | string]>([
    ["no, by default", undefined, false],
    ["no, as written", false, false],
    ["yes, as written", true, true],
    ["not known", new Unknown(), "not known: forceUnlink of link"],
  ])("%s", (_name, forceUnlink, expected) => {
    const made = link("link", { forceUnlink });
    expect(answer(() => alone(made).view(made, VolumeLink).isForced())).toBe(expected);
  });
});
