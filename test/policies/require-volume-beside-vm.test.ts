import { requireVolumeBesideVm } from "../../policies/availability/require-volume-beside-vm";
import { type Resource, Unknown } from "../../src/stack";
import { net, subnetIn, vm, vmIn, volume, volumeLink } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const [subnetA, subnetB] = [subnetIn("a"), subnetIn("b")];
const db = vmIn(subnetA, "db");
const beside = volume();
const apart = volume("data", { subregionName: "cloudgouv-eu-west-1b" });

/** The Net with a VM, a volume, and its attachment. */
function linked(to: Resource, of: Resource): Resource[] {
  return [net(), subnetA, subnetB, to, of, volumeLink(of, to)];
}

const found =
  "resource link volumeId: The volume data lies in cloudgouv-eu-west-1b, its VM db in cloudgouv-eu-west-1a.";

policySuite(requireVolumeBesideVm, {
  compliant: [
    { name: "a volume beside its VM", resources: linked(db, beside) },
    {
      name: "a VM that lands in the first Subregion, with a volume there",
      resources: linked(vm("db"), beside),
    },
    {
      name: "a VM with NICs in the volume's Subregion",
      resources: linked(vm("db", { nics: [{ deviceNumber: 0, subnetId: from(subnetB) }] }), apart),
    },
    {
      name: "a volume of another stack that is known to lie there",
      resources: [
        ...linked(db, beside).slice(0, 4),
        resource("volumeLink:VolumeLink", "link", { vmId: from(db), volumeId: "vol-12345678" }),
      ],
      shared: {
        known: { "vol-12345678": { type: "outscale:index/volume:Volume", subregion: "cloudgouv-eu-west-1a" } },
      },
    },
  ],
  violation: [
    {
      name: "a volume of another Subregion than its VM's Subnet",
      resources: linked(db, apart),
      findings: [found],
      needs: ["data.subregionName", "subnet-a.subregionName"],
    },
    {
      name: "a VM with a separate NIC",
      resources: [
        ...linked(
          vm("db", {
            primaryNics: [{ nicId: from(resource("nic:Nic", "nic")), deviceNumber: 0 }],
          }),
          apart,
        ),
        resource("nic:Nic", "nic", { subnetId: from(subnetA) }),
      ],
      findings: [found],
      needs: ["data.subregionName", "subnet-a.subregionName"],
    },
    {
      name: "a VM of the public Cloud that names no Subregion",
      resources: linked(vm("db"), apart),
      findings: [found],
      needs: ["data.subregionName"],
    },
    {
      name: "resources that other resources' ids name",
      resources: [
        vm("db", { placementSubregionName: "cloudgouv-eu-west-1a" }, { id: "i-12345678" }),
        volume("data", { subregionName: "cloudgouv-eu-west-1b" }, { id: "vol-12345678" }),
        resource("volumeLink:VolumeLink", "link", { vmId: "i-12345678", volumeId: "vol-12345678" }),
      ],
      findings: [found],
      needs: ["db.placementSubregionName", "data.subregionName", "link.vmId", "link.volumeId"],
    },
  ],
  undetermined: [
    {
      name: "a VM, or a volume, that is not in the stack",
      resources: [
        ...linked(db, beside).slice(0, 5),
        resource("volumeLink:VolumeLink", "from-elsewhere", { vmId: from(db), volumeId: "vol-12345678" }),
        resource("volumeLink:VolumeLink", "to-elsewhere", { vmId: "i-12345678", volumeId: from(beside) }),
      ],
      reasons: ["from-elsewhere: `volumeId` leads out of this stack.", "to-elsewhere: `vmId` leads out of this stack."],
    },
    {
      name: "a VM whose Subnet is not in the stack",
      resources: linked(vm("db", { subnetId: "subnet-12345678" }), apart),
      reasons: ['link: `subnetId` of "db" leads out of this stack.'],
    },
    {
      name: "a VM that may be for development",
      resources: linked(vmIn(subnetA, "db", { tags: [{ key: "environment", value: new Unknown() }] }), apart),
      reasons: ['link: `tags[0].value` of "db" is not known before deployment.'],
    },
  ],
  notApplicable: [
    { name: "a volume that nothing links", resources: [apart] },
    {
      name: "a VM for development",
      resources: linked(vmIn(subnetA, "db", { tags: tags({ environment: "dev" }) }), apart),
    },
    {
      name: "a volume that a Tag resource makes a test",
      resources: [
        ...linked(db, apart),
        resource("tag:Tag", "test", { resourceIds: [from(apart)], tag: tags({ environment: "test" }) }),
      ],
    },
    {
      name: "a component for development",
      resources: [
        net(),
        subnetA,
        resource("my:index:Trial", "trial", { tags: tags({ environment: "dev" }) }),
        { ...db, parent: resource("my:index:Trial", "trial").urn },
        apart,
        volumeLink(apart, db),
      ],
    },
  ],
});
