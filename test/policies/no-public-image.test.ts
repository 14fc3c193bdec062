import { noPublicImage } from "../../policies/locality/no-public-image";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { type InputsOf, resource, untyped } from "../support/resources";

function permission(inputs: InputsOf<"imageLaunchPermission:ImageLaunchPermission">): Resource {
  return resource("imageLaunchPermission:ImageLaunchPermission", "golden", { imageId: "ami-12345678", ...inputs });
}

const said = "Every account may start VMs from this image.";

policySuite(noPublicImage, {
  compliant: [
    { name: "an account", resources: [permission({ permissionAdditions: { accountIds: ["012345678910"] } })] },
    {
      name: "a permission that is not for everybody",
      resources: [permission({ permissionAdditions: { globalPermission: "false" } })],
    },
  ],
  violation: [
    {
      name: "everybody, as text",
      resources: [permission({ permissionAdditions: { globalPermission: "true" } })],
      findings: [`part golden permissionAdditions: ${said}`],
      needs: ["golden.permissionAdditions.globalPermission"],
    },
    {
      name: "everybody, in the list of an older provider",
      resources: [
        untyped("imageLaunchPermission:ImageLaunchPermission", "golden", {
          imageId: "ami-12345678",
          permissionAdditions: [{ accountIds: ["012345678910"] }, { globalPermission: true }],
        }),
      ],
      findings: [`part golden permissionAdditions[1]: ${said}`],
      needs: ["golden.permissionAdditions[1].globalPermission"],
    },
  ],
  undetermined: [
    {
      name: "a permission that comes with the deployment",
      resources: [permission({ permissionAdditions: new Unknown() })],
      reasons: ["golden: `permissionAdditions.globalPermission` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "a permission that is taken away",
      resources: [permission({ permissionRemovals: { globalPermission: "true" } })],
    },
    {
      name: "snapshots",
      resources: [
        resource("snapshotAttributes:SnapshotAttributes", "copy", {
          permissionsToCreateVolumeAdditions: [{ globalPermission: true }],
        }),
      ],
    },
  ],
});
