import { requireDeletionProtection } from "../../policies/durability/require-deletion-protection";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

const data = [{ deviceName: "/dev/sdb", bsu: { volumeSize: 100 } }];
const vm = (inputs: Inputs = {}) => resource("vm:Vm", "db", { imageId: "ami-12345678", ...inputs });
const volume = resource("volume:Volume", "data", { subregionName: "cloudgouv-eu-west-1a", size: 10 });

function attached(to: Resource): Resource[] {
  return [to, volume, resource("volumeLink:VolumeLink", "link", { vmId: from(to), volumeId: from(volume) })];
}

const development = resource("net:Net", "dev", { tags: tags({ environment: "dev" }) });
const subnet = resource("subnet:Subnet", "subnet", { netId: from(development) });

policySuite(requireDeletionProtection, {
  compliant: [
    { name: "a VM with a volume, protected", resources: attached(vm({ deletionProtection: "true" })) },
    {
      name: "a protected VM of a Subnet that is another stack's",
      resources: [vm({ blockDeviceMappings: data, subnetId: "subnet-12345678", deletionProtection: true })],
    },
    {
      name: "a protected cluster",
      resources: [resource("oksCluster:OksCluster", "k", { disableApiTermination: true })],
    },
  ],
  violation: [
    {
      name: "a VM with a volume, of which nothing is said",
      resources: attached(vm()),
      findings: ["resource db deletionProtection: One call of the API deletes this VM, on which data hangs."],
      needs: [],
    },
    {
      name: "a VM with a data device and NICs, not protected",
      resources: [vm({ blockDeviceMappings: data, nics: [], deletionProtection: false })],
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
      resources: attached(vm({ deletionProtection: new Unknown() })),
      reasons: ["db: `deletionProtection` is not known before deployment."],
    },
    {
      name: "devices that are not known",
      resources: [vm({ blockDeviceMappings: new Unknown() })],
      reasons: ["db: `blockDeviceMappings` is not known before deployment."],
    },
  ],
  notApplicable: [
    { name: "a VM without data", resources: [vm({ blockDeviceMappings: [{ deviceName: "/dev/sda1", bsu: {} }] })] },
    {
      name: "a VM with data in a Net for development",
      resources: [development, subnet, ...attached(vm({ subnetId: from(subnet) }))],
    },
    {
      name: "a VM that a Tag resource makes a test",
      resources: [
        ...attached(vm()),
        resource("tag:Tag", "later", { resourceIds: [from(vm())], tag: tags({ environment: "test" }) }),
      ],
    },
    {
      name: "a cluster for development",
      resources: [resource("oksCluster:OksCluster", "k", { tags: { environment: "dev" } })],
    },
  ],
});
