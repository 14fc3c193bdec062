import { requireVolumeBackup } from "../../policies/durability/require-volume-backup";
import { type Resource, Unknown } from "../../src/stack";
import { attached, image, net, subnetIn, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const chosen = tags({ autosnapshot: "Yes" });
const data = [
  { deviceName: "/dev/sda1", bsu: { volumeSize: 20 } },
  { deviceName: "/dev/sdb", bsu: { volumeSize: 9 } },
];

/** VMs made from an image that brings a data device, with their tags. */
function imaged(...ofVms: Readonly<Record<string, string>>[]): Resource[] {
  const golden = image("golden", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsus: [{}] }] });
  const vms = ofVms.map((values, index) => vm(`web-${String(index)}`, { imageId: from(golden), tags: tags(values) }));
  return [golden, ...vms];
}

const scratch = tags({ storage: "scratch" });
const lost = "It may be lost, as the tag `storage: scratch` declares.";
const without =
  "No schedule backs it up: neither it nor its VM has the tag `autosnapshot: Yes`, and `backups` does not name it.";

policySuite(requireVolumeBackup, {
  compliant: [
    {
      name: "scratch data that is backed up all the same",
      resources: [volume("data", { tags: [...chosen, ...scratch] })],
    },
    { name: "a volume with the tag", resources: attached(vm("db"), { tags: chosen }) },
    { name: "a volume whose VM has the tag", resources: attached(vm("db", { tags: chosen })) },
    {
      name: "a volume to which a Tag resource gives the tag",
      resources: [...attached(vm("db")), resource("tag:Tag", "later", { resourceIds: [from(volume())], tag: chosen })],
    },
    { name: "a device with the tag", resources: [vm("db", { blockDeviceMappings: [{ bsu: { tags: chosen } }] })] },
    { name: "a volume that the settings name", resources: attached(vm("db")), shared: { backups: ["da*"] } },
    {
      name: "another tag of the settings, without a space",
      resources: attached(vm("db"), { tags: tags({ backup: "daily" }) }),
      shared: { backupTag: "backup:daily" },
    },
    {
      name: "a cache, said with its reason on the VM",
      resources: attached(vm("db", { tags: tags({ Backup: "None", "backup-reason": "a cache" }) })),
    },
    {
      name: "a device of an image whose VMs in production have the tag",
      resources: imaged({ autosnapshot: "Yes" }, { environment: "dev" }),
    },
    {
      name: "a cluster whose tag says that something backs it up",
      resources: [resource("oksCluster:OksCluster", "k", { tags: { autosnapshot: "Yes" } })],
    },
  ],
  violation: [
    {
      name: "a volume without, attached or not, and a Snapshot made once",
      resources: [
        ...attached(vm("db")),
        volume("spare"),
        resource("snapshot:Snapshot", "once", { volumeId: from(volume()) }),
      ],
      findings: [`resource data : ${without}`, `resource spare : ${without}`],
      needs: [],
    },
    {
      name: "a tag that the tool does not choose by",
      resources: attached(vm("db", { tags: tags({ autosnapshot: "yes" }) })),
      findings: [`resource data : ${without}`],
      needs: ["db.tags[0].key", "db.tags[0].value"],
    },
    {
      name: "no backup, and no reason",
      resources: attached(vm("db"), { tags: tags({ backup: "none", "backup-reason": "" }) }),
      findings: ["resource data : It is declared without backup, `backup: none`, and no `backup-reason` says why."],
      needs: ["data.tags[0].key", "data.tags[1].key", "data.tags[1].value"],
    },
    {
      name: "a device of a VM",
      resources: [vm("db", { blockDeviceMappings: data })],
      findings: [`part db blockDeviceMappings[1]: ${without}`],
      needs: ["db.blockDeviceMappings[1].deviceName", "db.blockDeviceMappings[1].bsu"],
    },
    {
      name: "a device of an image, one of its VMs without the tag",
      resources: imaged({ autosnapshot: "Yes" }, { owner: "a" }),
      findings: [`part golden blockDeviceMappings[0]: ${without}`],
      needs: ["golden.blockDeviceMappings[0].deviceName", "web-1.tags[0].key"],
    },
  ],
  accepted: [
    {
      name: "the tag of a volume, of its VM, of a disk that a VM maps, and one that is set apart",
      resources: [
        volume("cache", { tags: scratch }),
        ...attached(vm("db", { tags: tags({ Storage: "SCRATCH" }) })),
        vm("app", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: { tags: scratch } }] }),
        volume("late"),
        resource("tag:Tag", "late", { resourceIds: [from(volume("late"))], tag: scratch }),
      ],
      losses: [`cache: ${lost}`, `data: ${lost}`, `late: ${lost}`, `app: ${lost}`],
    },
    {
      name: "the tag, whether or not a backup is known",
      resources: [volume("cache", { tags: [...scratch, { key: "autosnapshot", value: new Unknown() }] })],
      losses: [`cache: ${lost}`],
    },
  ],
  undetermined: [
    {
      name: "a tag that may declare it lost",
      resources: [volume("data", { tags: [{ key: "storage", value: new Unknown() }] })],
      reasons: ["data: `tags[0].value` is not known before deployment."],
    },
    {
      name: "the tags are not known",
      resources: [volume("data", { tags: new Unknown() })],
      reasons: ["data: `tags` is not known before deployment."],
    },
    {
      name: "the VM, and with it the tag, may be in another part of the system",
      resources: [volume()],
      shared: { part: { of: "shop", siblings: ["app"] } },
      reasons: ["data: Another part of shop (app) may have the VM that attaches this volume, and was not given."],
    },
    {
      name: "the volume is of another stack",
      resources: [
        vm("db"),
        resource("volumeLink:VolumeLink", "link", { vmId: from(vm("db")), volumeId: "vol-12345678" }),
      ],
      reasons: ["link: `volumeId` leads out of this stack."],
    },
    {
      name: "the VM is in a Subnet of another stack",
      resources: [vm("db", { blockDeviceMappings: data, subnetId: "subnet-12345678" })],
      reasons: ["db: `subnetId` leads out of this stack."],
    },
    {
      name: "a cluster, whose volumes are not seen",
      resources: [resource("oksCluster:OksCluster", "k", { tags: { owner: "a" } })],
      reasons: [
        "k: The volumes that Kubernetes makes in this cluster are not seen: tag it `autosnapshot: Yes` when something backs them up.",
      ],
    },
  ],
  notApplicable: [
    { name: "a VM with its root device alone", resources: [vm("db", { blockDeviceMappings: data.slice(0, 1) })] },
    {
      name: "volumes of a VM with NICs, in a Net for development",
      resources: [
        net("net", { tags: tags({ environment: "dev" }) }),
        subnetIn("a"),
        ...attached(vm("db", { nics: [{ subnetId: from(subnetIn("a")) }] })),
      ],
    },
    {
      name: "a volume whose component is a test",
      resources: [
        resource("unit:index:Lab", "lab", { tags: tags({ environment: "test" }) }),
        { ...volume(), parent: "urn:pulumi:test::unit::unit:index:Lab::lab" },
      ],
    },
  ],
});
