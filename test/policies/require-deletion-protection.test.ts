import { requireDeletionProtection } from "../../policies/durability/require-deletion-protection";
import { Unknown } from "../../src/stack";
import { attached, net, subnetIn, vm, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const data = [{ deviceName: "/dev/sdb", bsu: { volumeSize: 100 } }];

policySuite(requireDeletionProtection, {
  compliant: [
    { name: "a VM with a volume, protected", resources: attached(vm("db", { deletionProtection: "true" })) },
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
      needs: ["db.deletionProtection", "db.blockDeviceMappings[0].deviceName", "db.nics"],
    },
    {
      name: "a cluster whose tags, a map, say production",
      resources: [resource("oksCluster:OksCluster", "k", { tags: { environment: "prod" } })],
      findings: ["resource k disableApiTermination: One call of the API deletes this cluster."],
      needs: ["k.tags.environment"],
    },
  ],
  undetermined: [
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
