import { describe, expect, test } from "@jest/globals";
import { requireEncryptedSource } from "../../policies/encryption/require-encrypted-source";
import { requireEncryptedVolume } from "../../policies/encryption/require-encrypted-volume";
import { readPackSettings, readSettings } from "../../src/config";
import { evaluate, gradeOf, type Policy } from "../../src/policy";
import { type Resource, Unknown } from "../../src/stack";
import { from, resource, stackOf, tags } from "../support/resources";

function volume(name: string, userData: string | Unknown, declared = {}): Resource[] {
  const vm = resource("vm:Vm", `vm-${name}`, { imageId: "ami-12345678", userData });
  const data = resource("volume:Volume", name, { subregionName: "cloudgouv-eu-west-1a", size: 10, ...declared });
  const link = { deviceName: "/dev/xvdb", vmId: from(vm), volumeId: from(data) };
  return [vm, data, resource("volumeLink:VolumeLink", `link-${name}`, link)];
}

function snapshotOf(name: string, [, data]: readonly Resource[]): Resource {
  return resource("snapshot:Snapshot", name, data ? { volumeId: from(data) } : {});
}

const opened = volume("opened", "#!/bin/sh\ncryptsetup open --key-file /root/key /dev/xvdb data\n");
const declared = volume("declared", "#!/bin/sh\n", { tags: tags({ encryption: "luks2" }) });
const both = volume("both", new Unknown(), { tags: tags({ encryption: "luks2" }) });
const clear = volume("clear", "#!/bin/sh\necho cryptsetup open /dev/xvdb data\n");
const hidden = volume("hidden", new Unknown());
const volumes = [opened, declared, both, clear, hidden];
const GRADES = {
  opened: "proven",
  declared: "declared",
  // What opens it is not known, and that somebody answers for it is.
  both: "declared",
  clear: "none",
  hidden: "undetermined",
};

function judged(policy: Policy, resources: readonly Resource[], settings = {}) {
  const stack = stackOf(resources);
  const how = { ...readPackSettings({}), settingsOf: () => readSettings(policy, settings), today: "2026-01-31" };
  const outcomes = evaluate(stack, [policy], how);
  const grades = outcomes.map((outcome) => [outcome.subject.name, gradeOf(outcome)]);
  const verdicts = outcomes.map(({ subject, verdict }) => [subject.name, verdict]);
  return { grades: Object.fromEntries(grades) as unknown, verdicts: Object.fromEntries(verdicts) as unknown };
}

describe("evidence is graded by what is certain, whatever will do for the verdict,", () => {
  test("of volumes", () => {
    const verdicts = { opened: "compliant", declared: "compliant", both: "compliant" };
    expect(judged(requireEncryptedVolume, volumes.flat())).toEqual({
      grades: GRADES,
      verdicts: { ...verdicts, clear: "violation", hidden: "undetermined" },
    });
    expect(judged(requireEncryptedVolume, volumes.flat(), { accept: "proven" })).toEqual({
      grades: GRADES,
      verdicts: {
        ...{ opened: "compliant", declared: "violation", both: "undetermined" },
        ...{ clear: "violation", hidden: "undetermined" },
      },
    });
  });

  test("of copies, by the volumes they are made of", () => {
    const copies = Object.keys(GRADES).map((name, index) => snapshotOf(name, volumes[index] ?? []));
    expect(judged(requireEncryptedSource, [...volumes.flat(), ...copies]).grades).toEqual(GRADES);
  });

  test("of an unknown tag of the volume: undetermined, not proven and not none", () => {
    const [vm, data, link] = volume("tagged", "#!/bin/sh\n", { tags: new Unknown() });
    if (!vm || !data || !link) throw new Error("A volume has a VM and a link.");
    expect(judged(requireEncryptedVolume, [vm, data, link]).grades).toEqual({ tagged: "undetermined" });
  });
});
