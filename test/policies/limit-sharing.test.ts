import { limitSharing } from "../../policies/locality/limit-sharing";
import { type Resource, Unknown } from "../../src/stack";
import { net } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource } from "../support/resources";

const PARTNER = "012345678910";
const STRANGER = "999999999999";
const TRUSTED = { shared: { trustedAccounts: [PARTNER] } };

function permission(...accountIds: (string | Unknown)[]): Resource {
  return resource("imageLaunchPermission:ImageLaunchPermission", "golden", { permissionAdditions: { accountIds } });
}

function peering(inputs: InputsOf<"netPeering:NetPeering">): Resource {
  return resource("netPeering:NetPeering", "partner", { sourceNetId: from(net()), ...inputs });
}

policySuite(limitSharing, {
  compliant: [
    { name: "a trusted account", resources: [permission(PARTNER)], ...TRUSTED },
    { name: "a permission for nobody in particular", resources: [permission()] },
    { name: "a peering within the account", resources: [net(), peering({ accepterNetId: "vpc-12345678" })] },
    {
      name: "a peering that names the account twice",
      resources: [
        net(),
        peering({ accepterNetId: "vpc-12345678", accepterOwnerId: STRANGER, sourceNetAccountId: STRANGER }),
      ],
    },
    {
      name: "a peering with a trusted account, and its acceptance",
      resources: (() => {
        const made = peering({ accepterNetId: "vpc-12345678", accepterOwnerId: PARTNER });
        return [
          net(),
          made,
          resource("netPeeringAcceptation:NetPeeringAcceptation", "ours", { netPeeringId: from(made) }),
        ];
      })(),
      ...TRUSTED,
    },
    {
      name: "a peering with a Net of the stack",
      resources: [net(), peering({ accepterNetId: from(net()), accepterOwnerId: STRANGER })],
    },
  ],
  violation: [
    {
      name: "a stranger among others",
      resources: [permission(PARTNER, STRANGER)],
      ...TRUSTED,
      findings: [
        "part golden permissionAdditions.accountIds: This image is shared with an account that is not a trusted one.",
      ],
      needs: [
        "golden.permissionAdditions",
        "golden.permissionAdditions.accountIds",
        "golden.permissionAdditions.accountIds[1]",
      ],
    },
    {
      name: "a snapshot, where no account is trusted",
      resources: [
        resource("snapshotAttributes:SnapshotAttributes", "copy", {
          permissionsToCreateVolumeAdditions: [{ accountIds: [PARTNER] }],
        }),
      ],
      findings: [
        "part copy permissionsToCreateVolumeAdditions[0].accountIds: This snapshot is shared with an account that is not a trusted one.",
      ],
      needs: [
        "copy.permissionsToCreateVolumeAdditions[0].accountIds",
        "copy.permissionsToCreateVolumeAdditions[0].accountIds[0]",
      ],
    },
    {
      name: "a peering with a stranger",
      resources: [net(), peering({ accepterNetId: "vpc-12345678", accepterOwnerId: STRANGER })],
      ...TRUSTED,
      findings: [
        "resource partner accepterOwnerId: This peering joins a Net to one of an account that is not a trusted one.",
      ],
      needs: ["partner.accepterOwnerId", "partner.accepterNetId"],
    },
  ],
  undetermined: [
    {
      name: "an account that comes with the deployment",
      resources: [permission(new Unknown())],
      reasons: ["golden: `permissionAdditions.accountIds[0]` is not known before deployment."],
    },
    {
      name: "the acceptance of a peering that somebody else asked for",
      resources: [resource("netPeeringAcceptation:NetPeeringAcceptation", "theirs", { netPeeringId: "pcx-12345678" })],
      reasons: ["theirs: `netPeeringId` leads out of this stack."],
    },
  ],
  notApplicable: [{ name: "what is not shared", resources: [net()] }],
});
