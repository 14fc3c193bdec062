import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { join } from "node:path";
import { POLICIES } from "../../policies";
import { requireVolumeBackup } from "../../policies/durability/require-volume-backup";
import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { requireSecurityGroup } from "../../policies/exposure/require-security-group";
import { limitSensitiveSources } from "../../policies/flows/limit-sensitive-sources";
import { noWildcardPermission } from "../../policies/identity/no-wildcard-permission";
import { requireAccessKeyExpiry } from "../../policies/identity/require-access-key-expiry";
import { noPublicSnapshot } from "../../policies/locality/no-public-snapshot";
import { limitSharing } from "../../policies/locality/limit-sharing";
import { requireRegionalExport } from "../../policies/locality/require-regional-export";
import { noObjectStorageMount } from "../../policies/object-storage/no-object-storage-mount";
import { noObjectStorageVolume } from "../../policies/object-storage/no-object-storage-volume";
import { requirePrivateBucket } from "../../policies/object-storage/require-private-bucket";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { type Exemption, fingerprint, formatFact, type Outcome, type Policy } from "../../src/policy";
import { oldFingerprint } from "../../src/policy/old-fingerprint";
import { type Resource, Stack, type Value, type Values } from "../../src/stack";
import { readProgram } from "../../src/sources";
import { net, rule, securityGroup, ssh, subnetIn, tcp, vm } from "../support/builders";
import { judgementOf, TODAY } from "../support/judgement";
import { from, resource, stackOf } from "../support/resources";
import { netOf } from "../support/sensitive";

/** The fingerprint of each violation, in order. */
function fingerprints(policy: Policy, resources: readonly Resource[], today = TODAY): string[] {
  return judgementOf(stackOf(resources), [policy], {}, today).outcomesOf(policy).flatMap(ofOutcome);
}

function ofOutcome(outcome: Outcome): string[] {
  return outcome.verdict === "violation" ? outcome.findings.map((each) => fingerprint(outcome.policy.name, each)) : [];
}

/** Whether two stacks are accepted alike: each finding of the one is one of the other. */
function areAlike(policy: Policy, one: readonly Resource[], other: readonly Resource[]): boolean {
  const [first, second] = [one, other].map((resources) => fingerprints(policy, resources).sort());
  expect(first).not.toEqual([]);
  return JSON.stringify(first) === JSON.stringify(second);
}

/** What a rule opens, to which range. */
interface Opening {
  readonly ipProtocol: string;
  readonly port: number;
  readonly ipRange: string;
}

const OPENING = fc.record({
  ipProtocol: fc.constantFrom("tcp", "udp", "6", "-1", "icmp"),
  port: fc.constantFrom(22, 3389, 445, 2049, 8080, 5432),
  ipRange: fc.constantFrom("0.0.0.0/0", "::/0", "203.0.113.0/24", "198.51.100.0/22", "192.0.2.7/32", "10.0.0.0/8"),
});

function inner({ ipProtocol, port, ipRange }: Opening) {
  return { ipProtocol, fromPortRange: port, toPortRange: port, ipRanges: [ipRange] };
}

function flat({ ipProtocol, port, ipRange }: Opening): Resource {
  return rule("rule", { ipProtocol, fromPortRange: port, toPortRange: port, ipRange });
}

/** The policies about what a rule opens. */
const OF_OPENINGS = POLICIES.filter(({ name }) =>
  [
    ...["limit-admin-sources", "limit-port-range", "limit-public-ports", "limit-source-range"],
    ...["no-public-admin-port", "no-public-file-sharing-port"],
  ].includes(name),
);

/** An exemption from each finding about a rule, by its fingerprint. */
function exemptionsFrom(outcomes: readonly Outcome[]): Exemption[] {
  return outcomes.flatMap((outcome) =>
    ofOutcome(outcome).map((mark) => ({
      ...{ policy: outcome.policy.name, subject: "rule", fingerprint: mark },
      ...{ reason: "Migration", owner: "ops", approver: "ciso", expires: "2026-06-30" },
    })),
  );
}

/** What the exemptions accept of a stack, as `policy: fact`. */
function acceptedIn(resources: readonly Resource[], exemptions: readonly Exemption[]): string[] {
  const judgement = judgementOf(stackOf(resources), OF_OPENINGS, { "pack-settings": { exemptions } });
  return judgement
    .outcomes()
    .flatMap((outcome) =>
      "exempted" in outcome
        ? outcome.exempted.map(({ finding }) => `${outcome.policy.name}: ${formatFact(finding).en}`)
        : [],
    )
    .sort();
}

function judged(resources: readonly Resource[]): readonly Outcome[] {
  return judgementOf(stackOf(resources), OF_OPENINGS).outcomes();
}

function facts(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .flatMap((outcome) =>
      outcome.verdict === "violation"
        ? outcome.findings.map((each) => `${outcome.policy.name}: ${formatFact(each).en}`)
        : [],
    )
    .sort();
}

/** Whether two openings are the same one: `6` is the number of TCP, and what lets every protocol pass has no ports. */
function isSame(one: Opening, other: Opening): boolean {
  const [a, b] = [one, other].map(({ ipProtocol, port, ipRange }) => {
    const protocol = ipProtocol === "6" ? "tcp" : ipProtocol;
    return [protocol, protocol === "-1" ? "" : port, ipRange].join(" ");
  });
  return a === b;
}

describe("an exemption for one opening", () => {
  test("excuses no finding with another port, protocol or range", () => {
    let opened = 0;
    fc.assert(
      fc.property(OPENING, OPENING, (approved, other) => {
        fc.pre(!isSame(approved, other));
        const exemptions = exemptionsFrom(judged([flat(approved)]));
        opened += exemptions.length;
        expect(acceptedIn([flat(approved)], exemptions)).toEqual(facts(judged([flat(approved)])));
        expect(acceptedIn([flat(other)], exemptions)).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(opened).toBeGreaterThan(100);
  });

  test("holds wherever its rule stands among others, and whatever becomes of these", () => {
    fc.assert(
      fc.property(OPENING, fc.array(OPENING, { maxLength: 4 }), fc.nat(4), (approved, others, place) => {
        const exemptions = exemptionsFrom(judged([rule("rule", { rules: [inner(approved)] })]));
        const neighbours = others.filter((each) => !isSame(each, approved));
        const rules = neighbours.toSpliced(Math.min(place, neighbours.length), 0, approved).map(inner);
        const accepted = facts(judged([rule("rule", { rules: [inner(approved)] })]));
        expect(acceptedIn([rule("rule", { rules })], exemptions)).toEqual(expect.arrayContaining(accepted));
      }),
      { numRuns: 200 },
    );
  });
});

describe("a fingerprint tells apart", () => {
  const device = (deviceName: string) => ({ deviceName, bsu: { volumeSize: 10 } });
  const withDevices = (...names: string[]) => [vm("app", { blockDeviceMappings: names.map(device) })];
  const subnet = subnetIn("a");
  const withNics = (...nics: number[]) => [
    net(),
    subnet,
    vm("app", { nics: nics.map((deviceNumber) => ({ deviceNumber, subnetId: from(subnet) })) }),
  ];
  const shared = (...accountIds: string[]) => [
    resource("snapshotAttributes:SnapshotAttributes", "copy", {
      snapshotId: "snap-12345678",
      permissionsToCreateVolumeAdditions: [{ accountIds }],
    }),
  ];
  const exported = (host: string) => [
    resource("image:Image", "gold", { fileLocation: `https://${host}/gold.qcow2`, rootDeviceName: "/dev/sda1" }),
  ];
  const bucket = (acl: string) => [resource("aws:s3/bucket:Bucket", "site", { acl })];
  const driver = (name: string) =>
    [
      "apiVersion: storage.k8s.io/v1",
      "kind: StorageClass",
      "metadata:",
      `  name: ${name}`,
      "provisioner: ru.yandex.s3.csi",
    ].join("\n");
  const classes = (...names: string[]) => [
    resource("kubernetes:yaml:ConfigGroup", "classes", { yaml: names.map(driver).join("\n---\n") }),
  ];
  const sshTo = (group: string) => [
    ...[securityGroup(group), ssh("0.0.0.0/0", "ssh", { securityGroupId: from(securityGroup(group)) })],
  ];
  const pod = (name: string) =>
    [
      ...["apiVersion: v1", "kind: Pod", "metadata:", `  name: ${name}`, "spec:", "  containers:", "    - name: files"],
      ...["      image: debian", "      command: [s3fs, data, /data]"],
    ].join("\n");
  const pods = (...names: string[]) => [
    resource("kubernetes:yaml:ConfigGroup", "pods", { yaml: names.map(pod).join("\n---\n") }),
  ];
  const open = (Action: string) => [
    resource("aws:s3/bucketPolicy:BucketPolicy", "site", {
      ...{ bucket: "site" },
      policy: JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action, Resource: "*" }] }),
    }),
  ];
  const publicCopy = (snapshotId: string) => [
    resource("snapshotAttributes:SnapshotAttributes", "copy", {
      ...{ snapshotId, permissionsToCreateVolumeAdditions: [{ globalPermission: true }] },
    }),
  ];
  const onBucket = (volumeHandle: string) => [
    resource("kubernetes:core/v1:PersistentVolume", "files", {
      spec: { csi: { driver: "ru.yandex.s3.csi", volumeHandle } },
    }),
  ];
  const mounted = (target: string) => [vm("app", { userData: `#!/bin/sh\ns3fs data ${target}\n` })];
  const denied = (Action: string) => [
    resource("policy:Policy", "admin", {
      document: JSON.stringify({
        Statement: [
          { Effect: "Allow", Action: "*", Resource: "*" },
          { Effect: "Deny", Action, Resource: "*" },
        ],
      }),
    }),
  ];
  const records = netOf("records", "sensitive");
  const databases = securityGroup("databases", { netId: from(records) });
  const toSensitive = (port: number) => [
    ...[records, databases, tcp(port, "203.0.113.0/24", "rule", { securityGroupId: from(databases) })],
  ];

  test.each([
    ["a device from another", requireVolumeBackup, withDevices("/dev/xvdb"), withDevices("/dev/xvdc")],
    ["a NIC from another", requireSecurityGroup, withNics(0), withNics(1)],
    ["an account from another", limitSharing, shared("012345678910"), shared("109876543210")],
    ["a host from another", requireRegionalExport, exported("example.com"), exported("example.org")],
    ["to read from to write", requirePrivateBucket, bucket("public-read"), bucket("public-read-write")],
    ["what a policy lets everybody do", requirePrivateBucket, open("s3:GetObject"), open("s3:*")],
    ["the group of a rule", noPublicAdminPort, sshTo("bastion"), sshTo("database")],
    ["the snapshot that is shared", noPublicSnapshot, publicCopy("snap-1"), publicCopy("snap-2")],
    ["the bucket of a volume", noObjectStorageVolume, onBucket("one"), onBucket("other")],
    ["where a bucket is mounted", noObjectStorageMount, mounted("/mnt/logs"), mounted("/var/lib/data")],
    ["what is denied of everything", noWildcardPermission, denied("api:DeleteVms"), denied("api:ReadVms")],
    ["a pod of a text from another", noObjectStorageMount, pods("one"), pods("other")],
    ["an object of a text from another", noObjectStorageVolume, classes("one"), classes("other")],
    ["what a range reaches of what is sensitive", limitSensitiveSources, toSensitive(443), toSensitive(5432)],
  ])("%s", (_name, policy, one, other) => {
    expect(areAlike(policy, one, one)).toBe(true);
    expect(areAlike(policy, one, other)).toBe(false);
  });

  test.each([
    [
      "the place of a device",
      requireVolumeBackup,
      withDevices("/dev/xvdb", "/dev/xvdc"),
      withDevices("/dev/xvdc", "/dev/xvdb"),
    ],
    [
      "the place of an account",
      limitSharing,
      shared("012345678910", "109876543210"),
      shared("109876543210", "012345678910"),
    ],
    ["the place of an object in a text", noObjectStorageVolume, classes("one", "other"), classes("other", "one")],
    [
      "the line of a command",
      noObjectStorageMount,
      [vm("app", { userData: "#!/bin/sh\ns3fs data /data\n" })],
      [vm("app", { userData: "#!/bin/sh\n\n\ns3fs data /data\n" })],
    ],
    ["the place of a neighbour", requireSecurityGroup, withNics(0, 1), withNics(1, 0)],
  ] as const)("and not %s", (_name, policy, one, other) => {
    expect(areAlike(policy, one, other)).toBe(true);
  });

  test("and not the days that are left", () => {
    const keys = (expirationDate: string) => [
      resource("accessKey:AccessKey", "ci", { userName: "ci", expirationDate }),
    ];
    const [today] = fingerprints(requireAccessKeyExpiry, keys("2027-01-01"), "2026-01-31");
    expect(today).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprints(requireAccessKeyExpiry, keys("2027-01-01"), "2026-02-01")).toEqual([today]);
    expect(fingerprints(requireAccessKeyExpiry, keys("2027-01-02"), "2026-01-31")).not.toEqual([today]);
  });
});

test("a fingerprint is of policy, subject and fact, and of nothing else", () => {
  const of = rule("ssh", { rules: [{ ipProtocol: "tcp" }, { ipProtocol: "udp" }] });
  const subject = { kind: "part", resource: of, name: "ssh", path: "", related: [] } as const;
  const message = { id: "open", data: { ports: [22, 80], range: "::/0" }, text: { en: "a", fr: "b" } };
  const found = { subject, message, path: "rules[0]" };
  const mark = fingerprint("a", found);
  const same = [
    { ...found, path: "rules[1]" },
    { ...found, subject: { ...subject, resource: { ...of, position: { file: "b.ts", line: 9, column: 1 } } } },
    { ...found, message: { ...message, text: { en: "c", fr: "d" } } },
    { ...found, message: { ...message, data: { range: "::/0", ports: [80, 22] } } },
    { ...found, message: { ...message, data: { ...message.data, line: 3, place: 1, left: 4, publicIp: "192.0.2.1" } } },
  ];
  expect(same.map((each) => fingerprint("a", each))).toEqual(same.map(() => mark));
  const others = [
    { ...found, path: "rules[0].ipRanges[0]" },
    { ...found, subject: { ...subject, name: "rdp" } },
    { ...found, subject: { ...subject, kind: "resource" as const } },
    { ...found, message: { ...message, id: "closed" } },
    { ...found, message: { ...message, data: { ...message.data, range: "0.0.0.0/0" } } },
    { ...found, message: { ...message, data: { ...message.data, ports: [22] } } },
    { ...found, facts: { account: "012345678910" } },
  ];
  const marks = [mark, fingerprint("b", found), ...others.map((each) => fingerprint("a", each))];
  expect(new Set(marks).size).toBe(others.length + 2);
  expect(marks).not.toContain(oldFingerprint("a", found));
});

test("no fingerprint of the stack that breaks every policy changes overnight, or with the order of rules and devices", async () => {
  const path = join(__dirname, "..", "..", "stacks", "noncompliant");
  const { stack } = await readProgram({ path, packages: [OUTSCALE_PACKAGE] });
  const marksOf = (of: Stack, today: string) =>
    judgementOf(of, POLICIES, {}, today).outcomes().flatMap(ofOutcome).sort();
  const marks = marksOf(stack, TODAY);
  expect(marks.length).toBeGreaterThan(100);
  expect(marksOf(stack, "2026-02-01")).toEqual(marks);
  const reversed = stack.resources.map((each) => ({ ...each, inputs: reverseLists(each.inputs) }));
  expect(marksOf(Stack.of(reversed, stack.facts), TODAY)).toEqual(marks);
});

/** The same inputs, with the lists turned round whose order means nothing to the provider. */
function reverseLists(inputs: Values): Values {
  const turned = (value: Value): Value => (Array.isArray(value) ? (value as readonly Value[]).toReversed() : value);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      ["rules", "ipRanges", "blockDeviceMappings", "nics", "tags", "listeners"].includes(name) ? turned(value) : value,
    ]),
  );
}
