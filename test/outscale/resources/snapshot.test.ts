import { describe, expect, test } from "@jest/globals";
import { Snapshot, snapshotCopiesOf } from "../../../src/outscale/resources/snapshot";
import { type Resource, Unknown, type Values } from "../../../src/stack";
import { image, vm, volume } from "../../support/builders";
import { from, type InputsOf, resource, systemOf, tags } from "../../support/resources";
import { alone, answer } from "./answers";

type Inputs = InputsOf<"snapshot:Snapshot">;

const [data, other] = [{ ...volume("data"), id: "vol-1" }, volume("other")];

function snapshot(name: string, inputs: Inputs = {}, options: Partial<Resource> = {}): Resource {
  return resource("snapshot:Snapshot", name, { volumeId: from(data), ...inputs }, options);
}

describe("it is taken of", () => {
  test.each<[name: string, inputs: Inputs, expected: string | undefined]>([
    ["a volume of the stack", {}, "data"],
    ["a volume of the stack by its id", { volumeId: "vol-1" }, "data"],
    ["a volume of another stack", { volumeId: "vol-9" }, undefined],
    ["another snapshot, and no volume", { volumeId: undefined, sourceSnapshotId: "snap-9" }, undefined],
    ["a volume that is not known", { volumeId: new Unknown() }, "not known: volumeId of copy"],
    ["a volume that is a secret", { volumeId: new Unknown(undefined, true) }, "secret: volumeId of copy"],
    ["one of several volumes", { volumeId: from(other, data) }, "not known: volumeId of copy, perhaps data, other"],
  ])("%s", (_name, inputs, expected) => {
    const made = snapshot("copy", inputs);
    expect(answer(() => systemOf([data, other, made]).view(made, Snapshot).source()?.name)).toBe(expected);
  });

  test.each<[name: string, inputs: Inputs, expected: string | undefined]>([
    ["what the stack tells", {}, "with the stack"],
    ["what the stack tells of an id", { volumeId: "vol-1" }, "with the stack"],
    ["no volume, which it tells alone", { volumeId: undefined }, undefined],
  ])("%s", (_name, inputs, expected) => {
    const made = snapshot("copy", inputs);
    expect(answer(() => alone(made).view(made, Snapshot).source()?.name)).toBe(expected);
  });
});

describe("on 2026-01-31 it is durable:", () => {
  test.each<[name: string, outputs: Values | undefined, expected: boolean]>([
    ["no, before it is made", undefined, false],
    ["no, where its date is not told", { state: "completed" }, false],
    ["no, where its date is not known", { creationDate: new Unknown() }, false],
    ["no, where its date is none", { creationDate: "yesterday" }, false],
    ["no, of that day", { creationDate: "2026-01-31T00:00:00.000Z" }, false],
    ["no, within a day", { creationDate: "2026-01-30T00:00:00.001Z" }, false],
    ["yes, of a day before", { creationDate: "2026-01-30T00:00:00.000Z" }, true],
    ["yes, of another year", { creationDate: "2025-12-01T08:30:00.000Z" }, true],
    ["no, of a day to come", { creationDate: "2026-02-01T00:00:00.000Z" }, false],
  ])("%s", (_name, outputs, expected) => {
    const made = snapshot("copy", {}, outputs && { outputs });
    expect(systemOf([made]).view(made, Snapshot).isDurableOn("2026-01-31")).toBe(expected);
  });
});

describe("what is made from a snapshot:", () => {
  const copy = snapshot("copy", {}, { id: "snap-1" });
  const second = snapshot("second");

  /** What makes, at which place, from which snapshot. */
  function copies(resources: readonly Resource[], known: object = {}) {
    const system = systemOf([data, other, copy, second, ...resources], { known });
    return snapshotCopiesOf(system)
      .filter(({ name }) => name !== "data" && name !== "other")
      .map((made) => [
        `${made.kind} ${made.name} ${made.path}`,
        made.snapshotPath,
        answer(() => made.snapshot()?.name),
      ]);
  }

  test.each<[name: string, resources: readonly Resource[], expected: readonly unknown[]]>([
    ["a volume", [volume("restored", { snapshotId: from(copy) })], [["resource restored ", "snapshotId", "copy"]]],
    [
      "a volume by its id",
      [volume("restored", { snapshotId: "snap-1" })],
      [["resource restored ", "snapshotId", "copy"]],
    ],
    ["a volume of none", [volume("empty")], [["resource empty ", "snapshotId", undefined]]],
    [
      "a volume of another stack's",
      [volume("restored", { snapshotId: "snap-9" })],
      [["resource restored ", "snapshotId", undefined]],
    ],
    [
      "a volume of one that is not known",
      [volume("restored", { snapshotId: new Unknown() })],
      [["resource restored ", "snapshotId", "not known: snapshotId of restored"]],
    ],
    [
      "a volume of one of several",
      [volume("restored", { snapshotId: from(second, copy) })],
      [["resource restored ", "snapshotId", "not known: snapshotId of restored, perhaps copy, second"]],
    ],
    ["nothing by a VM without devices", [vm("bare"), vm("none", { blockDeviceMappings: [] })], []],
    [
      "devices of a VM",
      [
        vm("web", {
          blockDeviceMappings: [
            { deviceName: "/dev/xvdb", bsu: { snapshotId: from(copy) } },
            { deviceName: "/dev/xvdc", bsu: { volumeSize: 10 } },
            { deviceName: "/dev/xvdd", virtualDeviceName: "ephemeral0" },
          ],
        }),
      ],
      [
        ["part web blockDeviceMappings[0].bsu.snapshotId", "blockDeviceMappings[0].bsu.snapshotId", "copy"],
        ["part web blockDeviceMappings[1].bsu.snapshotId", "blockDeviceMappings[1].bsu.snapshotId", undefined],
        ["part web blockDeviceMappings[2].bsu.snapshotId", "blockDeviceMappings[2].bsu.snapshotId", undefined],
      ],
    ],
    [
      "devices of a VM that are not known",
      [
        vm("web", {
          blockDeviceMappings: [{ bsu: { snapshotId: new Unknown() } }, { bsu: new Unknown() }, new Unknown()],
        }),
      ],
      [
        [
          "part web blockDeviceMappings[0].bsu.snapshotId",
          "blockDeviceMappings[0].bsu.snapshotId",
          "not known: blockDeviceMappings[0].bsu.snapshotId of web",
        ],
        [
          "part web blockDeviceMappings[1].bsu.snapshotId",
          "blockDeviceMappings[1].bsu.snapshotId",
          "not known: blockDeviceMappings[1].bsu of web",
        ],
        [
          "part web blockDeviceMappings[2].bsu.snapshotId",
          "blockDeviceMappings[2].bsu.snapshotId",
          "not known: blockDeviceMappings[2].bsu of web",
        ],
      ],
    ],
    [
      "a device made from something of a snapshot, which may be its size",
      [vm("web", { blockDeviceMappings: [{ bsu: from(copy) }] })],
      [
        [
          "part web blockDeviceMappings[0].bsu.snapshotId",
          "blockDeviceMappings[0].bsu.snapshotId",
          "not known: blockDeviceMappings[0].bsu of web",
        ],
      ],
    ],
    [
      "devices of a VM in a list that is not known",
      [vm("web", { blockDeviceMappings: new Unknown() })],
      [
        [
          "part web blockDeviceMappings.bsu.snapshotId",
          "blockDeviceMappings.bsu.snapshotId",
          "not known: blockDeviceMappings.bsu of web",
        ],
      ],
    ],
    [
      "devices of an image, each of several volumes",
      [
        image("golden", {
          blockDeviceMappings: [
            { deviceName: "/dev/sda1", bsus: [{ snapshotId: "snap-1" }, { volumeSize: 10 }] },
            { deviceName: "/dev/xvdb", virtualDeviceName: "ephemeral0" },
          ],
        }),
      ],
      [
        ["part golden blockDeviceMappings[0].bsus[0].snapshotId", "blockDeviceMappings[0].bsus[0].snapshotId", "copy"],
        [
          "part golden blockDeviceMappings[0].bsus[1].snapshotId",
          "blockDeviceMappings[0].bsus[1].snapshotId",
          undefined,
        ],
      ],
    ],
    [
      "devices of an image that are not known",
      [image("golden", { blockDeviceMappings: [{ bsus: new Unknown() }] })],
      [
        [
          "part golden blockDeviceMappings[0].bsus.snapshotId",
          "blockDeviceMappings[0].bsus.snapshotId",
          "not known: blockDeviceMappings[0].bsus of golden",
        ],
      ],
    ],
    [
      "by volumes first, then VMs, then images",
      [
        image("golden", { blockDeviceMappings: [{ bsus: [{ snapshotId: from(copy) }] }] }),
        vm("web", { blockDeviceMappings: [{ bsu: { snapshotId: from(copy) } }] }),
        volume("restored", { snapshotId: from(copy) }),
      ],
      [
        ["resource restored ", "snapshotId", "copy"],
        ["part web blockDeviceMappings[0].bsu.snapshotId", "blockDeviceMappings[0].bsu.snapshotId", "copy"],
        ["part golden blockDeviceMappings[0].bsus[0].snapshotId", "blockDeviceMappings[0].bsus[0].snapshotId", "copy"],
      ],
    ],
  ])("%s", (_name, resources, expected) => {
    expect(copies(resources)).toEqual(expected);
  });

  test("a volume of another stack's, which facts tell of", () => {
    const known = { "snap-9": { type: "outscale:index/snapshot:Snapshot" } };
    expect(copies([volume("restored", { snapshotId: "snap-9" })], known)).toEqual([
      ["resource restored ", "snapshotId", undefined],
    ]);
  });

  const idle = { tags: tags({ environment: "dev" }) };

  test.each<[name: string, made: Resource, expected: boolean | string]>([
    ["a volume serves production", volume("restored"), true],
    ["a volume serves no production, by its tag", volume("restored", idle), false],
    ["a device of a VM serves production", vm("web", { blockDeviceMappings: [{ bsu: {} }] }), true],
    [
      "a device serves no production, by its VM's tag",
      vm("web", { blockDeviceMappings: [{ bsu: {} }], ...idle }),
      false,
    ],
    [
      "an image serves no production, by its tag",
      image("golden", { blockDeviceMappings: [{ bsus: [{}] }], ...idle }),
      false,
    ],
    [
      "it is not known of an image whose tags are not",
      image("golden", { blockDeviceMappings: [{ bsus: [{}] }], tags: new Unknown() }),
      "not known: tags of golden",
    ],
  ])("%s", (_name, made, expected) => {
    expect(snapshotCopiesOf(systemOf([made])).map((each) => answer(() => each.isProduction()))).toEqual([expected]);
  });
});
