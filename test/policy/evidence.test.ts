import { describe, expect, test } from "@jest/globals";
import { requireEncryptedSource } from "../../policies/encryption/require-encrypted-source";
import { requireEncryptedVolume } from "../../policies/encryption/require-encrypted-volume";
import { gradeOf, type Policy } from "../../src/policy";
import { type Resource, Unknown } from "../../src/stack";
import { vm, volume, volumeLink } from "../support/builders";
import { judgementOf } from "../support/judgement";
import { from, type InputsOf, resource, stackOf, tags } from "../support/resources";

/** A volume, the VM that attaches it and the attachment. */
function attached(name: string, userData: string | Unknown, inputs: InputsOf<"volume:Volume"> = {}) {
  const holder = vm(`vm-${name}`, { userData });
  const data = volume(name, inputs);
  return { data, all: [holder, data, volumeLink(data, holder, "/dev/xvdb", `link-${name}`)] };
}

const opened = attached("opened", "#!/bin/sh\ncryptsetup open --key-file /root/key /dev/xvdb data\n");
const declared = attached("declared", "#!/bin/sh\n", { tags: tags({ encryption: "luks2" }) });
const both = attached("both", new Unknown(), { tags: tags({ encryption: "luks2" }) });
const clear = attached("clear", "#!/bin/sh\necho cryptsetup open /dev/xvdb data\n");
const hidden = attached("hidden", new Unknown());
const volumes = [opened, declared, both, clear, hidden];
const attachments = volumes.flatMap(({ all }) => all);
const GRADES = {
  opened: "proven",
  declared: "declared",
  // What opens it is not known, and that somebody answers for it is.
  both: "declared",
  clear: "none",
  hidden: "undetermined",
};

function judged(policy: Policy, resources: readonly Resource[], settings = {}) {
  const outcomes = judgementOf(stackOf(resources), [policy], { [policy.name]: settings }).outcomes();
  const grades = outcomes.map((outcome) => [outcome.subject.name, gradeOf(outcome)]);
  const verdicts = outcomes.map(({ subject, verdict }) => [subject.name, verdict]);
  return { grades: Object.fromEntries(grades) as unknown, verdicts: Object.fromEntries(verdicts) as unknown };
}

describe("evidence is graded by what is certain, whatever will do for the verdict,", () => {
  test("of volumes", () => {
    const verdicts = { opened: "compliant", declared: "compliant", both: "compliant" };
    expect(judged(requireEncryptedVolume, attachments)).toEqual({
      grades: GRADES,
      verdicts: { ...verdicts, clear: "violation", hidden: "undetermined" },
    });
    expect(judged(requireEncryptedVolume, attachments, { accept: "proven" })).toEqual({
      grades: GRADES,
      verdicts: {
        ...{ opened: "compliant", declared: "violation", both: "undetermined" },
        ...{ clear: "violation", hidden: "undetermined" },
      },
    });
  });

  test("of copies, by the volumes they are made of", () => {
    const copies = volumes.map(({ data }) => resource("snapshot:Snapshot", data.name, { volumeId: from(data) }));
    expect(judged(requireEncryptedSource, [...attachments, ...copies]).grades).toEqual(GRADES);
  });

  test("of an unknown tag of the volume: undetermined, not proven and not none", () => {
    const tagged = attached("tagged", "#!/bin/sh\n", { tags: new Unknown() });
    expect(judged(requireEncryptedVolume, tagged.all).grades).toEqual({ tagged: "undetermined" });
  });
});
