import { requireDeletionProtection } from "../../policies/durability/require-deletion-protection";
import { Unknown } from "../../src/stack";
import { attached, net, subnetIn, vm, vmIn, volume, volumeLink } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const scratch = tags({ storage: "scratch" });
const lost = "The data that hang on it may be lost, as the tag `storage: scratch` declares.";
const data = [{ deviceName: "/dev/sdb", bsu: { volumeSize: 100 } }];

policySuite(requireDeletionProtection, {
  compliant: [
    { name: "a VM with a volume, protected", resources: attached(vm("db", { deletionProtection: true })) },
    {
      name: "a protected VM of a Subnet that is another stack's",
      resources: [vm("db", { blockDeviceMappings: data, subnetId: "subnet-12345678", deletionProtection: true })],
    },
    {
      name: "a protected cluster",
      resources: [resource("oksCluster:OksCluster", "k", { disableApiTermination: true })],
    },
  ],
  violation: [
    {
      name: "a VM with a volume, of which nothing is said",
      resources: attached(vm("db")),
      findings: ["resource db deletionProtection: One call of the API deletes this VM, on which data hangs."],
      needs: [],
    },
    {
      name: "a VM with a data device and NICs, not protected",
      resources: [vm("db", { blockDeviceMappings: data, nics: [], deletionProtection: false })],
      findings: ["resource db deletionProtection: One call of the API deletes this VM, on which data hangs."],
      needs: [
        "db.deletionProtection",
        "db.blockDeviceMappings[0].deviceName",
        "db.blockDeviceMappings[0].bsu",
        "db.nics",
      ],
    },
    {
      name: "a VM with a volume that may be lost, and one that may not",
      resources: [
        ...attached(vm("db"), { tags: scratch }),
        volume("kept"),
        volumeLink(volume("kept"), vm("db"), "/dev/xvdc", "kept"),
      ],
      findings: ["resource db deletionProtection: One call of the API deletes this VM, on which data hangs."],
      needs: [],
    },
    {
      name: "a cluster whose tags, a map, say production",
      resources: [resource("oksCluster:OksCluster", "k", { tags: { environment: "prod" } })],
      findings: ["resource k disableApiTermination: One call of the API deletes this cluster."],
      needs: ["k.tags.environment"],
    },
  ],
  accepted: [
    {
      name: "the tag of the VM, and of all that hangs on another",
      resources: [
        ...attached(vm("db", { tags: scratch })),
        vm("app", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsu: { tags: scratch } }] }),
        volume("cache", { tags: scratch }),
        volumeLink(volume("cache"), vm("app"), "/dev/xvdc", "cache"),
      ],
      losses: [`app: ${lost}`, `db: ${lost}`],
    },
  ],
  undetermined: [
    {
      name: "a tag that may declare the data lost",
      resources: attached(vm("db"), { tags: [{ key: "storage", value: new Unknown() }] }),
      reasons: ['db: `tags[0].value` of "data" is not known before deployment.'],
    },
    {
      name: "a protection that is not known",
      resources: attached(vm("db", { deletionProtection: new Unknown() })),
      reasons: ["db: `deletionProtection` is not known before deployment."],
    },
    {
      name: "devices that are not known",
      resources: [vm("db", { blockDeviceMappings: new Unknown() })],
      reasons: ["db: `blockDeviceMappings` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "a VM without data",
      resources: [vm("db", { blockDeviceMappings: [{ deviceName: "/dev/sda1", bsu: {} }] })],
    },
    {
      name: "a VM with data in a Net for development",
      resources: [
        net("net", { tags: tags({ environment: "dev" }) }),
        subnetIn("a"),
        ...attached(vmIn(subnetIn("a"), "db")),
      ],
    },
    {
      name: "a VM that a Tag resource makes a test",
      resources: [
        ...attached(vm("db")),
        resource("tag:Tag", "later", { resourceIds: [from(vm("db"))], tag: tags({ environment: "test" }) }),
      ],
    },
    {
      name: "a cluster for development",
      resources: [resource("oksCluster:OksCluster", "k", { tags: { environment: "dev" } })],
    },
  ],
});
