import { requireStorageInEverySubregion } from "../../policies/availability/require-storage-in-every-subregion";
import { type Resource, Unknown } from "../../src/stack";
import { image, vm, volume, volumeLink } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

/** A VM of the tier, in the public Cloud, whose name ends with the letter of its Subregion. */
function member(name: string, inputs: InputsOf<"vm:Vm"> = {}, more: Readonly<Record<string, string>> = {}): Resource {
  return vm(name, {
    placementSubregionName: `cloudgouv-eu-west-1${name.at(-1) ?? ""}`,
    tags: tags({ tier: "db", ...more }),
    ...inputs,
  });
}

const a = member("db-a");
const b = member("db-b");
const c = member("db-c");
const GP2 = { size: 100, volumeType: "gp2" };

/** A volume, linked to a VM. */
function data(on: Resource, inputs: InputsOf<"volume:Volume"> = GP2, name = `data of ${on.name}`): Resource[] {
  const made = volume(name, inputs);
  return [made, volumeLink(made, on, "/dev/xvdb", name)];
}

/** What a test says of a mapped disk. */
interface Bsu {
  readonly volumeSize?: number;
  readonly volumeType?: string;
  readonly snapshotId?: string;
  readonly deleteOnVmDeletion?: boolean;
}

/** A VM that maps a data disk itself, beside its root. */
function mapping(name: string, bsu: Bsu = { volumeSize: 100, volumeType: "gp2" }): Resource {
  return member(name, {
    blockDeviceMappings: [
      { deviceName: "/dev/sda1", bsu: { volumeSize: name.length * 10 } },
      { deviceName: "/dev/sdb", bsu },
    ],
  });
}

const brought = image("image", {
  blockDeviceMappings: [
    { deviceName: "/dev/sda1", bsus: [{ volumeSize: 10 }] },
    { deviceName: "/dev/sdb", bsus: [{ volumeSize: 100, volumeType: "gp2" }] },
  ],
});
const golden = resource("snapshot:Snapshot", "golden", { volumeId: "vol-12345678" });

const PLACED = ["placementSubregionName", "tags[0].key", "tags[0].value"];
const names = (vms: readonly Resource[], ...paths: string[]) =>
  vms.flatMap(({ name }) => paths.map((path) => `${name}.${path}`));
const not = "tier db : Data volumes of this tier are not the same in each Subregion.";
const place = (letter: string) => `cloudgouv-eu-west-1${letter}`;

policySuite(requireStorageInEverySubregion, {
  compliant: [
    {
      name: "a witness, which has no volume",
      resources: [a, b, member("db-c", {}, { quorum: "witness" }), ...data(a), ...data(b)],
    },
    { name: "one volume of one size in each Subregion", resources: [a, b, c, ...[a, b, c].flatMap((on) => data(on))] },
    {
      name: "a disk of each VM, one of which stands in for none elsewhere",
      resources: [member("db-1-a"), member("db-2-a"), b, c].flatMap((on) => [on, ...data(on)]),
    },
    {
      name: "a disk of each VM, where the number of VMs is far apart",
      resources: [member("db-1-a"), member("db-2-a"), member("db-3-a"), b].flatMap((on) => [on, ...data(on)]),
    },
    {
      name: "one VM with a volume in each Subregion, beside VMs without",
      resources: [a, member("db-2-a"), b, c, ...[a, b, c].flatMap((on) => data(on))],
    },
    {
      name: "several kinds of VM, and one VM more in a Subregion",
      resources: [
        a,
        b,
        c,
        ...[a, b, c].flatMap((on) => data(on)),
        member("db-2-a"),
        member("db-2-b"),
        member("db-2-c"),
      ].concat([member("db-3-a")].flatMap((on) => [on, ...data(on)])),
    },
    { name: "a mapped disk here, a volume there", resources: [mapping("db-a"), b, ...data(b)] },
    {
      name: "a disk that the image brings here, and one that the VM maps in its place there",
      resources: [
        brought,
        member("db-a", { imageId: from(brought) }),
        member("db-b", {
          imageId: from(brought),
          blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: { volumeSize: 100, volumeType: "gp2" } }],
        }),
      ],
    },
    {
      name: "volumes of the default type, written out or not",
      resources: [a, b, ...data(a, { size: 10 }), ...data(b, { size: 10, volumeType: "standard" })],
    },
    {
      name: "IOPS on a type that guarantees none",
      resources: [a, b, ...data(a), ...data(b, { ...GP2, iops: 300 })],
    },
    {
      name: "volumes made from one snapshot, which decides their size",
      resources: [
        golden,
        ...[a, b].flatMap((on) => [on, ...data(on, { size: undefined, volumeType: "gp2", snapshotId: from(golden) })]),
        ...[mapping("cache-a", { snapshotId: "snap-12345678" }), mapping("cache-b", { snapshotId: "snap-12345678" })],
      ],
    },
    {
      name: "a stack that is one part of a system, with what is seen",
      resources: [a, b, ...data(a), ...data(b)],
      shared: { part: { of: "shop", siblings: ["storage"] } },
    },
  ],
  violation: [
    {
      name: "a volume in one Subregion of three",
      resources: [a, b, c, ...data(a)],
      findings: [`${not} ${place("a")}: gp2 100 GiB; ${place("b")}: none; ${place("c")}: none.`],
      needs: names([a, b, c], ...PLACED),
    },
    {
      name: "a volume on the one VM more, which has no equal elsewhere",
      resources: [a, member("db-2-a"), b, ...data(a)],
      findings: [`${not} ${place("a")}: gp2 100 GiB; ${place("b")}: none.`],
      needs: names([a, member("db-2-a"), b], ...PLACED),
    },
    {
      name: "two volumes, and one of an unknown size",
      resources: [a, b, ...data(a), ...data(a, { ...GP2, volumeType: "io1", iops: 500 }, "log"), ...data(b)].concat(
        data(b, { volumeType: "gp2", size: new Unknown() }, "b1"),
        data(b, { size: undefined, volumeType: new Unknown() }, "b2"),
      ),
      findings: [`${not} ${place("a")}: gp2 100 GiB, io1 500 IOPS 100 GiB; ${place("b")}: gp2, gp2 100 GiB, volume.`],
      needs: names([a, b], ...PLACED),
    },
    {
      name: "another type, whatever the size",
      resources: [a, b, ...data(a), ...data(b, { size: 100 })],
      findings: [`${not} ${place("a")}: gp2 100 GiB; ${place("b")}: standard 100 GiB.`],
      needs: [...names([a, b], ...PLACED), "data of db-a.volumeType"],
    },
    {
      name: "other IOPS",
      resources: [a, b].flatMap((on, index) => [
        on,
        ...data(on, { size: 100, volumeType: "io1", iops: 1000 * (index + 1) }),
      ]),
      findings: [`${not} ${place("a")}: io1 1000 IOPS 100 GiB; ${place("b")}: io1 2000 IOPS 100 GiB.`],
      needs: names([a, b], ...PLACED).concat(
        [a, b].flatMap(({ name }) => [`data of ${name}.volumeType`, `data of ${name}.iops`]),
      ),
    },
    {
      name: "another size",
      resources: [a, b, ...data(a), ...data(a, GP2, "more"), ...data(b), ...data(b, { ...GP2, size: 50 }, "less")],
      findings: [`${not} ${place("a")}: 2 x gp2 100 GiB; ${place("b")}: gp2 100 GiB, gp2 50 GiB.`],
      needs: names([a, b], ...PLACED).concat(
        ["data of db-a", "data of db-b", "more", "less"].flatMap((name) => [`${name}.size`, `${name}.volumeType`]),
      ),
    },
    {
      name: "a disk that a VM maps, in a tier with a witness",
      resources: [mapping("db-a"), b, member("db-c", {}, { quorum: "witness" })],
      findings: [`${not} ${place("a")}: gp2 100 GiB; ${place("b")}: none.`],
      needs: [
        ...names([a, b], ...PLACED),
        ...names([c], "tags[0].key", "tags[0].value", "tags[1].key", "tags[1].value"),
        ...["db-a.blockDeviceMappings[0].deviceName", "db-a.blockDeviceMappings[1].deviceName"],
      ],
    },
    {
      name: "Subregions that are each like a third, and not like each other",
      resources: ["1-a", "2-a", "1-b", "1-c"].flatMap((end) => {
        const on = member(`db-${end}`);
        return [on, ...data(on, { ...GP2, size: end === "1-c" || end === "2-a" ? 50 : 100 })];
      }),
      findings: [
        `${not} ${place("a")}: gp2 100 GiB, gp2 50 GiB; ${place("b")}: gp2 100 GiB; ${place("c")}: gp2 50 GiB.`,
      ],
      needs: ["db-1-a", "db-2-a", "db-1-b", "db-1-c"].flatMap((name) => [
        ...PLACED.map((path) => `${name}.${path}`),
        `data of ${name}.size`,
        `data of ${name}.volumeType`,
      ]),
    },
  ],
  undetermined: [
    {
      name: "a guessed tier whose volumes are not the same",
      resources: [...["a", "b", "c"].map((letter) => member(`db-${letter}`, { tags: [] })), ...data(a)],
      reasons: [
        "db: Data volumes of this tier are not the same in each Subregion. cloudgouv-eu-west-1a: gp2 100 GiB; cloudgouv-eu-west-1b: none; cloudgouv-eu-west-1c: none. This tier is guessed: tag its VMs `tier` to declare it.",
      ],
    },
    {
      name: "a size that is not known",
      resources: [a, b, ...data(a), ...data(b, { ...GP2, size: new Unknown() })],
      reasons: ['db: `size` of "data of db-b" is not known before deployment.'],
    },
    {
      name: "a size that a snapshot decides, beside one that is written",
      resources: [
        golden,
        a,
        b,
        ...data(a),
        ...data(b, { size: undefined, volumeType: "gp2", snapshotId: from(golden) }),
      ],
      reasons: ['db: `size` of "data of db-b" cannot be judged: a size that its snapshot or image decides.'],
    },
    {
      name: "a size that nothing written decides",
      resources: [mapping("db-a", { deleteOnVmDeletion: false }), mapping("db-b", { deleteOnVmDeletion: false })],
      reasons: ["db: `blockDeviceMappings[1].bsu` cannot be judged: a size that its snapshot or image decides."],
    },
    {
      name: "a volume that is not the stack's",
      resources: [
        a,
        b,
        ...data(a),
        resource("volumeLink:VolumeLink", "foreign", { vmId: from(b), volumeId: "vol-12345678" }),
      ],
      reasons: ['db: `volumeId` of "foreign" leads out of this stack.'],
    },
    {
      name: "a link of which it is not known to which VM",
      resources: [
        a,
        b,
        volume("data", GP2),
        resource("volumeLink:VolumeLink", "link", { vmId: from(a, b), volumeId: "vol-12345678" }),
      ],
      reasons: ['db: `vmId` of "link" is not known before deployment; possible: "db-a", "db-b".'],
    },
    {
      name: "mapped disks that are not known",
      resources: [member("db-a", { blockDeviceMappings: new Unknown() }), b],
      reasons: ["db: `blockDeviceMappings` is not known before deployment."],
    },
    {
      name: "a VM of which it is not known whether it belongs",
      resources: [a, b, ...data(a), ...data(b), member("maybe-c", { tags: [{ key: "tier", value: new Unknown() }] })],
      reasons: ['db: `tags[0].value` of "maybe-c" is not known before deployment.'],
    },
    {
      name: "a tier that may be run as well as may be",
      resources: [
        ...[a, b].map(({ name }) => member(name)),
        ...data(a),
        resource("tag:Tag", "promise", {
          resourceIds: [from(a), from(b)],
          tag: [{ key: "availability", value: new Unknown() }],
        }),
      ],
      reasons: ['db: `tag[0].value` of "promise" is not known before deployment.'],
    },
    {
      name: "a part of a system without volumes, whose other parts may attach some",
      resources: [a, b],
      shared: { part: { of: "shop", siblings: ["storage"] } },
      reasons: [
        "db: Another part of shop (storage) may have a volume attached to a VM of this tier, and was not given.",
      ],
    },
    {
      name: "a part of a system, whose other parts may attach the volume that is missed",
      resources: [a, b, ...data(a)],
      shared: { part: { of: "shop", siblings: ["storage"] } },
      reasons: [
        "db: Another part of shop (storage) may have a volume attached to a VM of this tier, and was not given.",
      ],
    },
  ],
  notApplicable: [
    { name: "a tier without data volumes", resources: [a, b, c] },
    {
      name: "root disks and disks of the host",
      resources: [
        member("db-a", { blockDeviceMappings: [{ deviceName: "/dev/sda1", bsu: { volumeSize: 50 } }] }),
        member("db-b", { blockDeviceMappings: [{ deviceName: "/dev/sdb", virtualDeviceName: "ephemeral0" }] }),
      ],
    },
    { name: "a tier in a single Subregion", resources: [a, member("db-2-a"), ...data(a)] },
    {
      name: "a guessed tier of a Net whose loss is certain",
      resources: [member("db-a", { tags: [] }), member("db-b", { tags: [] }), ...data(a)],
    },
    {
      name: "a tier that is no production, or run as well as may be",
      resources: ["a", "b"]
        .flatMap((letter) => [
          member(`dev-${letter}`, {}, { environment: "dev" }),
          member(`batch-${letter}`, {}, { tier: "batch", availability: "best-effort" }),
        ])
        .flatMap((on) => (on.name.endsWith("a") ? [on, ...data(on)] : [on])),
    },
    { name: "volumes that nobody attaches", resources: [a, b, volume("spare", GP2)] },
  ],
});
