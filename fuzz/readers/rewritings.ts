import { gzipSync } from "node:zlib";
import { resourceOf } from "../bases";
import { run } from "../command";
import { Dice } from "../dice";
import { isList, isObject, type Json, type JsonObject, parseJson, withEntry } from "../json";
import { isMarked, markOutput } from "../marks";
import type { Reader, Said } from "../reader";
import { documentIn, previewOf, stateOf } from "./documents";

/** A stack with a violation that is known, and other ways to write it that the provider would deploy alike. */
interface Scenario {
  readonly policy: string;
  readonly resources: readonly JsonObject[];
  readonly rewritings: readonly Rewriting[];
}

type Rewriting = (resources: readonly JsonObject[], dice: Dice) => readonly JsonObject[];

const RULE = "outscale:index/securityGroupRule:SecurityGroupRule";

/** Changes the inputs of the resources of a type. */
function ofType(type: string, change: (inputs: JsonObject, dice: Dice) => JsonObject): Rewriting {
  const token = type.split(":").length === 3 ? type : `outscale:index/${type}`;
  return (resources, dice) =>
    resources.map((resource) =>
      resource["type"] === token ? { ...resource, inputs: change(inputsOf(resource), dice) } : resource,
    );
}

function inputsOf({ inputs = null }: JsonObject): JsonObject {
  return isObject(inputs) ? inputs : {};
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

/** Changes every value of the inputs, from the innermost on. */
function everyValue(change: (value: Json, name: string, dice: Dice) => Json): Rewriting {
  const changed = (value: Json, name: string, dice: Dice): Json => {
    if (isList(value))
      return change(
        value.map((each) => changed(each, "", dice)),
        name,
        dice,
      );
    if (!isObject(value)) return change(value, name, dice);
    // What is marked is what an earlier rewriting made of it.
    if (isMarked(value)) return value;
    return change(mapped(value, dice), name, dice);
  };
  const mapped = (values: JsonObject, dice: Dice): JsonObject =>
    Object.fromEntries(Object.entries(values).map(([name, each]) => [name, changed(each, name, dice)]));
  return (resources, dice) => resources.map((resource) => ({ ...resource, inputs: mapped(inputsOf(resource), dice) }));
}

const numbersAsText = everyValue((value, _name, dice) =>
  (typeof value === "number" || typeof value === "boolean") && dice.oneIn(2) ? String(value) : value,
);
const markedAsSecret = everyValue((value, _name, dice) => (dice.oneIn(4) ? markOutput(value, true) : value));
const asOutputs = everyValue((value, _name, dice) => (dice.oneIn(3) ? markOutput(value, false) : value));
const listsReordered = everyValue((value, name, dice) =>
  isList(value) && ["tags", "rules", "ipRanges", "listeners"].includes(name) ? dice.shuffled(value) : value,
);
const namesReordered = everyValue((value, _name, dice) =>
  isObject(value) ? Object.fromEntries(dice.shuffled(Object.entries(value))) : value,
);
const nothingBeside = everyValue((value, _name, dice) =>
  isObject(value) && dice.oneIn(2) && !("value" in value) ? withEntry(value, "timeouts", null) : value,
);
const resourcesReordered: Rewriting = (resources, dice) => dice.shuffled(resources);
const inComponents: Rewriting = (resources, dice) => {
  const component = "urn:pulumi:dev::shop::my:index:Site::site";
  return [
    { urn: component, type: "my:index:Site", custom: false, inputs: {} },
    ...resources.map((resource) => (dice.oneIn(2) ? { parent: component, ...resource } : resource)),
  ];
};
const unrelated: Rewriting = (resources, dice) => [
  ...resources,
  ...dice.someOf(
    [
      resourceOf("keypair:Keypair", "spare", { keypairName: "spare" }),
      resourceOf("random:index/randomPet:RandomPet", "pet", { length: 2 }),
      resourceOf("securityGroup:SecurityGroup", "spare", { description: "spare" }),
      resourceOf("vm:Vm", "odd", { imageId: 7, tags: "none", userData: ["x"] }),
      resourceOf("net:Net", "elsewhere", { ipRange: "192.168.0.0/16" }),
      resourceOf("net:Net", "broken", { ipRange: { a: "b" }, tags: [null, 1, { key: "tier" }] }),
      resourceOf("snapshot:Snapshot", "looped", { sourceSnapshotId: "snap-9" }, { id: "snap-9" }),
    ],
    4,
  ),
];
const protectedOnes: Rewriting = (resources, dice) =>
  resources.map((resource) => ({ ...resource, protect: dice.oneIn(2), dependencies: dice.oneIn(2) ? null : [] }));

const ALWAYS = [
  ...[numbersAsText, markedAsSecret, asOutputs, listsReordered, namesReordered, nothingBeside],
  ...[resourcesReordered, inComponents, unrelated, protectedOnes],
];

// A rule that opens SSH.

const FLAT = { flow: "Inbound", ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRange: "0.0.0.0/0" };
const openRule = (inputs: JsonObject): JsonObject => ({ securityGroupId: "sg-12345678", ...inputs });

const asList = ofType(RULE, (inputs, dice) => {
  const { ipProtocol, fromPortRange, toPortRange, ipRange, ...rest } = inputs;
  if (ipRange === undefined || inputs["rules"] !== undefined) return inputs;
  const rule = { ipProtocol, fromPortRange, toPortRange, ipRanges: [ipRange] } as JsonObject;
  const other = { ipProtocol: "tcp", fromPortRange: 443, toPortRange: 443, ipRanges: ["10.0.0.0/8"] };
  return { ...rest, rules: dice.oneIn(2) ? [rule] : dice.shuffled([rule, other]) };
});
const protocolOtherwise = everyValue((value, name, dice) =>
  name === "ipProtocol" && value === "tcp" ? dice.oneOf(["TCP", "6", 6, "Tcp", "tcp"]) : value,
);
const hostBits = everyValue((value, _name, dice) =>
  value === "0.0.0.0/0" ? dice.oneOf(["1.2.3.4/0", "255.255.255.255/0", "0.0.0.0/0"]) : value,
);
const widerPorts = everyValue((value, name, dice) => {
  if (name === "fromPortRange" && value === 22) return 22 - dice.below(23);
  return name === "toPortRange" && value === 22 ? 22 + dice.below(100) : value;
});
const inHalves: Rewriting = (resources) =>
  resources.flatMap((resource) => {
    const inputs = inputsOf(resource);
    if (resource["type"] !== RULE || inputs["ipRange"] !== "0.0.0.0/0") return [resource];
    return ["0.0.0.0/1", "128.0.0.0/1"].map((ipRange, index) => ({
      ...resource,
      urn: `${textOf(resource["urn"])}-${String(index)}`,
      inputs: { ...inputs, ipRange },
    }));
  });
const besideNarrower: Rewriting = (resources) => [
  ...resources,
  resourceOf(RULE, "narrow", openRule({ ...FLAT, ipRange: "198.51.100.7/32" })),
];
const OF_RULES = [asList, protocolOtherwise, hostBits, widerPorts, inHalves, besideNarrower];

// Tiers and tags.

const subnetOf = (letter: string) =>
  resourceOf(
    "subnet:Subnet",
    `subnet-${letter}`,
    {
      netId: "vpc-1",
      ipRange: `10.0.${letter === "a" ? "1" : "2"}.0/24`,
      subregionName: `cloudgouv-eu-west-1${letter}`,
    },
    { id: `subnet-${letter}` },
  );
const NET = resourceOf("net:Net", "net", { ipRange: "10.0.0.0/16" }, { id: "vpc-1" });
const GROUND = [NET, ...["a", "b", "c"].map(subnetOf)];
const TAGS = [
  { key: "tier", value: "web" },
  { key: "environment", value: "production" },
];
const webVm = (index: number) =>
  resourceOf("vm:Vm", `web-${String(index)}`, { imageId: "ami-12345678", subnetId: "subnet-a", tags: TAGS });
const moreTags = everyValue((value, name, dice) =>
  name === "tags" && isList(value) ? dice.shuffled([...value, { key: "owner", value: "team" }]) : value,
);
const tagsApart: Rewriting = (resources) => [
  ...resources.map((resource, index) => {
    if (resource["type"] !== "outscale:index/vm:Vm" || inputsOf(resource)["tags"] !== TAGS) return resource;
    const inputs = Object.fromEntries(Object.entries(inputsOf(resource)).filter(([name]) => name !== "tags"));
    return { ...resource, id: `i-${String(index)}`, inputs };
  }),
  resourceOf("tag:Tag", "web", {
    resourceIds: resources.flatMap((resource, index) =>
      resource["type"] === "outscale:index/vm:Vm" && inputsOf(resource)["tags"] === TAGS ? [`i-${String(index)}`] : [],
    ),
    tags: TAGS,
  }),
];

// What everybody may read.

const everybody = resourceOf("snapshotAttributes:SnapshotAttributes", "copy", {
  snapshotId: "snap-12345678",
  permissionsToCreateVolumeAdditions: [{ globalPermission: true }],
});
const listOrOne = everyValue((value, name, dice) => {
  if (!["permissionsToCreateVolumeAdditions", "permissionAdditions"].includes(name) || !dice.oneIn(2)) return value;
  return isList(value) && value.length === 1 ? (value[0] ?? null) : value;
});
const withAccounts = ofType("snapshotAttributes:SnapshotAttributes", (inputs, dice) => {
  const list = inputs["permissionsToCreateVolumeAdditions"];
  if (!isList(list)) return inputs;
  return withEntry(
    inputs,
    "permissionsToCreateVolumeAdditions",
    dice.shuffled([...list, { accountIds: ["012345678910"] }]),
  );
});
const publicImage = resourceOf("imageLaunchPermission:ImageLaunchPermission", "golden", {
  imageId: "ami-12345678",
  permissionAdditions: { globalPermission: "true" },
});

// Documents as text.

const everything = (document: JsonObject) =>
  resourceOf("policy:Policy", "ops", { policyName: "ops", document: JSON.stringify(document) });
const rewriteDocument = ofType("policy:Policy", (inputs, dice) => {
  const written = inputs["document"];
  if (typeof written !== "string") return inputs;
  const document = JSON.parse(written) as { Statement: JsonObject | JsonObject[] };
  const statements = [document.Statement].flat().map((statement) =>
    Object.fromEntries(
      dice.shuffled(Object.entries(statement)).map(([name, value]) => {
        if (name !== "Action" && name !== "Resource") return [name, value];
        return [name, dice.oneIn(2) ? [value].flat() : value];
      }),
    ),
  );
  const other = { Effect: "Allow", Action: "api:ReadVms", Resource: "*" };
  const all = dice.oneIn(2) ? statements : dice.shuffled([...statements, other]);
  const Statement = all.length === 1 && dice.oneIn(2) ? all[0] : all;
  return withEntry(inputs, "document", JSON.stringify({ Version: "2012-10-17", Statement }, undefined, dice.below(3)));
});

const running = (userData: string) => resourceOf("vm:Vm", "app", { imageId: "ami-12345678", userData }, { id: "i-1" });
const SCRIPT =
  "#!/bin/sh\nmkdir -p /data\nexport DB_PASSWORD='hun7erTwo!xyzzy'\ns3fs bucket /data -o url=https://oos.x.com\n";
const rewriteUserData = ofType("vm:Vm", (inputs, dice) => {
  const { userData } = inputs;
  if (typeof userData !== "string" || !userData.startsWith("#!")) return inputs;
  return { ...inputs, userData: bootOtherwise(userData, dice) };
});

/** A script in the forms in which a VM takes it. */
function bootOtherwise(script: string, dice: Dice): string {
  const commented = script.split("\n").flatMap((line, index) => {
    const beside = dice.oneOf([
      "# a comment",
      "true",
      "",
      "echo 'it'",
      'if [ -e /x ]; then echo "$A"; fi',
      "cat <<'E'\nx\nE",
    ]);
    return index > 0 && dice.oneIn(3) ? [beside, line] : [line];
  });
  const text = dice.oneIn(2) ? script : commented.join("\n");
  switch (dice.below(6)) {
    case 0:
      return Buffer.from(text).toString("base64");
    case 1:
      return gzipSync(text).toString("base64");
    case 2:
      return `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/x-shellscript\n\n${text}\n--x--\n`;
    case 3:
      return Buffer.from(text)
        .toString("base64")
        .replaceAll(/.{76}/g, (line) => `${line}\n`);
    case 4:
      return `#cloud-config\nruncmd:\n- ${JSON.stringify(text)}\n`;
    default:
      return text;
  }
}

const manifestOf = (manifest: string) =>
  resourceOf("oksManifest:OksManifest", "classes", { clusterId: "cluster-id", manifest });
const CLASS = {
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name: "fast" },
  provisioner: "bsu.csi.outscale.com",
  parameters: { type: "gp2" },
};
const manifestOtherwise = ofType("oksManifest:OksManifest", (inputs, dice) => {
  const { manifest } = inputs;
  const object = typeof manifest === "string" ? parseJson(manifest) : undefined;
  if (!isObject(object)) return inputs;
  const inOrder = Object.fromEntries(dice.shuffled(Object.entries(object)));
  const lines = Object.entries(inOrder).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const written = dice.oneIn(2)
    ? JSON.stringify(inOrder, undefined, dice.below(3))
    : lines.join(dice.oneOf(["\n", "\r\n"]));
  return {
    ...inputs,
    manifest: `${dice.oneOf(["", "---\n", "# a comment\n---\n"])}${written}\n${dice.oneOf(["", "---\n"])}`,
  };
});

const balancer = resourceOf("loadBalancer:LoadBalancer", "front", {
  loadBalancerName: "front",
  loadBalancerType: "internet-facing",
  listeners: [{ loadBalancerPort: 80, loadBalancerProtocol: "HTTP", backendPort: 80, backendProtocol: "HTTP" }],
});
const listenersOtherwise = ofType("loadBalancer:LoadBalancer", (inputs, dice) => {
  const { listeners } = inputs;
  if (!isList(listeners)) return inputs;
  const first = listeners[0];
  const cased = isObject(first) && dice.oneIn(2) ? [{ ...first, loadBalancerProtocol: "http" }] : listeners;
  return { ...inputs, listeners: cased };
});

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ssh: {
    policy: "no-public-admin-port",
    resources: [resourceOf(RULE, "ssh", openRule(FLAT))],
    rewritings: OF_RULES,
  },
  "ssh over IPv6": {
    policy: "no-public-admin-port",
    resources: [resourceOf(RULE, "ssh", openRule({ ...FLAT, ipRange: "::/0" }))],
    rewritings: [asList, protocolOtherwise, widerPorts, besideNarrower],
  },
  "everything open": {
    policy: "no-public-admin-port",
    resources: [resourceOf(RULE, "all", openRule({ flow: "Inbound", ipProtocol: "-1", ipRange: "0.0.0.0/0" }))],
    rewritings: [asList, hostBits, inHalves, besideNarrower],
  },
  tier: {
    policy: "require-tier-in-every-subregion",
    resources: [...GROUND, webVm(0), webVm(1)],
    rewritings: [moreTags, tagsApart],
  },
  "public snapshot": {
    policy: "no-public-snapshot",
    resources: [everybody],
    rewritings: [listOrOne, withAccounts],
  },
  "public image": { policy: "no-public-image", resources: [publicImage], rewritings: [listOrOne] },
  "everything allowed": {
    policy: "no-wildcard-permission",
    resources: [everything({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } })],
    rewritings: [rewriteDocument],
  },
  "secret in user data": {
    policy: "no-secret-in-user-data",
    resources: [running(SCRIPT)],
    rewritings: [rewriteUserData],
  },
  "mounted bucket": {
    policy: "no-object-storage-mount",
    resources: [running(SCRIPT)],
    rewritings: [rewriteUserData],
  },
  "storage in clear": {
    policy: "require-encrypted-storage-class",
    resources: [manifestOf(JSON.stringify(CLASS))],
    rewritings: [manifestOtherwise],
  },
  "plain HTTP": {
    policy: "require-load-balancer-tls",
    resources: [balancer],
    rewritings: [listenersOtherwise],
  },
  "no Net": {
    policy: "require-net",
    resources: [
      resourceOf("vm:Vm", "lone", { imageId: "ami-12345678", placementSubregionName: "cloudgouv-eu-west-1b" }),
    ],
    rewritings: [],
  },
};

/** A violation that is written otherwise is still one, or is said to be undetermined. */
export const rewritings: Reader = {
  kind: "rewritings",
  make: (dice) => {
    const scenario = dice.anyOf(Object.keys(SCENARIOS)) ?? "";
    const many = (SCENARIOS[scenario]?.rewritings.length ?? 0) + ALWAYS.length;
    // The scenario's own come first: afterwards values may be wrapped.
    const steps = Array.from({ length: dice.below(5) }, () => dice.below(many)).sort((a, b) => a - b);
    const seeded = steps.map((step) => ({ step, seed: dice.below(2 ** 31) }));
    return { as: { scenario, door: dice.below(2) }, steps: seeded };
  },
  read: async (input) => {
    const as = isObject(input) && isObject(input["as"]) ? input["as"] : {};
    const scenario = SCENARIOS[textOf(as["scenario"])];
    if (scenario === undefined) return NOTHING;
    const { policy } = scenario;
    const resources = rewritten(scenario, documentIn(input, "steps"));
    const [door, around] = as["door"] === 1 ? (["preview", previewOf] as const) : (["state", stateOf] as const);
    const way = { command: "check", format: "json", language: "en", strict: false, from: "internet" } as const;
    const found = await run(way, door, around(resources));
    if (found.refused !== undefined || isFound(found.printed, policy)) return found;
    return { ...found, lost: `${textOf(as["scenario"])}: ${policy} says nothing of ${JSON.stringify(resources)}` };
  },
};

const NOTHING: Said = { printed: "", format: "text", exitCode: 0 };

function rewritten({ resources, rewritings: own }: Scenario, steps: Json): readonly JsonObject[] {
  const all = [...own, ...ALWAYS];
  let changed = resources;
  for (const each of isList(steps) ? steps : []) {
    if (!isObject(each)) continue;
    changed = all[Number(each["step"])]?.(changed, new Dice(Number(each["seed"]))) ?? changed;
  }
  return changed;
}

function isFound(printed: string, policy: string): boolean {
  const { findings } = JSON.parse(printed) as { findings: { policy: string; verdict: string }[] };
  return findings.some((each) => each.policy === policy && ["violation", "undetermined"].includes(each.verdict));
}
