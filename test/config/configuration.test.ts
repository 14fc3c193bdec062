import { describe, expect, test } from "@jest/globals";
import { Ajv, type AnySchemaObject } from "ajv";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { loadConfiguration, readConfiguration, readPackSettings } from "../../src/config";
import { isDefault, readDefaults } from "../../src/config/defaults";
import { PACK_SETTINGS, type SettingsSchema, settingsSchema } from "../../src/config/schema";
import { addressesOf } from "../../src/outscale/provider/addresses";
import { READERS } from "../../src/outscale/provider/settings";
import { PACK_POLICIES } from "../../src/policy";
import type { UserError } from "../../src/text";

const configurable = { policies: POLICIES, packPolicies: PACK_POLICIES };
const [explicit] = POLICIES.filter(({ name }) => name === "require-explicit-subregion");
const [encrypted] = POLICIES.filter(({ name }) => name === "require-encrypted-volume");
const exemption = {
  policy: "no-public-admin-port",
  subject: "ssh",
  reason: "Migration",
  owner: "ops@example.com",
  approver: "ciso@example.com",
  expires: "2026-06-30",
};

function refusal(written: unknown): string {
  try {
    readConfiguration(written, configurable);
  } catch (error) {
    return (error as UserError).text.en;
  }
  return "accepted";
}

test("without configuration every default holds", () => {
  const configuration = readConfiguration({}, configurable);
  expect(configuration.shared).toMatchObject({
    region: "cloudgouv-eu-west-1",
    environment: { key: "environment", production: ["production", "prod"], default: "production" },
    tierTagKeys: ["tier", "role", "component", "app.kubernetes.io/component"],
    classification: { key: "sensitivity", values: ["public", "internal", "sensitive"], sensitive: ["sensitive"] },
    adminPorts: [
      { number: 22, protocol: "tcp" },
      { number: 3389, protocol: "tcp" },
    ],
  });
  expect(configuration.exemptions).toEqual([]);
  expect(POLICIES.map((policy) => configuration.levelOf(policy))).toEqual(POLICIES.map(({ level }) => level));
  expect(encrypted && configuration.settingsOf(encrypted)).toEqual({
    accept: "declared",
    encryptionTag: { key: "encryption", value: "luks2", written: "encryption:luks2" },
    encryptRoot: false,
  });
});

const SCHEMAS = [
  { name: "pack-settings", schema: PACK_SETTINGS as SettingsSchema },
  ...POLICIES.map(({ name, settings }) => ({ name, schema: settingsSchema(settings) })),
];

const FORMATS = Object.fromEntries(Object.keys(READERS).map((format) => [format, true as const]));

describe("the schema of", () => {
  test.each(SCHEMAS)("$name is one, and gives its defaults without the validator", ({ schema }) => {
    const ajv = new Ajv({ useDefaults: true, allowUnionTypes: true, formats: FORMATS });
    const filled = {};
    expect(ajv.validate(schema as AnySchemaObject, filled)).toBe(true);
    expect(readDefaults(schema)).toEqual(filled);
    expect(isDefault(schema, {})).toBe(true);
    expect(isDefault(schema, { unknown: 1 })).toBe(false);
  });
});

test("a policy's own level wins over that of all", () => {
  const written = {
    all: "advisory",
    "require-explicit-subregion": "disabled",
    "require-encrypted-volume": { accept: "proven" },
  };
  const configuration = readConfiguration(written, configurable);
  expect(explicit && configuration.levelOf(explicit)).toBe("disabled");
  expect(encrypted && configuration.levelOf(encrypted)).toBe("advisory");
  expect(encrypted && configuration.settingsOf(encrypted)).toMatchObject({ accept: "proven", encryptRoot: false });
});

describe("a setting is read once, as what its format stands for:", () => {
  test.each([
    [
      "a port",
      { adminPorts: [22, "53/udp"] },
      {
        adminPorts: [
          { number: 22, protocol: "tcp" },
          { number: 53, protocol: "udp" },
        ],
      },
    ],
    ["a network", { adminNetworks: ["198.51.100.0/28"] }, { adminNetworks: [addressesOf("198.51.100.0/28")] }],
    [
      "a tag",
      { backupTag: " Backup : By:night " },
      { backupTag: { key: "Backup", value: "By:night", written: " Backup : By:night " } },
    ],
    [
      "names in any case",
      { routerTiers: ["NAT"], environment: { production: ["Live"] } },
      { routerTiers: ["nat"], environment: { production: ["live"] } },
    ],
  ])("%s", (_name, written, read) => {
    expect(readPackSettings(written).shared).toMatchObject(read);
  });

  test("one that fits its schema and is none is refused", () => {
    expect(() => readPackSettings({ adminNetworks: ["10.0.0.0/8", "999.1"] })).toThrow(
      '`pack-settings.adminNetworks[1]` is "999.1". Accepted: for example "198.51.100.0/28".',
    );
  });
});

test("exemptions stand beside the shared settings", () => {
  const configuration = readConfiguration(
    { "pack-settings": { region: "eu-west-2", exemptions: [exemption] } },
    configurable,
  );
  expect(configuration.shared.region).toBe("eu-west-2");
  expect(configuration.exemptions).toEqual([exemption]);
});

describe("refuses", () => {
  const withoutOwner = { ...exemption, owner: undefined };
  test.each([
    ["a list", [], "The configuration is [...]. Accepted: an object with policy names as keys."],
    [
      "a misspelt policy",
      { "no-public-admin-ports": "advisory" },
      "`no-public-admin-ports` is not accepted. The closest name is `no-public-admin-port`.",
    ],
    [
      "an unknown level",
      { all: "blocking" },
      '`all` is "blocking". Accepted: "mandatory", "advisory", "disabled", "remediate".',
    ],
    [
      "a misspelt setting",
      { "require-encrypted-volume": { encriptRoot: true } },
      "`require-encrypted-volume.encriptRoot` is not accepted. Accepted: `accept`, `encryptionTag`, `encryptRoot`.",
    ],
    [
      "a value outside a setting's domain",
      { "require-encrypted-volume": { accept: "maybe" } },
      '`require-encrypted-volume.accept` is "maybe". Accepted: "declared", "proven".',
    ],
    [
      "a misspelt shared setting",
      { "pack-settings": { regoin: "eu-west-2" } },
      "`pack-settings.regoin` is not accepted. The closest name is `region`.",
    ],
    [
      "a shared setting of another kind",
      { "pack-settings": { region: 3 } },
      "`pack-settings.region` is 3. Accepted: text.",
    ],
    [
      "an exemption without owner",
      { "pack-settings": { exemptions: [withoutOwner] } },
      "`pack-settings.exemptions[0]` lacks `owner`.",
    ],
    [
      "an expiry that is no day",
      { "pack-settings": { exemptions: [{ ...exemption, expires: "next year" }] } },
      '`pack-settings.exemptions[0].expires` is "next year". Accepted: for example "2026-12-31".',
    ],
    [
      "a declared volume that nobody answers for",
      { "pack-settings": { volumes: [{ match: "data-*" }] } },
      "`pack-settings.volumes[0]` lacks `owner`.",
    ],
    [
      "a declared image whose last day the calendar does not have",
      { "pack-settings": { images: [{ match: "ami-1", encrypted: "all", owner: "ops", until: "2026-02-30" }] } },
      '`pack-settings.images[0].until` is "2026-02-30". Accepted: for example "2026-12-31".',
    ],
    [
      "a last day that is no day",
      { "pack-settings": { volumes: [{ match: "data-*", owner: "ops", until: "next year" }] } },
      '`pack-settings.volumes[0].until` is "next year". Accepted: for example "2026-12-31".',
    ],
    [
      "an exemption from a policy that is none",
      { "pack-settings": { exemptions: [{ ...exemption, policy: "no-public-admin" }] } },
      '`pack-settings.exemptions[0].policy` is "no-public-admin", which is no policy. The closest name is "no-public-admin-port".',
    ],
    [
      "settings of a policy that takes none",
      { "verdicts-are-known": { strict: true } },
      "`verdicts-are-known.strict` is not accepted. Accepted: `enforcementLevel`.",
    ],
  ])("%s", (_name, written, message) => {
    expect(refusal(written)).toBe(message);
  });
});

test("an error in a file names the file", () => {
  const folder = mkdtempSync(join(tmpdir(), "configuration-"));
  const file = join(folder, "policy.json");
  const refused = () => loadConfiguration(file, configurable);
  try {
    expect(refused).toThrow(`${file}: The file cannot be read (ENOENT).`);
    writeFileSync(file, "{");
    expect(refused).toThrow(`${file}: The file is not valid JSON.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
