import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./command";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "settings-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Checks a clean stack under some shared settings. */
function checkWith(settings: object, ...args: string[]) {
  const file = join(folder, "policy.json");
  writeFileSync(file, JSON.stringify({ "pack-settings": settings }));
  const { status, stdout, stderr } = run("check", "stacks/three-tier-web", "--config", file, ...args);
  return { status, stdout, stderr: stderr.replaceAll(file, "policy.json") };
}

describe("the command refuses in one line", () => {
  test.each([
    [
      "an unknown reading",
      { readings: { A99: "all" } },
      "`pack-settings.readings.A99` is not accepted. Accepted: `A1`, `A2`, `A3`, `A12`, `A26`, `A30`, `A31`, `A33`.",
    ],
    [
      "an unknown choice",
      { readings: { A33: "here" } },
      '`pack-settings.readings.A33` is "here". Accepted: "present", "absent".',
    ],
    [
      "an attestation that ends on no day",
      { attestation: { reference: "ANSSI-2026-001", validUntil: "2026-02-30" } },
      '`pack-settings.attestation.validUntil` is "2026-02-30". Accepted: for example "2026-12-31".',
    ],
    [
      "an attestation that does not end",
      { attestation: { reference: "ANSSI-2026-001" } },
      "`pack-settings.attestation` lacks `validUntil`.",
    ],
    [
      "a name that would colour a terminal and forge a summary",
      { "zz\u001b[31m\n0 mandatory violations": 1 },
      "`pack-settings.zz\\u001b[31m\\n0 mandatory violations` is not accepted. The closest name is `attestation`.",
    ],
  ])("%s", (_name, settings, message) => {
    expect(checkWith(settings)).toEqual({ status: 2, stdout: "", stderr: `policy.json: ${message}\n` });
  });

  test("in French as in English", () => {
    const { status, stderr } = checkWith({ readings: { A12: "no" } }, "--lang", "fr");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'policy.json : `pack-settings.readings.A12` vaut "no". Accepté : "provider-spreads", "unconfirmed".\n',
    });
  });
});

test("the command takes answers whose arguments are null for those of another question", () => {
  const file = join(folder, "data.json");
  const answers = { getImages: [{ args: { filters: [null] }, answer: { images: [] } }] };
  writeFileSync(file, JSON.stringify(answers));
  const asked = ["check", "stacks/three-tier-web", "--format", "json"];
  expect(run(...asked, "--data", file)).toEqual(run(...asked));
});

test("the command takes every setting at once, and judges", () => {
  const readings = { A3: "every-commitment", A12: "unconfirmed", A26: "unconfirmed", A30: "accepted", A33: "absent" };
  const attestation = { reference: "ANSSI-2026-001", validUntil: "2026-02-28", services: ["IaaS", "OKS"] };
  expect(checkWith({ readings, attestation })).toMatchObject({ status: 0, stderr: "" });
});
