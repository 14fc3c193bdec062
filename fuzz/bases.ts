import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { POLICIES } from "../policies";
import { PACK_SETTINGS } from "../src/config";
import { OUTSCALE_PACKAGE } from "../src/outscale/provider/package";
import { INPUT_SHAPES } from "../src/outscale/provider/shapes";
import { readProgram } from "../src/sources";
import type { Shape } from "../src/stack/shape";
import { previewDocument } from "../test/support/engine-documents";
import * as pem from "../test/support/certificates";
import { examplesOf } from "../test/user-data/corpus";
import type { Dice } from "./dice";
import { isList, isObject, type Json, type JsonObject } from "./json";

const ROOT = join(__dirname, "..");
const PROGRAMS = ["stacks/three-tier-web", "stacks/sensitive-vpn", "stacks/noncompliant"];
const STATES = ["test/cli/state/shop.json", "examples/several-stacks/network.json"];
const CONFIGURATIONS = [
  ...readdirSync(join(ROOT, "profiles")).map((name) => `profiles/${name}`),
  "examples/automation-api/policies.json",
  "stacks/sensitive-vpn/pulumi-policy-outscale.json",
];

/** The documents of the repository, from which all inputs are made. */
export interface Bases {
  /** Resources of stacks, as the engine writes them; each list is of one stack. */
  readonly stacks: readonly (readonly JsonObject[])[];
  readonly states: readonly JsonObject[];
  readonly configurations: readonly Json[];
  readonly userData: readonly string[];
  readonly manifests: readonly string[];
  readonly pems: readonly string[];
}

export async function readBases(): Promise<Bases> {
  const states = STATES.map(readFile).filter(isObject);
  const stacks: (readonly JsonObject[])[] = states.map(resourcesOfState);
  for (const path of PROGRAMS) stacks.push(await resourcesOfProgram(join(ROOT, path)));
  const texts = [...examplesOf("does"), ...examplesOf("does-not")];
  return {
    states,
    stacks: [...stacks, everyType()],
    configurations: [...CONFIGURATIONS.map(readFile), EVERY_SETTING],
    userData: texts.map(({ name, text }) =>
      name.endsWith(".b64") ? Buffer.from(text, "base64").toString("latin1") : text,
    ),
    manifests: [...stacks.flat().flatMap(manifestsIn), ...MANIFESTS],
    pems: Object.values(pem).filter((each) => typeof each === "string"),
  };
}

function readFile(path: string): Json {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8")) as Json;
}

function resourcesOfState(state: JsonObject): JsonObject[] {
  const { deployment = {} } = state;
  const resources = isObject(deployment) ? deployment["resources"] : undefined;
  return isList(resources) ? resources.filter(isObject) : [];
}

async function resourcesOfProgram(path: string): Promise<JsonObject[]> {
  const { stack } = await readProgram({ path, packages: [OUTSCALE_PACKAGE] });
  const { steps } = JSON.parse(previewDocument(stack.resources)) as { steps: { newState: JsonObject }[] };
  return steps.map(({ newState }) => newState);
}

function manifestsIn({ inputs = null }: JsonObject): string[] {
  const manifest = isObject(inputs) ? (inputs["manifest"] ?? inputs["yaml"]) : undefined;
  return typeof manifest === "string" ? [manifest] : [];
}

/** A resource as the engine writes it. */
export function resourceOf(type: string, name: string, inputs: JsonObject, more: JsonObject = {}): JsonObject {
  const token = type.split(":").length === 3 ? type : `outscale:index/${type}`;
  return { urn: `urn:pulumi:dev::shop::${token}::${name}`, type: token, custom: true, inputs, ...more };
}

/** One resource of each type, with a value of its shape for each of its inputs. */
function everyType(): JsonObject[] {
  return [
    ...Object.entries(INPUT_SHAPES).map(([type, shapes]) => resourceOf(type, "each", exampleOf(shapes) as JsonObject)),
    resourceOf("aws:s3/bucketPolicy:BucketPolicy", "files", { bucket: "files", policy: DOCUMENT }),
    resourceOf("aws:s3/bucketV2:BucketV2", "files", { bucket: "files", acl: "public-read", grants: [{}] }),
    resourceOf("command:remote:Command", "setup", { create: "s3fs media /srv", triggers: [], environment: { A: "b" } }),
    resourceOf("kubernetes:core/v1:Pod", "app", { metadata: { name: "app" }, spec: { containers: [{ args: ["x"] }] } }),
    resourceOf("kubernetes:yaml/v2:ConfigGroup", "group", { yaml: MANIFESTS[0] ?? "", files: ["a.yaml"] }),
    resourceOf("pulumi:providers:outscale", "other", { region: "eu-west-2", endpoints: [{ api: "api.example.com" }] }),
  ];
}

/** A value of a shape. */
export function exampleOf(shape: Shape): Json {
  if (shape === "text") return "each";
  if (shape === "number") return 22;
  if (shape === "boolean") return true;
  if (shape === "map") return { each: "each" };
  if (Array.isArray(shape)) return (shape as readonly Shape[]).map(exampleOf);
  return Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, exampleOf(each)]));
}

/** Some resources of one stack: all of a small one, or as many as are judged at once. */
export function someResources({ stacks }: Bases, dice: Dice): readonly JsonObject[] {
  const all = dice.anyOf(stacks) ?? [];
  return dice.oneIn(3) && all.length < 40 ? all : dice.someOf(all, 12);
}

export const DOCUMENT = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: "*", Action: ["s3:Get*", "api:*"], Resource: ["*", "arn:aws:s3:::files/*"] },
    {
      Effect: "Deny",
      NotAction: "ec2:*",
      NotResource: "*",
      Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
    },
  ],
});

const MANIFESTS = [
  `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: bsu.csi.osc.io
parameters: { type: gp2, encrypted: "false" }
`,
  `apiVersion: oks.dev/v1beta2
kind: NodePool
metadata:
  name: workers
spec:
  desiredNodes: 3
  nodeType: tinav6.c2r4p2
  zones: [eu-west-2a, eu-west-2b]
`,
  `apiVersion: v1
kind: List
items:
- &pod
  apiVersion: v1
  kind: Pod
  metadata: { name: agent }
  spec:
    containers:
    - name: agent
      image: s3fs
      command: [sh, -c, "s3fs media /srv && while true; do curl http://169.254.169.254; done"]
      securityContext: { privileged: true }
      env: [{ name: PASSWORD, value: hunter2 }]
    volumes: [{ name: data, hostPath: { path: /srv } }]
- <<: *pod
  kind: Deployment
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, annotations: { a: b } }
`,
];

/** A configuration with each setting that there is, as it is by default, and with what has no default. */
const EVERY_SETTING: Json = JSON.parse(
  JSON.stringify({
    all: "advisory",
    "no-public-admin-port": { enforcementLevel: "mandatory" },
    ...Object.fromEntries(POLICIES.map(({ name, settings }) => [name, defaultsOf(settings)])),
    "pack-settings": {
      ...defaultsOf(PACK_SETTINGS.properties),
      sameSubregions: [["012345678910", "109876543210"]],
      known: { "vpc-12345678": { type: "outscale:index/net:Net", account: "012345678910", net: "net" } },
      recoverySites: ["eu-west-2"],
      exemptions: [
        {
          policy: "no-public-admin-port",
          subject: "ssh*",
          stack: "shop-*",
          reason: "Until the VPN stands.",
          owner: "ops",
          approver: "ciso",
          expires: "2026-12-31",
        },
      ],
    },
  }),
) as Json;

function defaultsOf(settings: object): object {
  const declared = Object.entries(settings) as [string, { readonly default?: unknown; readonly examples?: unknown }][];
  return Object.fromEntries(declared.map(([name, setting]) => [name, setting.examples ?? setting.default]));
}
