import { describe, expect, test } from "@jest/globals";
import { requireEncryptedSource } from "../../policies/encryption/require-encrypted-source";
import { requireEncryptedVolume } from "../../policies/encryption/require-encrypted-volume";
import { createColors } from "picocolors";
import { gradeOf, type Policy } from "../../src/policy";
import { type Resource, Unknown } from "../../src/stack";
import { formatEvidence } from "../../src/report/ledger/evidence-text";
import type { Language } from "../../src/text";
import { vm, volume, volumeLink } from "../support/builders";
import { judgementOf } from "../support/judgement";
import { from, type InputsOf, resource, stackOf, tags } from "../support/resources";

/** A volume, the VM that attaches it and the attachment. */
function attached(name: string, userData: string | Unknown, inputs: InputsOf<"volume:Volume"> = {}) {
  const holder = vm(`vm-${name}`, { userData });
  const data = volume(name, inputs);
  return { data, all: [holder, data, volumeLink(data, holder, "/dev/xvdb", `link-${name}`)] };
}

const opened = attached("opened", "#!/bin/sh\ncryptsetup open --key-file /run/key /dev/xvdb data\n");
const beside = attached("beside", "#!/bin/sh\ncryptsetup open --key-file /root/key /dev/xvdb data\n");
const unsaid = attached("unsaid", '#!/bin/sh\ncryptsetup open --key-file "$KEY" /dev/xvdb data\n');
const besideDeclared = attached("besideDeclared", "#!/bin/sh\ncryptsetup open -d /root/key /dev/xvdb data\n", {
  tags: tags({ encryption: "luks2" }),
});
const declared = attached("declared", "#!/bin/sh\n", { tags: tags({ encryption: "luks2" }) });
const both = attached("both", new Unknown(), { tags: tags({ encryption: "luks2" }) });
const clear = attached("clear", "#!/bin/sh\necho cryptsetup open /dev/xvdb data\n");
const hidden = attached("hidden", new Unknown());
const volumes = [opened, beside, unsaid, besideDeclared, declared, both, clear, hidden];
const attachments = volumes.flatMap(({ all }) => all);
const GRADES = {
  opened: "proven",
  beside: "key at hand",
  // Where its key lies is not known, and that it is encrypted is.
  unsaid: "key at hand",
  besideDeclared: "key at hand",
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
    const verdicts = {
      ...{ opened: "compliant", beside: "compliant", unsaid: "compliant", besideDeclared: "compliant" },
      ...{ declared: "compliant", both: "compliant" },
    };
    expect(judged(requireEncryptedVolume, attachments)).toEqual({
      grades: GRADES,
      verdicts: { ...verdicts, clear: "violation", hidden: "undetermined" },
    });
    expect(judged(requireEncryptedVolume, attachments, { accept: "proven" })).toEqual({
      grades: GRADES,
      verdicts: {
        ...{ opened: "compliant", beside: "violation", unsaid: "undetermined", besideDeclared: "violation" },
        ...{ declared: "violation", both: "undetermined" },
        ...{ clear: "violation", hidden: "undetermined" },
      },
    });
  });

  test("of copies, by the volumes they are made of", () => {
    const copies = volumes.map(({ data }) => resource("snapshot:Snapshot", data.name, { volumeId: from(data) }));
    expect(judged(requireEncryptedSource, [...attachments, ...copies]).grades).toEqual(GRADES);
  });

  test("and counted in the report, in each language", () => {
    const outcomes = judgementOf(stackOf(attachments), [requireEncryptedVolume]).outcomes();
    const evidence = outcomes.flatMap((outcome) => {
      const grade = gradeOf(outcome);
      return grade ? [{ policy: outcome.policy, subject: outcome.subject, grade }] : [];
    });
    const lines = (language: Language) =>
      formatEvidence(evidence, { say: (text) => text[language], colors: createColors(false) });
    expect(lines("en")).toEqual([
      "Evidence of encryption (docs/evidence.md)",
      "  require-encrypted-volume  proven: 1, key at hand: 3, declared: 2, none: 1, undetermined: 1",
    ]);
    expect(lines("fr")).toEqual([
      "Preuves de chiffrement (docs/evidence.md)",
      "  require-encrypted-volume  prouvé : 1, clé accessible : 3, déclaré : 2, aucune : 1, indéterminé : 1",
    ]);
  });

  test("of an unknown tag of the volume: undetermined, not proven and not none", () => {
    const tagged = attached("tagged", "#!/bin/sh\n", { tags: new Unknown() });
    expect(judged(requireEncryptedVolume, tagged.all).grades).toEqual({ tagged: "undetermined" });
  });
});
