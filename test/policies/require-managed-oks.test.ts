import { requireManagedOks } from "../../policies/operations/require-managed-oks";
import { Unknown } from "../../src/stack";
import { net } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { type InputsOf, resource } from "../support/resources";

const window = (enabled: boolean | Unknown = true) => ({ enabled, weekDay: "Tue", startHour: 3, durationHours: 2 });
const autoMaintenances = { minorUpgradeMaintenance: window(), patchUpgradeMaintenance: window() };

function cluster(inputs: InputsOf<"oksCluster:OksCluster">) {
  return resource("oksCluster:OksCluster", "apps", { version: "1.32", ...inputs });
}

const unmaintained = "resource apps autoMaintenances: No window is set for both new versions and their patches.";

policySuite(requireManagedOks, {
  compliant: [
    { name: "both windows", resources: [cluster({ autoMaintenances })] },
    {
      name: "a version of the setting, or a patch of one",
      resources: [cluster({ autoMaintenances, version: "1.32.4" })],
      settings: { versions: ["1.31", "1.32"] },
    },
    {
      name: "a list of plugins that is empty",
      resources: [cluster({ autoMaintenances, admissionFlags: { disableAdmissionPlugins: [] } })],
    },
  ],
  violation: [
    { name: "no window", resources: [cluster({})], findings: [unmaintained], needs: [] },
    {
      name: "one window of two",
      resources: [
        cluster({ autoMaintenances: { minorUpgradeMaintenance: window(), patchUpgradeMaintenance: window(false) } }),
      ],
      findings: [unmaintained],
      needs: [
        "apps.autoMaintenances",
        "apps.autoMaintenances.patchUpgradeMaintenance",
        "apps.autoMaintenances.patchUpgradeMaintenance.enabled",
      ],
    },
    {
      name: "plugins that are turned off",
      resources: [cluster({ autoMaintenances, admissionFlags: { disableAdmissionPlugins: ["LimitRanger"] } })],
      findings: [
        "resource apps admissionFlags.disableAdmissionPlugins: Admission plugins that clusters come with are disabled.",
      ],
      needs: ["apps.admissionFlags", "apps.admissionFlags.disableAdmissionPlugins"],
    },
    {
      name: "another version than those of the setting",
      resources: [cluster({ autoMaintenances, version: "1.3" })],
      settings: { versions: ["1.32"] },
      findings: ["resource apps version: Its version is none of those of the setting `versions`."],
      needs: ["apps.version"],
    },
  ],
  undetermined: [
    {
      name: "windows that come with the deployment",
      resources: [cluster({ autoMaintenances: new Unknown() })],
      reasons: ["apps: `autoMaintenances` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "other resources", resources: [net()] }],
});
