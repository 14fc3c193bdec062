import { noAbruptStop } from "../../policies/durability/no-abrupt-stop";
import { type Resource, Unknown } from "../../src/stack";
import { image, net, subnetIn, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const terminate = { shutdownBehaviorConfiguration: { guestAction: "terminate", hostAction: "stop" } };
const data = [
  { deviceName: "/dev/sda1", bsu: { volumeSize: 20 } },
  { deviceName: "/dev/sdb", bsu: { volumeSize: 100 } },
];

/** A VM and a volume that a link attaches to it. */
function attached(to: Resource, inputs: InputsOf<"volumeLink:VolumeLink"> = {}): Resource[] {
  const link = { deviceName: "/dev/xvdb", vmId: from(to), volumeId: from(volume()), ...inputs };
  return [to, volume(), resource("volumeLink:VolumeLink", "link", link)];
}

const development = net("dev", { tags: tags({ environment: "dev" }) });
const subnet = subnetIn("a", { netId: from(development) });
const deleted = (property: string) =>
  `A shutdown from within deletes the VM, on which data hangs: \`${property}\` is terminate.`;
const forced = "The volume is taken from the VM by force, mounted or not: `forceUnlink` is true.";

policySuite(noAbruptStop, {
  compliant: [
    { name: "a VM that nothing is said of, a volume unlinked in order", resources: attached(vm("db")) },
    {
      name: "a VM that stops, a volume that is not forced",
      resources: attached(vm("db", { shutdownBehaviorConfiguration: { guestAction: "stop" } }), { forceUnlink: false }),
    },
    {
      name: "a VM that the former spelling restarts",
      resources: [vm("db", { blockDeviceMappings: data, vmInitiatedShutdownBehavior: "restart" })],
    },
  ],
  violation: [
    {
      name: "a VM with a data device that shutting down deletes",
      resources: [vm("db", { blockDeviceMappings: data, ...terminate })],
      findings: [`resource db shutdownBehaviorConfiguration.guestAction: ${deleted("guestAction")}`],
      needs: ["db.shutdownBehaviorConfiguration.guestAction", "db.blockDeviceMappings[1].deviceName"],
    },
    {
      name: "the same by the former spelling, with a volume linked",
      resources: attached(vm("db", { vmInitiatedShutdownBehavior: "terminate" })),
      findings: [`resource db vmInitiatedShutdownBehavior: ${deleted("vmInitiatedShutdownBehavior")}`],
      needs: ["db.vmInitiatedShutdownBehavior"],
    },
    {
      name: "a VM with a data device of its image, and NICs",
      resources: [
        image("golden", { blockDeviceMappings: [{ deviceName: "/dev/sdb", bsus: [{}] }] }),
        vm("db", { imageId: from(image("golden")), nics: [], ...terminate }),
      ],
      findings: [`resource db shutdownBehaviorConfiguration.guestAction: ${deleted("guestAction")}`],
      needs: ["db.shutdownBehaviorConfiguration.guestAction", "golden.blockDeviceMappings[0].deviceName", "db.nics"],
    },
    {
      name: "a volume that is unlinked by force, from a VM of another stack",
      resources: [
        volume("data", { tags: tags({ environment: "production" }) }),
        resource("volumeLink:VolumeLink", "link", {
          vmId: "i-12345678",
          volumeId: from(volume()),
          forceUnlink: true,
        }),
      ],
      findings: [`resource link forceUnlink: ${forced}`],
      needs: ["link.forceUnlink", "data.tags[0].key", "data.tags[0].value"],
    },
  ],
  undetermined: [
    {
      name: "what shutting down does is not known",
      resources: [
        vm("db", { blockDeviceMappings: data, shutdownBehaviorConfiguration: { guestAction: new Unknown() } }),
      ],
      reasons: ["db: `shutdownBehaviorConfiguration.guestAction` is not known before deployment."],
    },
    {
      name: "a volume may be attached",
      resources: [
        vm("db", terminate),
        vm("other"),
        volume(),
        resource("volumeLink:VolumeLink", "link", {
          vmId: from(vm("db", terminate), vm("other")),
          volumeId: from(volume()),
        }),
      ],
      reasons: ['db: `vmId` of "link" is not known before deployment; possible: "db", "other".'],
    },
    {
      name: "a volume may be attached by another part of the system",
      resources: [vm("db", terminate)],
      shared: { part: { of: "shop", siblings: ["storage"] } },
      reasons: ["db: Another part of shop (storage) may have a volume attached to this VM, and was not given."],
    },
    {
      name: "the Subnet is another stack's, and may be for development",
      resources: [vm("db", { blockDeviceMappings: data, subnetId: "subnet-12345678", ...terminate })],
      reasons: ["db: `subnetId` leads out of this stack."],
    },
  ],
  notApplicable: [
    { name: "a VM without data", resources: [vm("db", { blockDeviceMappings: data.slice(0, 1), ...terminate })] },
    {
      name: "a VM and its volume in a Net for development",
      resources: [development, subnet, ...attached(vm("db", { nics: [{ subnetId: from(subnet) }], ...terminate }))],
    },
    {
      name: "a VM that a Tag resource makes a test",
      resources: [
        ...attached(vm("db", terminate), { forceUnlink: true }),
        resource("tag:Tag", "later", { resourceIds: [from(vm("db"))], tag: tags({ environment: "test" }) }),
      ],
    },
  ],
});
