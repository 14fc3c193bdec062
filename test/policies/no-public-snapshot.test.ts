import { noPublicSnapshot } from "../../policies/locality/no-public-snapshot";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { type InputsOf, resource } from "../support/resources";

function attributes(inputs: InputsOf<"snapshotAttributes:SnapshotAttributes">): Resource {
  return resource("snapshotAttributes:SnapshotAttributes", "copy", { snapshotId: "snap-12345678", ...inputs });
}

const said = "Every account may make volumes from this snapshot.";

policySuite(noPublicSnapshot, {
  compliant: [
    {
      name: "accounts",
      resources: [attributes({ permissionsToCreateVolumeAdditions: [{ accountIds: ["012345678910"] }] })],
    },
    {
      name: "a permission that is not for everybody",
      resources: [attributes({ permissionsToCreateVolumeAdditions: [{ globalPermission: false }] })],
    },
  ],
  violation: [
    {
      name: "everybody",
      resources: [attributes({ permissionsToCreateVolumeAdditions: [{ globalPermission: true }] })],
      findings: [`part copy permissionsToCreateVolumeAdditions[0]: ${said}`],
      needs: ["copy.permissionsToCreateVolumeAdditions[0].globalPermission"],
    },
    {
      name: "everybody, in one object",
      resources: [attributes({ permissionsToCreateVolumeAdditions: { globalPermission: true } })],
      findings: [`part copy permissionsToCreateVolumeAdditions[0]: ${said}`],
      needs: ["copy.permissionsToCreateVolumeAdditions.globalPermission"],
    },
  ],
  undetermined: [
    {
      name: "a text for a boolean, which the engine refuses",
      resources: [attributes({ permissionsToCreateVolumeAdditions: [{ globalPermission: "true" }] })],
      reasons: [
        "copy: `permissionsToCreateVolumeAdditions[0].globalPermission` has another shape than the provider takes.",
      ],
    },
    {
      name: "a permission that comes with the deployment",
      resources: [attributes({ permissionsToCreateVolumeAdditions: [{ globalPermission: new Unknown() }] })],
      reasons: ["copy: `permissionsToCreateVolumeAdditions[0].globalPermission` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "a permission that is taken away",
      resources: [attributes({ permissionsToCreateVolumeRemovals: [{ globalPermission: true }] })],
    },
  ],
});
