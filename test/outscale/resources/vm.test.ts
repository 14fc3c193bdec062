import { describe, expect, test } from "@jest/globals";
import { gzipSync } from "node:zlib";
import { Nic } from "../../../src/outscale/resources/nic";
import { Vm } from "../../../src/outscale/resources/vm";
import { type Resource, Unknown } from "../../../src/stack";
import { image, net, securityGroup, subnetIn, vm, vmIn } from "../../support/builders";
import { from, type InputsOf, resource, systemOf, tags, untyped } from "../../support/resources";
import { alone, answer } from "./answers";
import { a, b, bare, besides, component, far, hidden, places, REGION } from "./places";

type Inputs = InputsOf<"vm:Vm">;
type Row<T> = [name: string, inputs: Inputs, expected: T | string, options?: Partial<Resource>];

const nic = resource("nic:Nic", "nic", { subnetId: from(b) }, { id: "eni-1" });
const [web, db] = [securityGroup("web"), securityGroup("db")];
const golden = image("golden", {}, { id: "ami-00000001" });
const silver = image("silver");
const ground = [...places, nic, web, db, golden, silver];

function viewed(
  inputs: Inputs,
  options: Partial<Resource> = {},
  others: readonly Resource[] = [],
  settings: object = {},
): Vm {
  const made = vm("vm", inputs, options);
  return systemOf([...ground, ...others, made], settings).view(made, Vm);
}

function viewedAlone(inputs: Inputs, options: Partial<Resource> = {}): Vm {
  const made = vm("vm", inputs, options);
  return alone(made).view(made, Vm);
}

/** A VM of whose inputs nobody knows whether a program wrote them. */
const told = { written: false };

test("the properties that findings name are the provider's", () => {
  const { subregionProperty, protectionProperty } = viewed({});
  expect({ subregionProperty, protectionProperty }).toEqual({
    subregionProperty: "placementSubregionName",
    protectionProperty: "deletionProtection",
  });
});

describe("whether a Subnet decides where it lies:", () => {
  test.each<Row<boolean>>([
    ["none where nothing is written", {}, false],
    ["none for an empty text", { subnetId: "" }, false],
    ["none for an empty list of NICs", { nics: [] }, false],
    ["its own", { subnetId: from(a) }, true],
    ["its own, by an id", { subnetId: "subnet-9" }, true],
    ["its own, which is not known", { subnetId: new Unknown() }, true],
    ["that of its first NIC", { primaryNics: [{ subnetId: from(a), deviceNumber: 0 }] }, true],
    ["that of one of its NICs", { nics: [{ subnetId: from(a), deviceNumber: 1 }] }, true],
    ["that of NICs that are not known", { nics: new Unknown() }, true],
    ["not known where only outputs tell", { subnetId: "subnet-1" }, "not known: subnetId of vm", told],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).isInNet)).toBe(expected);
  });
});

describe("its Subregion is", () => {
  test.each<Row<string>>([
    ["the region's first where none is named", {}, `${REGION}a`],
    ["the region's first for an empty text", { placementSubregionName: "" }, `${REGION}a`],
    ["the one named", { placementSubregionName: `${REGION}c` }, `${REGION}c`],
    [
      "not known while the name is not",
      { placementSubregionName: new Unknown() },
      "not known: placementSubregionName of vm",
    ],
    ["a secret", { placementSubregionName: new Unknown(undefined, true) }, "secret: placementSubregionName of vm"],
    [
      "not known where only outputs tell",
      { placementSubregionName: `${REGION}c` },
      "not known: placementSubregionName of vm",
      told,
    ],
    [
      "its Subnet's, whatever is named beside",
      { subnetId: from(b), placementSubregionName: `${REGION}c` },
      `${REGION}b`,
    ],
    ["the region's first in a Subnet that names none", { subnetId: from(bare) }, `${REGION}a`],
    ["that of a Subnet by its id", { subnetId: "subnet-1" }, `${REGION}c`],
    ["out of the stack in a Subnet by another id", { subnetId: "subnet-9" }, "outside: subnetId of vm"],
    ["not known in a Subnet that nothing tells", { subnetId: new Unknown() }, "not known: subnetId of vm"],
    ["not known where its Subnet's is not", { subnetId: from(hidden) }, "not known: subregionName of hidden"],
    ["that of all Subnets that are possible", { subnetId: from(b, besides) }, `${REGION}b`],
    [
      "not known between Subnets that differ",
      { subnetId: from(a, b) },
      "not known: subnetId of vm, perhaps subnet-a, subnet-b",
    ],
    ["that of its first NIC's Subnet", { primaryNics: [{ subnetId: from(b), deviceNumber: 0 }] }, `${REGION}b`],
    ["that of a NIC's Subnet", { nics: [{ subnetId: from(b), deviceNumber: 0 }] }, `${REGION}b`],
    ["that of a NIC's Subnet by its id", { nics: [{ subnetId: "subnet-1" }] }, `${REGION}c`],
    ["that of a NIC that stands apart", { nics: [{ nicId: from(nic), deviceNumber: 0 }] }, `${REGION}b`],
    ["that of a NIC that stands apart, by its id", { nics: [{ nicId: "eni-1" }] }, `${REGION}b`],
    ["out of the stack for a NIC by another id", { nics: [{ nicId: "eni-9" }] }, "outside: nics[0].nicId of vm"],
    ["not known for a NIC that nothing tells", { nics: [{ nicId: new Unknown() }] }, "not known: nics[0].nicId of vm"],
    ["not known for a NIC that names no Subnet", { nics: [{ deviceNumber: 0 }] }, "not known: nics[0].subnetId of vm"],
    ["not known for NICs that are not", { nics: new Unknown() }, "not known: nics.subnetId of vm"],
    ["that which all its NICs agree on", { nics: [{ subnetId: from(b) }, { subnetId: from(besides) }] }, `${REGION}b`],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).subregion())).toBe(expected);
  });

  test.each<Row<string>>([
    ["known alone where no Subnet decides", { placementSubregionName: `${REGION}b` }, `${REGION}b`],
    ["the region's first alone", {}, `${REGION}a`],
    ["decided with the stack in a Subnet", { subnetId: from(a) }, "with the stack"],
    ["decided with the stack in a Subnet by its id", { subnetId: "subnet-1" }, "with the stack"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewedAlone(inputs).subregion())).toBe(expected);
  });

  test("the first of another region", () => {
    expect(viewed({}, {}, [], { region: "eu-west-2" }).subregion()).toBe("eu-west-2a");
  });
});

describe("it lands where the provider decides:", () => {
  test.each<Row<boolean>>([
    ["yes, where nothing is named", {}, true],
    ["yes, for an empty text", { placementSubregionName: "" }, true],
    ["no, where a Subregion is named", { placementSubregionName: `${REGION}b` }, false],
    ["no, where a Subregion is named that is not known", { placementSubregionName: new Unknown() }, false],
    ["no, in a Subnet", { subnetId: from(bare) }, false],
    ["no, in a Subnet that is not known", { subnetId: new Unknown() }, false],
    ["no, by its NICs", { nics: [{ nicId: "eni-9" }] }, false],
    [
      "not known where only outputs tell",
      { placementSubregionName: `${REGION}b` },
      "not known: placementSubregionName of vm",
      told,
    ],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).lacksSubregion())).toBe(expected);
  });
});

describe("its Net is", () => {
  test.each<Row<string | undefined>>([
    ["none in the public Cloud", { placementSubregionName: `${REGION}a` }, undefined],
    ["its Subnet's", { subnetId: from(a) }, "net"],
    ["that of all Subnets that are possible", { subnetId: from(a, b) }, "net"],
    ["its NICs'", { nics: [{ subnetId: from(a) }, { nicId: from(nic) }] }, "net"],
    [
      "not known between Subnets of different Nets",
      { subnetId: from(a, far) },
      "not known: subnetId of vm, perhaps far, subnet-a",
    ],
    ["not known where its Subnet's is not", { subnetId: from(hidden) }, "not known: netId of hidden"],
    ["out of the stack where its Subnet is", { subnetId: "subnet-9" }, "outside: subnetId of vm"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).net()?.name)).toBe(expected);
  });

  test.each<Row<string | undefined>>([
    ["none in the public Cloud, which it tells alone", {}, undefined],
    ["decided with the stack in a Subnet", { subnetId: from(a) }, "with the stack"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewedAlone(inputs).net()?.name)).toBe(expected);
  });
});

describe("its Subnets are", () => {
  test.each<Row<readonly string[]>>([
    ["none in the public Cloud", {}, []],
    ["its own, before those of its NICs", { subnetId: from(a), nics: [{ subnetId: from(b) }] }, ["subnet-a"]],
    ["all that are possible", { subnetId: from(b, a) }, ["subnet-a", "subnet-b"]],
    ["that of its first NIC", { primaryNics: [{ subnetId: from(a) }] }, ["subnet-a"]],
    [
      "those of its NICs, of which some stand apart",
      { primaryNics: [{ subnetId: from(a) }], nics: [{ nicId: from(nic) }] },
      ["subnet-a", "subnet-b"],
    ],
    [
      "each once, of NICs that a list does not tell apart",
      { nics: [{ subnetId: from(a) }, { subnetId: from(b) }] },
      ["subnet-a", "subnet-b"],
    ],
    ["not known for a NIC of another stack", { nics: [{ subnetId: "subnet-9" }] }, "outside: nics[0].subnetId of vm"],
  ])("%s", (_name, inputs, expected) => {
    expect(
      answer(() =>
        viewed(inputs)
          .subnets()
          .map(({ name }) => name),
      ),
    ).toEqual(expected);
  });
});

describe("it stands in the places", () => {
  test.each<Row<readonly string[]>>([
    ["of none, in the public Cloud", {}, []],
    ["of its Subnet, then its Net", { subnetId: from(a) }, ["subnet-a", "net"]],
    ["of its NIC's Subnet and Net", { nics: [{ nicId: from(nic) }] }, ["subnet-b", "net"]],
    ["that are not known", { subnetId: from(hidden) }, "not known: netId of hidden"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => [...viewed(inputs).places()].map(({ name }) => name))).toEqual(expected);
  });
});

describe("it serves production:", () => {
  const tagged = (environment: string) => ({ tags: tags({ environment }) });
  const child = { parent: component.urn };

  test.each<Row<boolean>>([
    ["yes, where nothing says otherwise", {}, true],
    ["yes, by its tag in any case", tagged("PROD"), true],
    ["no, by its tag", tagged("staging"), false],
    ["no, by a tag whose key has another case", { tags: tags({ Environment: "dev" }) }, false],
    ["no, by its Subnet's tag", { subnetId: from(b) }, false],
    ["no, by its Net's tag", { subnetId: from(far) }, false],
    ["no, by the tag of its NIC's Subnet", { nics: [{ nicId: from(nic) }] }, false],
    ["yes, by its own tag before its Subnet's", { subnetId: from(b), ...tagged("production") }, true],
    ["yes, by its own tag in a Subnet that is not known", { subnetId: new Unknown(), ...tagged("prod") }, true],
    ["no, by the tag of the component that holds it", {}, false, child],
    ["no, by its Subnet's tag before the component's", { subnetId: from(b) }, false, child],
    ["not known while its tags are not", { tags: new Unknown() }, "not known: tags of vm"],
    [
      "not known while its tag is not",
      { tags: [{ key: "environment", value: new Unknown() }] },
      "not known: tags[0].value of vm",
    ],
    ["not known in a Subnet of another stack", { subnetId: "subnet-9" }, "outside: subnetId of vm"],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).isProduction())).toBe(expected);
  });

  test("no, by its Subnet's tag, whatever the Net of another stack says", () => {
    const apart = subnetIn("a", { netId: "vpc-9", ...tagged("dev") });
    const made = vmIn(apart, "vm");
    expect(systemOf([apart, made]).view(made, Vm).isProduction()).toBe(false);
  });

  test.each<[name: string, settings: object, expected: boolean]>([
    ["no, by the setting for what no tag tells", { default: "dev" }, false],
    ["yes, by a setting that names other environments", { default: "Live", production: ["live"] }, true],
    ["yes, where another tag's key is set", { key: "stage" }, true],
  ])("%s", (_name, environment, expected) => {
    const inputs = "key" in environment ? tagged("dev") : {};
    expect(viewed(inputs, {}, [], { environment }).isProduction()).toBe(expected);
  });

  test.each<[name: string, resourceIds: InputsOf<"tag:Tag">["resourceIds"], expected: boolean | string]>([
    ["no, by a Tag resource that names it", [from(vm())], false],
    ["yes, where a Tag resource names another", [from(net())], true],
    ["not known where a Tag resource may name it", [new Unknown()], "not known: resourceIds[0] of staging"],
  ])("%s", (_name, resourceIds, expected) => {
    const tag = resource("tag:Tag", "staging", { resourceIds, tag: tags({ environment: "staging" }) });
    expect(answer(() => viewed({}, {}, [tag]).isProduction())).toBe(expected);
  });

  test.each<Row<boolean>>([
    ["no, by its own tag alone", tagged("dev"), false],
    ["decided with the stack without one", {}, "with the stack"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewedAlone(inputs).isProduction())).toBe(expected);
  });
});

describe("its tenancy is", () => {
  test.each<Row<string>>([
    ["that of others where nothing is written", {}, "default"],
    ["that of others for an empty text", { placementTenancy: "" }, "default"],
    ["its own, in lower case", { placementTenancy: "Dedicated" }, "dedicated"],
    ["not known", { placementTenancy: new Unknown() }, "not known: placementTenancy of vm"],
    ["not known where only outputs tell", { placementTenancy: "default" }, "not known: placementTenancy of vm", told],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).tenancy())).toBe(expected);
  });
});

describe("it is stopped:", () => {
  test.each<Row<boolean>>([
    ["no, where nothing is written", {}, false],
    ["no, for an empty text", { state: "" }, false],
    ["no, where it runs", { state: "running" }, false],
    ["yes, in any case", { state: "Stopped" }, true],
    ["not known", { state: new Unknown() }, "not known: state of vm"],
    ["not known where only outputs tell", { state: "stopped" }, "not known: state of vm", told],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).isStopped())).toBe(expected);
  });
});

describe("a call may delete it:", () => {
  test.each<Row<boolean>>([
    ["yes, by default", {}, true],
    ["yes, unprotected", { deletionProtection: false }, true],
    ["no, protected", { deletionProtection: true }, false],
    ["not known", { deletionProtection: new Unknown() }, "not known: deletionProtection of vm"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).isDeletable())).toBe(expected);
  });
});

describe("a shutdown deletes it by", () => {
  const guest = (guestAction: string | Unknown) => ({ shutdownBehaviorConfiguration: { guestAction } });

  test.each<Row<string | undefined>>([
    ["nothing where nothing is written", {}, undefined],
    ["nothing where it stops", { ...guest("stop"), vmInitiatedShutdownBehavior: "stop" }, undefined],
    [
      "nothing where the host's failure alone is told of",
      { shutdownBehaviorConfiguration: { hostAction: "terminate" } },
      undefined,
    ],
    ["its configuration, in any case", guest("Terminate"), "shutdownBehaviorConfiguration.guestAction"],
    ["the former spelling, in any case", { vmInitiatedShutdownBehavior: "TERMINATE" }, "vmInitiatedShutdownBehavior"],
    [
      "the former spelling where its configuration is not known",
      { shutdownBehaviorConfiguration: new Unknown(), vmInitiatedShutdownBehavior: "terminate" },
      "vmInitiatedShutdownBehavior",
    ],
    [
      "its configuration where the former spelling is not known",
      { ...guest("terminate"), vmInitiatedShutdownBehavior: new Unknown() },
      "shutdownBehaviorConfiguration.guestAction",
    ],
    ["what is not known", guest(new Unknown()), "not known: shutdownBehaviorConfiguration.guestAction of vm"],
    [
      "a former spelling that is not known",
      { ...guest("stop"), vmInitiatedShutdownBehavior: new Unknown() },
      "not known: vmInitiatedShutdownBehavior of vm",
    ],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).deletedOnShutdownBy())).toBe(expected);
  });
});

describe("when its host fails,", () => {
  const host = (hostAction: string | Unknown) => ({ shutdownBehaviorConfiguration: { hostAction } });

  test.each<Row<string | undefined>>([
    ["nothing is said by default", {}, undefined],
    ["nothing is said by an empty text", host(""), undefined],
    [
      "nothing is said of it beside the guest's action",
      { shutdownBehaviorConfiguration: { guestAction: "stop" } },
      undefined,
    ],
    ["what is written happens", host("restart"), "restart"],
    ["it is not known what happens", host(new Unknown()), "not known: shutdownBehaviorConfiguration.hostAction of vm"],
    [
      "it is not known whether something is said",
      { shutdownBehaviorConfiguration: new Unknown() },
      "not known: shutdownBehaviorConfiguration of vm",
    ],
    ["outputs alone do not tell what is said", host("stop"), "not known: shutdownBehaviorConfiguration of vm", told],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).hostAction())).toBe(expected);
  });

  const byDefault = (version: string) => ({
    provider: `urn:pulumi:test::unit::pulumi:providers:outscale::default_${version}`,
  });
  /** Pulumi writes the version that a program asks for into the provider's inputs. */
  const provider = (version?: string) => untyped("pulumi:providers:outscale", "own", { version });
  const byOwn = { provider: provider().urn };

  test.each<Row<boolean>>([
    ["a program may say it to a provider that is not told", {}, true],
    ["a program may say it to 1.8", {}, true, byDefault("1_8_0")],
    ["a program may say it to 2.0", {}, true, byDefault("2_0_0")],
    ["a program may not say it to 1.7", {}, false, byDefault("1_7_3")],
    ["a program may say it to 1.7 when it does", host("stop"), true, byDefault("1_7_3")],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).canSetHostAction())).toBe(expected);
  });

  test.each<[name: string, version: string | undefined, expected: boolean]>([
    ["a program may not say it to its own provider of 1.7", "1.7.0", false],
    ["a program may not say it to its own provider of v0.9", "v0.9.1", false],
    ["a program may say it to its own provider of 1.8", "1.8.0", true],
    ["a program may say it to its own provider of no version", undefined, true],
  ])("%s", (_name, version, expected) => {
    expect(viewed({}, byOwn, [provider(version)]).canSetHostAction()).toBe(expected);
  });

  test("what its own provider takes is decided with the stack", () => {
    expect(answer(() => viewedAlone({}, byOwn).canSetHostAction())).toBe("with the stack");
  });
});

const SECTION = "-----BEGIN OUTSCALE SECTION-----\ntags.osc.fcu.repulse_server=db\n-----END OUTSCALE SECTION-----\n";
const OPENS = "#!/bin/sh\ncryptsetup open /dev/xvdb data\n";
const base64 = (text: string) => Buffer.from(text).toString("base64");
const gzipped = (text: string) => gzipSync(text).toString("base64");

describe("its user data is", () => {
  test.each<Row<readonly string[] | undefined>>([
    ["none where nothing is written", {}, undefined],
    ["none for an empty text", { userData: "" }, undefined],
    ["read as it is written", { userData: OPENS }, ["/dev/xvdb"]],
    ["read in Base64", { userData: base64(OPENS) }, ["/dev/xvdb"]],
    ["read in Base64 of gzip", { userData: gzipped(OPENS) }, ["/dev/xvdb"]],
    ["not known", { userData: new Unknown() }, "not known: userData of vm"],
    ["not known where only outputs tell", { userData: OPENS }, "not known: userData of vm", told],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(
      answer(() =>
        viewed(inputs, options)
          .userData()
          ?.encryptedDevices.map(({ device }) => device),
      ),
    ).toEqual(expected);
  });

  test.each<Row<undefined>>([
    ["decoded where there is none", {}, undefined],
    ["decoded from text", { userData: OPENS }, undefined],
    ["decoded from Base64 of gzip", { userData: gzipped(OPENS) }, undefined],
    [
      "not decoded from gzip that is broken",
      { userData: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]).toString("base64") },
      "not read: userData of vm, gzip data that is broken, or grows too large",
    ],
    [
      "not decoded from a program in machine code",
      { userData: base64("\x7fELF\x02\x01\x01\0\0\0\0\0") },
      "not read: userData of vm, binary user data",
    ],
    ["not decoded while it is not known", { userData: new Unknown() }, "not known: userData of vm"],
  ])("%s", (_name, inputs, expected) => {
    const ask = () => {
      viewed(inputs).assertDecoded();
    };
    expect(answer(ask)).toBe(expected);
  });
});

describe("a tag that it sets at launch is", () => {
  test.each<Row<string | undefined>>([
    ["none without user data", {}, undefined],
    ["none in user data without a section", { userData: OPENS }, undefined],
    [
      "none where the section sets another",
      { userData: SECTION.replace("repulse_server", "attract_server") },
      undefined,
    ],
    ["read from text", { userData: SECTION }, "db"],
    ["read from Base64", { userData: base64(SECTION) }, "db"],
    ["not known", { userData: new Unknown() }, "not known: userData of vm"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).launchTag("osc.fcu.repulse_server"))).toBe(expected);
  });
});

describe("it opens an encrypted device:", () => {
  const hiddenDevice = () => {
    throw new TypeError("nobody asks for the device");
  };

  test.each<[name: string, userData: Inputs["userData"], device: () => string | undefined, expected: boolean | string]>(
    [
      ["no, without user data, whatever the device", undefined, hiddenDevice, false],
      ["no, where it opens none, whatever the device", "#!/bin/sh\n", hiddenDevice, false],
      ["yes, the one of the guest's name", OPENS, () => "/dev/xvdb", true],
      ["yes, the one of another name for it", base64(OPENS), () => "/dev/sdb", true],
      ["no, another", OPENS, () => "/dev/xvdc", false],
      ["no, one that has no name", OPENS, () => undefined, false],
      [
        "perhaps, by a partition of it",
        OPENS.replace("xvdb", "xvdb1"),
        () => "/dev/xvdb",
        "not read: userData of vm, an encrypted device that only the boot can name, or a partition of one",
      ],
      ["no, by a partition of another", OPENS.replace("xvdb", "xvdb1"), () => "/dev/xvdc", false],
      [
        "perhaps, by a variable",
        OPENS.replace("/dev/xvdb", '"$DEVICE"'),
        () => "/dev/xvdb",
        "not read: userData of vm, an encrypted device that only the boot can name, or a partition of one",
      ],
      [
        "perhaps, in a form that is not read",
        base64("\x7fELF\x02\x01\x01\0\0\0\0\0"),
        () => "/dev/xvdb",
        "not read: userData of vm, binary user data",
      ],
      ["not known", new Unknown(), () => "/dev/xvdb", "not known: userData of vm"],
    ],
  )("%s", (_name, userData, device, expected) => {
    expect(answer(() => viewed({ userData }).opensEncrypted(device))).toBe(expected);
  });

  test.each<Row<boolean>>([
    ["none by an untraced name without user data", {}, false],
    ["none by an untraced name where it has the API's", { userData: OPENS }, false],
    ["none by an untraced name where it is a partition", { userData: OPENS.replace("xvdb", "xvdb1") }, false],
    ["one by a name that leads to none of the API's", { userData: OPENS.replace("xvdb", "vg0/data") }, true],
    ["one by a label", { userData: OPENS.replace("/dev/xvdb", "LABEL=data") }, true],
    ["perhaps one by an untraced name", { userData: new Unknown() }, "not known: userData of vm"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).opensUntraceable())).toBe(expected);
  });
});

describe("it carries what is not addressed to it:", () => {
  test.each<Row<boolean>>([
    ["no, by default", {}, false],
    ["no, checked", { isSourceDestChecked: true }, false],
    ["yes, unchecked", { isSourceDestChecked: false }, true],
    ["not known", { isSourceDestChecked: new Unknown() }, "not known: isSourceDestChecked of vm"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).isUnchecked())).toBe(expected);
  });
});

describe("its image is", () => {
  test.each<Row<string | undefined>>([
    ["none where nothing is written", { imageId: undefined }, undefined],
    ["one of the stack's", { imageId: from(silver) }, "the stack's silver"],
    ["one of the stack's by its id", { imageId: "ami-00000001" }, "the stack's golden"],
    ["another by its id", { imageId: "ami-00000009" }, "ami-00000009"],
    ["not known", { imageId: new Unknown() }, "not known: imageId of vm"],
    ["one of several", { imageId: from(silver, golden) }, "not known: imageId of vm, perhaps golden, silver"],
  ])("%s", (_name, inputs, expected) => {
    const shown = () => {
      const found = viewed(inputs).image();
      return typeof found === "object" ? `the stack's ${found.name}` : found;
    };
    expect(answer(shown)).toBe(expected);
  });

  test("decided with the stack where one resource alone is in sight", () => {
    expect(answer(() => viewedAlone({ imageId: "ami-00000001" }).image())).toBe("with the stack");
  });
});

describe("its security groups are", () => {
  test.each<Row<readonly string[]>>([
    ["none where nothing is written", {}, []],
    ["those of the stack as urns, others as written", { securityGroupIds: [from(web), "sg-9"] }, ["sg-9", web.urn]],
    ["its NICs' too", { securityGroupIds: [from(db)], nics: [{ securityGroupIds: [from(web)] }] }, [db.urn, web.urn]],
    ["its first NIC's", { primaryNics: [{ securityGroupIds: [from(web)] }] }, [web.urn]],
    ["not known", { securityGroupIds: [new Unknown()] }, "not known: securityGroupIds[0] of vm"],
    ["not known as a list", { securityGroupIds: from(web, db) }, "not known: securityGroupIds of vm, perhaps db, web"],
    ["those that it names", { securityGroupNames: ["public", from(web)] }, ["public", web.urn]],
    ["not known for NICs that are not", { nics: new Unknown() }, "not known: nics.securityGroupIds of vm"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).securityGroups())).toEqual(expected);
  });
});

describe("its NICs are written at", () => {
  test.each<Row<readonly string[]>>([
    ["no place where none is", {}, []],
    ["no place for empty lists", { primaryNics: [], nics: [] }, []],
    [
      "each place of both lists, the first NIC first",
      { nics: [{ nicId: from(nic) }, new Unknown()], primaryNics: [{ subnetId: from(a) }] },
      ["primaryNics[0]", "nics[0]", "nics[1]"],
    ],
    ["one place for a list that is not known", { nics: new Unknown() }, ["nics"]],
  ])("%s", (_name, inputs, expected) => {
    expect(viewed(inputs).nicPaths()).toEqual(expected);
  });
});

describe("a NIC that stands apart is where its Subnet is:", () => {
  test.each<
    [
      name: string,
      inputs: InputsOf<"nic:Nic">,
      expected: { net: string; subregion: string; production: boolean | string },
    ]
  >([
    ["one of the stack's", { subnetId: from(a) }, { net: "net", subregion: `${REGION}a`, production: true }],
    ["one by its id", { subnetId: "subnet-1" }, { net: "net", subregion: `${REGION}c`, production: true }],
    ["one with a tag", { subnetId: from(b) }, { net: "net", subregion: `${REGION}b`, production: false }],
    [
      "one of several in different Subregions",
      { subnetId: from(a, besides) },
      { net: "net", subregion: "not known: subnetId of leg, perhaps subnet-a, subnet-c", production: true },
    ],
    [
      "one of several in different Nets",
      { subnetId: from(a, far) },
      { net: "not known: subnetId of leg, perhaps far, subnet-a", subregion: `${REGION}a`, production: false },
    ],
    [
      "one of another stack",
      { subnetId: "subnet-9" },
      {
        net: "outside: subnetId of leg",
        subregion: "outside: subnetId of leg",
        production: "outside: subnetId of leg",
      },
    ],
    [
      "one that is not named",
      {},
      {
        net: "not known: subnetId of leg",
        subregion: "not known: subnetId of leg",
        production: "not known: subnetId of leg",
      },
    ],
  ])("%s", (_name, inputs, expected) => {
    const leg = resource("nic:Nic", "leg", inputs);
    const view = systemOf([...ground, leg]).view(leg, Nic);
    expect({
      net: answer(() => view.net().name),
      subregion: answer(() => view.subregion()),
      production: answer(() => view.isProduction()),
    }).toEqual(expected);
  });
});

test("a VM is the same view each time, and tells where it stands once", () => {
  const made = vmIn(a, "vm");
  const system = systemOf([...ground, made]);
  expect(system.view(made, Vm)).toBe(system.view(made, Vm));
  expect(system.view(made, Vm).subnets()).toBe(system.view(made, Vm).subnets());
});
