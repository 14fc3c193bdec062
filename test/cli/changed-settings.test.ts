import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { reportOn } from "../../src/cli/check-report";
import { readConfiguration } from "../../src/config";
import { PACK_POLICIES } from "../../src/policy";
import type { Report } from "../../src/report";
import type { Resource } from "../../src/stack";
import { ssh } from "../support/builders";
import { TODAY } from "../support/judgement";
import { stackOf } from "../support/resources";

function report(configuration: object, resources: readonly Resource[] = [ssh("0.0.0.0/0")]): Report {
  const read = readConfiguration(configuration, { policies: POLICIES, packPolicies: PACK_POLICIES });
  return reportOn({ stack: stackOf(resources), limits: [], source: "program" }, read, [...POLICIES], TODAY);
}

function settings(configuration: object, resources?: readonly Resource[]): Report["settings"] {
  return report(configuration, resources).settings;
}

describe("what is off its default is listed", () => {
  test("not where nothing is", () => {
    expect(settings({})).toEqual([]);
  });

  test("a level, with its policy", () => {
    expect(settings({ "no-public-admin-port": "advisory", "verdicts-are-known": "mandatory" })).toEqual([
      {
        name: "no-public-admin-port.enforcementLevel",
        ...{ value: "advisory", default: "mandatory", touches: ["no-public-admin-port"] },
      },
      {
        name: "verdicts-are-known.enforcementLevel",
        ...{ value: "mandatory", default: "advisory", touches: ["verdicts-are-known"] },
      },
    ]);
  });

  test("the level of all, with the policies that have another one and none of their own", () => {
    const advisory = { all: "advisory", "no-public-admin-port": "mandatory", "require-net": "disabled" };
    const mandatory = [...POLICIES, ...PACK_POLICIES].filter(({ level }) => level !== "advisory");
    const own = ["no-public-admin-port", "require-net"];
    const touches = mandatory.map(({ name }) => name).filter((name) => !own.includes(name));
    expect(settings(advisory)).toEqual([
      { name: "all", value: "advisory", default: null, touches },
      { name: "require-net.enforcementLevel", value: "disabled", default: "advisory", touches: ["require-net"] },
    ]);
  });

  test("a setting of a policy, one by one, beside its level", () => {
    const configuration = {
      "limit-source-range": { enforcementLevel: "mandatory", maxSource: { ipv4: 28, ipv6: 48 }, publicPorts: [8443] },
    };
    const touches = ["limit-source-range"];
    expect(settings(configuration)).toEqual([
      { name: "limit-source-range.enforcementLevel", value: "mandatory", default: "advisory", touches },
      { name: "limit-source-range.maxSource.ipv4", value: 28, default: 24, touches },
      { name: "limit-source-range.publicPorts", value: [8443], default: null, touches },
    ]);
  });

  test("and not what means the same as its default, or is it", () => {
    expect(
      settings({
        "no-public-admin-port": "mandatory",
        "limit-source-range": { maxSource: {} },
        "pack-settings": {
          enforcementLevel: "mandatory",
          publicPorts: [443, "80"],
          environment: { key: "environment", production: ["Production", "PROD"] },
          readings: { A1: "all" },
        },
      }),
    ).toEqual([]);
  });
});

describe("a shared setting touches the policies that read it in this stack", () => {
  const ports = { "pack-settings": { adminPorts: ["22"] } };
  const adminPorts = [
    22,
    3389,
    23,
    "2375-2376",
    "2379-2380",
    "5900-5910",
    "5985-5986",
    6443,
    8006,
    9090,
    10_250,
    10_255,
  ];

  test("and no other", () => {
    const touches = [
      "limit-admin-sources",
      "limit-public-ports",
      "no-public-admin-port",
      "no-public-file-sharing-port",
    ];
    expect(settings(ports)).toEqual([
      { name: "pack-settings.adminPorts", value: ["22"], default: adminPorts, touches },
    ]);
  });

  test("and where they have nothing to look at, those that it may leave nothing to look for", () => {
    const touches = ["limit-admin-sources", "no-public-admin-port"];
    expect(settings(ports, [])).toEqual([
      { name: "pack-settings.adminPorts", value: ["22"], default: adminPorts, touches },
    ]);
  });

  test("each of several that stand together by itself", () => {
    expect(
      settings({
        "pack-settings": { classification: { key: "class" }, environment: { default: "test" }, sharedNets: ["vpc-1"] },
      }),
    ).toEqual([
      { name: "pack-settings.environment.default", value: "test", default: "production", touches: [] },
      { name: "pack-settings.classification.key", value: "class", default: "sensitivity", touches: [] },
      { name: "pack-settings.sharedNets", value: ["vpc-1"], default: [], touches: [] },
    ]);
  });

  test("all that is judged, where it tells of other stacks' resources", () => {
    const known = { "sg-12345678": { type: "outscale:index/securityGroup:SecurityGroup" } };
    const { settings: listed, policies } = report({ "pack-settings": { known } });
    const judged = policies.filter(
      ({ compliant, violation, undetermined }) => compliant + violation + undetermined > 0,
    );
    expect(judged.map(({ policy }) => policy.name)).toContain("no-public-admin-port");
    expect(listed).toEqual([
      { name: "pack-settings.known", value: known, default: {}, touches: judged.map(({ policy }) => policy.name) },
    ]);
  });
});

describe("what decides how the convention is read touches the clauses", () => {
  test.each<[string, object, object]>([
    [
      "of the reading",
      { readings: { A1: "more-than-one", A12: "unconfirmed" } },
      [
        {
          ...{ name: "pack-settings.readings.A1", value: "more-than-one", default: "all" },
          touches: [
            ...["GEN.asterisk", "SLA4.internet", "SLA4.firewall"],
            ...["SLA10.sev1", "SLA10.sev2", "SLA10.sev3", "SLA10.zones"],
          ],
        },
        {
          ...{ name: "pack-settings.readings.A12", value: "unconfirmed", default: "provider-spreads" },
          touches: ["SLA6.durability"],
        },
      ],
    ],
    [
      "of the qualification",
      { attestation: { reference: "ANSSI-2026-001", validUntil: "2026-12-31" } },
      [
        {
          name: "pack-settings.attestation",
          value: { reference: "ANSSI-2026-001", validUntil: "2026-12-31" },
          default: null,
          touches: ["QUAL.scope", "QUAL.renewal", "QUAL.expiry"],
        },
      ],
    ],
    [
      "of the services that are qualified",
      { attestation: { reference: "ANSSI-2026-001", validUntil: "2026-12-31", services: ["OKS"] } },
      [
        {
          name: "pack-settings.attestation",
          value: { reference: "ANSSI-2026-001", validUntil: "2026-12-31", services: ["OKS"] },
          default: null,
          touches: [
            ...["QUAL.scope", "QUAL.renewal", "QUAL.expiry", "GEN.apis", "GEN.asterisk"],
            ...["SLA4.internet", "SLA4.firewall", "SLA10.sev1", "SLA10.sev2", "SLA10.sev3"],
          ],
        },
      ],
    ],
    [
      "of what stands in every Subregion",
      { sameSubregions: [["012345678910", "109876543210"]] },
      [
        {
          name: "pack-settings.sameSubregions",
          value: [["012345678910", "109876543210"]],
          default: [],
          touches: ["GEN.asterisk", "SLA10.zones"],
        },
      ],
    ],
  ])("%s", (_which, shared, expected) => {
    expect(settings({ "pack-settings": shared })).toEqual(expected);
  });
});

test("exemptions are counted apart", () => {
  const exemption = {
    policy: "no-public-admin-port",
    reason: "Migration",
    owner: "ops",
    approver: "ciso",
    expires: "2026-06-30",
  };
  const exemptions = ["ssh", "gone"].map((subject) => ({ ...exemption, subject }));
  const { settings: listed, summary } = report({ "pack-settings": { exemptions } });
  expect(listed).toEqual([]);
  expect(summary).toMatchObject({ exempted: 1, exemptions: 2 });
  expect(report({}).summary).toMatchObject({ exempted: 0, exemptions: 0 });
});

test("a profile is listed level by level", () => {
  const file = join(__dirname, "..", "..", "profiles", "claim.json");
  const profile = JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, string>>;
  const changed = POLICIES.filter(({ name, level }) => profile[name] !== undefined && profile[name] !== level);
  expect(settings(profile)).toEqual(
    changed.map(({ name, level }) => ({
      ...{ name: `${name}.enforcementLevel`, value: "mandatory", default: level, touches: [name] },
    })),
  );
});
