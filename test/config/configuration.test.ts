import { describe, expect, test } from "@jest/globals";
import { Ajv, type AnySchemaObject } from "ajv";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { loadConfiguration, readConfiguration, readPackSettings } from "../../src/config";
import { isDefault, readDefaults } from "../../src/config/defaults";
import { PACK_SETTINGS, type SettingsSchema, settingsSchema } from "../../src/config/schema";
import { attestationOn } from "../../src/contract";
import { addressesOf } from "../../src/outscale/provider/addresses";
import { formatPorts } from "../../src/outscale/provider/ports";
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
      { adminPorts: [22, "53/udp", "23", "5900-5910", "5900-5910/tcp", "60-60/udp"] },
      {
        adminPorts: [
          { first: 22, last: 22, protocol: "tcp" },
          { first: 53, last: 53, protocol: "udp" },
          { first: 23, last: 23, protocol: "tcp" },
          { first: 5900, last: 5910, protocol: "tcp" },
          { first: 5900, last: 5910, protocol: "tcp" },
          { first: 60, last: 60, protocol: "udp" },
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

  test("every administration port and every internal service, by default", () => {
    const { adminPorts, internalPorts } = readPackSettings({}).shared;
    expect(adminPorts.map(formatPorts)).toEqual([
      ...["22/tcp", "3389/tcp", "23/tcp", "2375-2376/tcp", "2379-2380/tcp", "5900-5910/tcp", "5985-5986/tcp"],
      ...["6443/tcp", "8006/tcp", "9090/tcp", "10250/tcp", "10255/tcp"],
    ]);
    expect(internalPorts.map(formatPorts)).toEqual([
      ...["445/tcp", "445/udp", "2049/tcp", "2049/udp", "111/tcp", "111/udp", "135-139/tcp", "135-139/udp"],
      ...["161/tcp", "161/udp", "389/tcp", "389/udp", "873/tcp", "873/udp", "1433-1434/tcp", "1433-1434/udp"],
      ...["1521/tcp", "1521/udp", "3306/tcp", "3306/udp", "5432/tcp", "5432/udp", "5672/tcp", "5672/udp"],
      ...["6379/tcp", "6379/udp", "9042/tcp", "9042/udp", "9092/tcp", "9092/udp", "9200/tcp", "9200/udp"],
      ...["9300/tcp", "9300/udp", "11211/tcp", "11211/udp", "27017-27019/tcp", "27017-27019/udp"],
    ]);
  });

  test.each(["70000", "80-70000/tcp", "90-80"])("%s is no port", (port) => {
    expect(() => readPackSettings({ adminPorts: [port] })).toThrow(
      `\`pack-settings.adminPorts[0]\` is "${port}". Accepted: for example 22, "22/udp", "5900-5910".`,
    );
  });

  test("one that fits its schema and is none is refused", () => {
    expect(() => readPackSettings({ adminNetworks: ["10.0.0.0/8", "999.1"] })).toThrow(
      '`pack-settings.adminNetworks[1]` is "999.1". Accepted: for example "198.51.100.0/28".',
    );
  });
});

describe("the attestation in force", () => {
  test("is none unless one is given", () => {
    expect(readPackSettings({}).shared.attestation).toBeUndefined();
  });

  test.each([
    { reference: "ANSSI-2026-001", validUntil: "2028-02-29" },
    { reference: "ANSSI-2026-001", validUntil: "2027-06-12", services: ["IaaS", "OKS"] },
  ])("is read as it is written: %j", (attestation) => {
    const { shared } = readPackSettings({ attestation });
    expect(shared.attestation).toEqual(attestation);
    expect(attestationOn("2027-01-01", shared.attestation).state).toBe("given");
  });
});

test("each reading is ours unless another is chosen", () => {
  expect(readPackSettings({ readings: { A31: "not-bound" } }).shared.readings).toEqual({
    A1: "all",
    A2: "starred",
    A3: "support-times",
    A12: "provider-spreads",
    A26: "covered",
    A30: "undetermined",
    A31: "not-bound",
    A33: "present",
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

test.each(["dev", "prod-*", "shop/prod", "*/prod-?"])("an exemption may be for the stack %s", (stack) => {
  const exemptions = [{ ...exemption, stack }];
  expect(readConfiguration({ "pack-settings": { exemptions } }, configurable).exemptions).toEqual(exemptions);
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
      '`pack-settings.region` is 3. Accepted: "ap-northeast-1", "cloudgouv-eu-west-1", "eu-west-2", "us-east-2", "us-west-1".',
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
      "an expiry that the calendar does not have",
      { "pack-settings": { exemptions: [{ ...exemption, expires: "2026-02-30" }] } },
      '`pack-settings.exemptions[0].expires` is "2026-02-30". Accepted: for example "2026-12-31".',
    ],
    [
      "one that it does not have in another year either",
      { "pack-settings": { exemptions: [{ ...exemption, expires: "2027-02-30" }] } },
      '`pack-settings.exemptions[0].expires` is "2027-02-30". Accepted: for example "2026-12-31".',
    ],
    [
      "a stack of an exemption that none can be",
      { "pack-settings": { exemptions: [{ ...exemption, stack: "acme/shop/prod" }] } },
      '`pack-settings.exemptions[0].stack` is "acme/shop/prod". Accepted: for example "prod-*", "shop/prod".',
    ],
    [
      "a reading that nobody may choose",
      { "pack-settings": { readings: { A99: "all" } } },
      "`pack-settings.readings.A99` is not accepted. Accepted: `A1`, `A2`, `A3`, `A12`, `A26`, `A30`, `A31`, `A33`.",
    ],
    [
      "a choice that a reading does not have",
      { "pack-settings": { readings: { A3: "all" } } },
      '`pack-settings.readings.A3` is "all". Accepted: "support-times", "every-commitment".',
    ],
    [
      "a choice that is no text",
      { "pack-settings": { readings: { A1: 1 } } },
      '`pack-settings.readings.A1` is 1. Accepted: "all", "more-than-one".',
    ],
    [
      "a reference that is blank",
      { "pack-settings": { attestation: { reference: " ", validUntil: "2027-06-12" } } },
      '`pack-settings.attestation.reference` is " ". Accepted: text that is not empty.',
    ],
    [
      "a tier that stands alone twice",
      {
        "pack-settings": {
          singletons: [
            { tier: "cache", reason: "x" },
            { tier: "Cache", reason: "y", impossibleElsewhere: true },
          ],
        },
      },
      '`pack-settings.singletons[1]` names the tier "cache", as `pack-settings.singletons[0]` does.',
    ],
    [
      "a Subregion that is none",
      { "pack-settings": { known: { "subnet-0000000a": { type: "outscale:index/subnet:Subnet", subregion: "x" } } } },
      '`pack-settings.known.subnet-0000000a.subregion` is "x". Accepted: for example "cloudgouv-eu-west-1a".',
    ],
    [
      "one account twice",
      { "pack-settings": { sameSubregions: [["012345678910", "012345678910"]] } },
      '`pack-settings.sameSubregions[0]` is ["012345678910","012345678910"]. Accepted: each once.',
    ],
    [
      "a setting of the pack where a policy has none",
      { "require-tier-in-every-subregion": { readings: {} } },
      "`require-tier-in-every-subregion.readings` is not accepted here.",
    ],
    [
      "an attestation without its end",
      { "pack-settings": { attestation: { reference: "ANSSI-2026-001" } } },
      "`pack-settings.attestation` lacks `validUntil`.",
    ],
    [
      "an attestation without its reference",
      { "pack-settings": { attestation: { validUntil: "2027-06-12", services: [] } } },
      "`pack-settings.attestation` lacks `reference`.",
    ],
    [
      "an attestation whose end is no day",
      { "pack-settings": { attestation: { reference: "ANSSI-2026-001", validUntil: "June 2027" } } },
      '`pack-settings.attestation.validUntil` is "June 2027". Accepted: for example "2026-12-31".',
    ],
    [
      "an attestation whose end the calendar does not have",
      { "pack-settings": { attestation: { reference: "ANSSI-2026-001", validUntil: "2026-02-30" } } },
      '`pack-settings.attestation.validUntil` is "2026-02-30". Accepted: for example "2026-12-31".',
    ],
    [
      "services of an attestation that are no list",
      { "pack-settings": { attestation: { reference: "ANSSI-2026-001", validUntil: "2027-06-12", services: "OKS" } } },
      '`pack-settings.attestation.services` is "OKS". Accepted: a list.',
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
    writeFileSync(file, `{ "all": ${"[".repeat(3000)}${"]".repeat(3000)} }`);
    expect(refused).toThrow(`${file}: The file is nested more than 100 levels deep.`);
    for (const encoding of ["latin1", "utf16le"] as const) {
      writeFileSync(file, '{ "pack-settings": { "applicationTagKey": "système" } }', encoding);
      expect(refused).toThrow(`${file}: The file is not written in UTF-8. Accepted: JSON in UTF-8.`);
    }
    writeFileSync(file, "\uFEFF{}");
    expect(refused).not.toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
