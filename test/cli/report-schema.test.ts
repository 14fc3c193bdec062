import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Ajv, type AnySchemaObject } from "ajv";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, type CheckOptions } from "../../src/cli/check";
import type { Force } from "../../src/contract/clauses";
import type { AssetKind } from "../../src/outscale";
import type { CommitmentStatus, DutyStatus, Grade, Ground, Level, Severity } from "../../src/policy";
import type { ReportedFinding, StackSource } from "../../src/report/check/report";
import type { SubjectKind } from "../../src/stack/subject";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

/** A part of the schema. */
interface Part {
  readonly $ref?: string;
  readonly allOf?: readonly Part[];
  readonly description?: string;
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Schemas;
  readonly definitions?: Schemas;
  readonly items?: Part;
}
type Schemas = Readonly<Record<string, Part>>;

const root = join(__dirname, "..", "..");
const schema = JSON.parse(readFileSync(join(root, "schemas", "check-report-2.json"), "utf8")) as Part;
const scratch = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** A program without a single resource. */
const empty = join(scratch, "empty");
/** What accepts one of two rules, expects the other to be known, and takes much off its default. */
const configuration = join(scratch, "configuration.json");
/** Two rules, of which one says later to whom it opens SSH. */
const rules = join(scratch, "rules.json");
const SHOP = "test/cli/state/shop.json";

beforeAll(() => {
  mkdirSync(empty);
  writeFileSync(join(empty, "Pulumi.yaml"), "name: empty\nruntime: nodejs\nmain: index.js\n");
  writeFileSync(join(empty, "package.json"), "{}");
  writeFileSync(join(empty, "index.js"), "");
  symlinkSync(join(root, "node_modules"), join(empty, "node_modules"));
  const exemption = { policy: "no-public-admin-port", subject: "open", owner: "ops", approver: "ciso" };
  const shared = {
    exemptions: [{ ...exemption, reason: "Migration", expires: "2026-06-30" }],
    adminPorts: [22],
    readings: { A1: "more-than-one", A2: "unstarred" },
    attestation: { reference: "ANSSI-2026-001", validUntil: "2026-12-31" },
  };
  const written = { all: "advisory", "pack-settings": shared, "require-net": "remediate" };
  writeFileSync(configuration, JSON.stringify(written));
  const type = "outscale:index/securityGroupRule:SecurityGroupRule";
  const rule = (name: string, ipRange: string) => ({
    ...{ urn: `urn:pulumi:dev::small::${type}::${name}`, type },
    inputs: { flow: "Inbound", ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange },
  });
  // As Pulumi writes what comes with the deployment.
  const steps = [rule("open", "0.0.0.0/0"), rule("later", "04da6b54-80e4-46f7-96ec-b56ff0331ba9")].map((newState) => ({
    ...{ op: "create", urn: newState.urn, newState },
  }));
  writeFileSync(rules, JSON.stringify({ steps }));
});

const REPORTS: readonly [string, string | undefined, Partial<CheckOptions>][] = [
  ["the stack that shows every policy", "stacks/noncompliant", {}],
  ["the stack of three tiers", "stacks/three-tier-web", {}],
  ["the stack behind a VPN", "stacks/sensitive-vpn", {}],
  ["the smallest example", "examples/minimal", {}],
  ["a program without resources", empty, {}],
  ["a state", undefined, { state: SHOP }],
  ["a state without a Subregion and a tier", undefined, { state: SHOP, without: ["b", "tier:database"] }],
  ["a state with another", undefined, { state: SHOP, withState: ["examples/several-stacks/network.json"] }],
  ["what is exempted, and what is not known", undefined, { preview: rules, config: configuration }],
];

const made = new Map<string, Promise<Json>>();

/** The report of one of these, as the command writes it. */
function reportOf(name: string): Promise<Json> {
  const known = made.get(name);
  if (known) return known;
  const [, program, options] = REPORTS.find(([each]) => each === name) ?? ["", undefined, {}];
  const report = write(program, options);
  made.set(name, report);
  return report;
}

async function write(program: string | undefined, options: Partial<CheckOptions>): Promise<Json> {
  let text = "";
  const around = {
    ...{ language: "en" as const, today: "2026-01-31", colored: false, standardInput: process.stdin },
    print: (written: string) => {
      text += written;
    },
  };
  await check(program, { format: "json", failOn: "mandatory", timeout: 120, ...options }, around);
  return JSON.parse(text) as Json;
}

/** What is wrong with a report, by a schema. */
function errorsOf(of: Part, report: Json): string[] {
  const validate = new Ajv({ allErrors: true }).compile(of as AnySchemaObject);
  if (validate(report) === true) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(" "),
  );
}

/** The same schema, which takes no key that it does not describe. */
function close(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== "object" || value === null) return value;
  const closed = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, close(each)]));
  const isOfObject = "type" in value && [value.type].flat().includes("object");
  return isOfObject ? { ...closed, additionalProperties: false } : closed;
}

const closed = close(schema) as Part;

describe("the published schema describes the report of", () => {
  test.each(REPORTS.map(([name]) => name))("%s, every key of it", async (name) => {
    expect(errorsOf(closed, await reportOf(name))).toEqual([]);
  });

  test("each verdict, and settings off their default", async () => {
    const { findings, settings } = (await reportOf("what is exempted, and what is not known")) as {
      readonly findings: readonly { readonly policy: string; readonly verdict: string }[];
      readonly settings: readonly { readonly name: string }[];
    };
    const verdicts = findings.flatMap(({ policy, verdict }) => (policy === "no-public-admin-port" ? verdict : []));
    expect(verdicts).toEqual(["undetermined", "exempted"]);
    expect(settings.map(({ name }) => name)).toEqual([
      ...["all", "require-net.enforcementLevel", "pack-settings.readings.A1", "pack-settings.readings.A2"],
      ...["pack-settings.attestation", "pack-settings.adminPorts"],
    ]);
  });
});

describe("the published schema", () => {
  test("takes new keys, and no other values", async () => {
    const report = (await reportOf("a state")) as JsonObject;
    const [line] = report["commitments"] as readonly JsonObject[];
    const grown = { ...report, commitments: [{ ...line, since: "2026" }], owner: "ops" };
    expect(errorsOf(schema, grown)).toEqual([]);
    expect(errorsOf(closed, grown)).toEqual([
      ' must NOT have additional properties {"additionalProperty":"owner"}',
      '/commitments/0 must NOT have additional properties {"additionalProperty":"since"}',
    ]);
    const older = { ...report, schemaVersion: 1, commitments: [{ ...line, status: "met", budget: "5 min" }] };
    expect(errorsOf(schema, older)).toEqual([
      '/schemaVersion must be equal to constant {"allowedValue":2}',
      expect.stringMatching(/^\/commitments\/0\/status must be equal to one of the allowed values /),
      '/commitments/0/budget must be number,null {"type":["number","null"]}',
    ]);
    const { limits, ...less } = report;
    expect(limits).toEqual([]);
    expect(errorsOf(schema, less)).toEqual([' must have required property \'limits\' {"missingProperty":"limits"}']);
  });

  test("describes each key, and none that no report has", async () => {
    const found = new Set<string>();
    for (const [name] of REPORTS) collectKeys(await reportOf(name), "", found);
    const described = new Map<string, string | undefined>();
    collectDescriptions(schema, "", described);
    expect([...described].filter(([, text]) => text === undefined).map(([path]) => path)).toEqual([]);
    expect([...described.keys()].filter((path) => !found.has(path))).toEqual([]);
  });

  test("names every value that there is of a kind", () => {
    const { finding, commitment, duty, system, subject, level, grade } = schema.definitions ?? {};
    expect(enumOf(finding, "severity")).toEqual(keys<Severity>({ critical: 1, high: 1, medium: 1, low: 1 }));
    expect(enumOf(finding, "verdict")).toEqual(
      keys<ReportedFinding["verdict"]>({ violation: 1, undetermined: 1, exempted: 1 }),
    );
    // What is disabled is not reported.
    expect(level?.enum).toEqual(keys<Exclude<Level, "disabled">>({ mandatory: 1, advisory: 1, remediate: 1 }));
    expect(grade?.enum).toEqual(keys<Grade>({ proven: 1, "key at hand": 1, declared: 1, none: 1, undetermined: 1 }));
    expect(enumOf(subject, "kind")).toEqual(
      keys<SubjectKind>({ resource: 1, part: 1, tier: 1, entry: 1, net: 1, stack: 1 }),
    );
    expect(enumOf(system, "kind")).toEqual(
      keys<AssetKind | "stack">({
        ...{ tier: 1, entry: 1, "node pool": 1, net: 1, resource: 1, "use of object storage": 1, backup: 1 },
        ...{ "control plane": 1, subregion: 1, region: 1, account: 1, stack: 1 },
      }),
    );
    expect(enumOf(commitment, "status")).toEqual(
      keys<CommitmentStatus>({
        ...{ enforceable: 1, forfeited: 1, undetermined: 1, "not applicable": 1 },
        ...{ planned: 1, "to be proved": 1, accepted: 1 },
      }),
    );
    expect(enumOf(duty, "force")).toEqual(
      keys<Exclude<Force, "commitment">>({
        ...{ condition: 1, exclusion: 1, obligation: 1, recommendation: 1, warning: 1, information: 1, undertaking: 1 },
      }),
    );
    expect(enumOf(duty, "status")).toEqual(
      keys<DutyStatus>({
        ...{ shown: 1, declared: 1, partly: 1, unmet: 1, undetermined: 1 },
        ...{ "not judged": 1, "not visible": 1, "not applicable": 1 },
      }),
    );
    const { stack, policies } = schema.properties ?? {};
    expect(enumOf(stack, "source")).toEqual(keys<StackSource>({ program: 1, preview: 1, state: 1 }));
    expect(enumOf(policies?.items, "ground")).toEqual(
      keys<Ground>({ obligation: 1, condition: 1, recommendation: 1, "good practice": 1 }),
    );
  });
});

function enumOf(part: Part | undefined, property: string): readonly unknown[] | undefined {
  return part?.properties?.[property]?.enum;
}

/** The values of a type, which does not compile while one is missing. */
function keys<T extends string>(values: Readonly<Record<T, 1>>): string[] {
  return Object.keys(values);
}

function collectKeys(value: Json, path: string, into: Set<string>): void {
  // What is written in the configuration has any form.
  if (path === ".settings[].value" || path === ".settings[].default") return;
  if (Array.isArray(value)) for (const each of value as readonly Json[]) collectKeys(each, `${path}[]`, into);
  else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      into.add(`${path}.${key}`);
      collectKeys(each, `${path}.${key}`, into);
    }
  }
}

/** The key of each property, with its description or that of what it refers to. */
function collectDescriptions(part: Part, path: string, into: Map<string, string | undefined>): void {
  const { items, properties = {} } = resolve(part);
  if (items) collectDescriptions(items, `${path}[]`, into);
  for (const [name, property] of Object.entries(properties)) {
    into.set(`${path}.${name}`, property.description ?? resolve(property).description);
    collectDescriptions(property, `${path}.${name}`, into);
  }
}

function resolve(part: Part): Part {
  const { $ref = part.allOf?.[0]?.$ref } = part;
  const definitions = schema.definitions ?? {};
  return $ref === undefined ? part : (definitions[$ref.replace("#/definitions/", "")] ?? {});
}
