import { requireOksControlPlaneInEverySubregion } from "../../policies/availability/require-oks-control-plane-in-every-subregion";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource } from "../support/resources";

const everywhere = ["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b", "cloudgouv-eu-west-1c"];
const project = resource("oksProject:OksProject", "project", { region: "cloudgouv-eu-west-1" });
const trial = resource("oksProject:OksProject", "trial", { tags: { environment: "dev" } });

function cluster(inputs: InputsOf<"oksCluster:OksCluster">, of = project) {
  return resource("oksCluster:OksCluster", "shop", { projectId: from(of), ...inputs });
}

const notSpread = "resource shop cpMultiAz: The control plane is not spread over Subregions: `cpMultiAz` is not true.";
const lacksAll =
  "resource shop cpSubregions: `cpSubregions` lacks cloudgouv-eu-west-1a, cloudgouv-eu-west-1b and cloudgouv-eu-west-1c.";

policySuite(requireOksControlPlaneInEverySubregion, {
  compliant: [
    {
      name: "three masters by default, in all Subregions",
      resources: [project, cluster({ cpMultiAz: true, cpSubregions: everywhere })],
    },
    {
      name: "a larger type",
      resources: [project, cluster({ cpMultiAz: true, cpSubregions: everywhere, controlPlanes: "cp.3.masters.large" })],
    },
  ],
  violation: [
    {
      name: "a cluster that says nothing",
      resources: [project, cluster({})],
      findings: [notSpread, lacksAll],
      needs: [],
    },
    {
      name: "Subregions without what spreads over them",
      resources: [project, cluster({ cpSubregions: everywhere })],
      findings: [notSpread],
      needs: [],
    },
    {
      name: "two Subregions of three",
      resources: [project, cluster({ cpMultiAz: true, cpSubregions: everywhere.slice(0, 2) })],
      findings: ["resource shop cpSubregions: `cpSubregions` lacks cloudgouv-eu-west-1c."],
      needs: ["shop.cpSubregions"],
    },
    {
      name: "more gaps than Subregions that are not known",
      resources: [project, cluster({ cpMultiAz: true, cpSubregions: ["cloudgouv-eu-west-1a", new Unknown()] })],
      findings: ["resource shop cpSubregions: `cpSubregions` lacks cloudgouv-eu-west-1b and cloudgouv-eu-west-1c."],
      needs: ["shop.cpSubregions"],
    },
    {
      name: "a single master that claims to be everywhere",
      resources: [project, cluster({ controlPlanes: "cp.mono.master", cpMultiAz: true, cpSubregions: everywhere })],
      findings: ["resource shop controlPlanes: The control plane is a single master (cp.mono.master)."],
      needs: ["shop.controlPlanes"],
    },
    {
      name: "a cluster for production in a project for development",
      resources: [trial, cluster({ tags: { environment: "production" }, cpSubregions: everywhere }, trial)],
      findings: [notSpread],
      needs: ["shop.tags.environment"],
    },
  ],
  undetermined: [
    {
      name: "a Subregion that may be the one that lacks",
      resources: [
        project,
        cluster({ cpMultiAz: true, cpSubregions: ["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b", new Unknown()] }),
      ],
      reasons: ["shop: `cpSubregions[2]` is not known before deployment."],
    },
    {
      name: "a list of Subregions, or a type, that is not known",
      resources: [
        project,
        cluster({ cpMultiAz: true, cpSubregions: new Unknown() }),
        {
          ...cluster({ cpMultiAz: true, cpSubregions: everywhere, controlPlanes: new Unknown() }),
          urn: "urn:pulumi:test::unit::outscale:index/oksCluster:OksCluster::typed",
          name: "typed",
        },
      ],
      reasons: [
        "shop: `cpSubregions` is not known before deployment.",
        "typed: `controlPlanes` is not known before deployment.",
      ],
    },
    {
      name: "a project that is not in the stack",
      resources: [resource("oksCluster:OksCluster", "shop", { projectId: "project-id" })],
      reasons: ["shop: `projectId` leads out of this stack."],
    },
    {
      name: "outputs alone, where a default looks like a written value",
      resources: [project, { ...cluster({ cpMultiAz: false, cpSubregions: everywhere }), written: false }],
      reasons: ["shop: `projectId` is not known before deployment."],
    },
  ],
  notApplicable: [
    { name: "a cluster of a project for development", resources: [trial, cluster({}, trial)] },
    {
      name: "a cluster for tests",
      resources: [project, cluster({ tags: { Environment: "test" } })],
    },
  ],
});
