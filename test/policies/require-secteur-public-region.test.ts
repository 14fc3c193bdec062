import { requireSecteurPublicRegion } from "../../policies/availability/require-secteur-public-region";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, net, subnetIn, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { type AnyInputs, resource } from "../support/resources";

function provider(name: string, inputs: AnyInputs = {}): Resource {
  return resource("pulumi:providers:outscale", name, inputs);
}

const default_ = provider("default_1_8_0");

/** A Subnet that the default provider makes in a Subregion. */
function subnet(subregionName: string | Unknown): Resource {
  return { ...subnetIn("a", { subregionName }), provider: default_.urn };
}

policySuite(requireSecteurPublicRegion, {
  compliant: [
    { name: "a provider in the region", resources: [provider("explicit", { region: "cloudgouv-eu-west-1" })] },
    {
      name: "a region and endpoints written as JSON",
      resources: [
        provider("json", {
          api: '{"region":"cloudgouv-eu-west-1"}',
          endpoints: '[{"api":"https://api.cloudgouv-eu-west-1.outscale.com/api/v1"}]',
          oks: '{"endpoint":"https://api.cloudgouv-eu-west-1.oks.outscale.com/api/v2"}',
        }),
      ],
    },
    {
      name: "a provider that names nothing, settled by a Subregion",
      resources: [default_, subnet("cloudgouv-eu-west-1b")],
    },
    {
      name: "another region by configuration",
      resources: [provider("explicit", { region: "eu-west-2" })],
      shared: { region: "eu-west-2" },
    },
  ],
  violation: [
    {
      name: "a provider of another region",
      resources: [provider("paris", { region: "eu-west-2" })],
      findings: ["resource paris region: The region is eu-west-2, not cloudgouv-eu-west-1."],
      needs: ["paris.region"],
    },
    {
      name: "an endpoint that disagrees with the region",
      resources: [
        provider("mixed", { region: "cloudgouv-eu-west-1", api: '{"endpoint":"https://api.us-east-2.outscale.com"}' }),
      ],
      findings: ["resource mixed api.endpoint: The region is us-east-2, not cloudgouv-eu-west-1."],
      needs: ["mixed.api"],
    },
    {
      name: "endpoints as a list, and a Kubernetes region",
      resources: [
        provider("lists", { endpoints: [{ api: "api.eu-west-2.outscale.com" }], oks: { region: "eu-west-2" } }),
        resource("oksProject:OksProject", "apps", { region: "eu-west-2" }),
      ],
      findings: [
        "resource lists oks.region: The region is eu-west-2, not cloudgouv-eu-west-1.",
        "resource lists endpoints[0].api: The region is eu-west-2, not cloudgouv-eu-west-1.",
        "resource apps region: The region is eu-west-2, not cloudgouv-eu-west-1.",
      ],
      // Either place of the provider is enough.
      needs: ["apps.region"],
    },
    {
      name: "a Subregion of another region, on every kind of resource that names one",
      resources: [
        subnet("eu-west-2a"),
        vm("lone", { placementSubregionName: "eu-west-2a" }),
        volume("data", { subregionName: "eu-west-2b" }),
        loadBalancer("lb", { subregionNames: ["us-west-1a"] }),
      ],
      findings: [
        "resource lb subregionNames[0]: The region is us-west-1, not cloudgouv-eu-west-1.",
        "resource subnet-a subregionName: The region is eu-west-2, not cloudgouv-eu-west-1.",
        "resource lone placementSubregionName: The region is eu-west-2, not cloudgouv-eu-west-1.",
        "resource data subregionName: The region is eu-west-2, not cloudgouv-eu-west-1.",
      ],
      needs: ["subnet-a.subregionName", "lone.placementSubregionName", "data.subregionName", "lb.subregionNames[0]"],
    },
  ],
  undetermined: [
    {
      name: "a provider that takes its region from the environment",
      resources: [default_],
      reasons: [
        "default_1_8_0: The provider takes its region from the environment, and no Subregion in the stack tells which one.",
      ],
    },
    {
      name: "a provider with a profile alone",
      resources: [provider("profile", { profile: "prod" })],
      reasons: [
        "profile: The provider takes its region from the environment, and no Subregion in the stack tells which one.",
      ],
    },
    {
      name: "an endpoint whose host names no region",
      resources: [provider("proxy", { api: { endpoint: "https://proxy.example.com" } })],
      reasons: ["proxy: `api.endpoint` cannot be judged: an endpoint whose host names no region."],
    },
    {
      name: "a Subregion that is not known",
      resources: [subnet(new Unknown())],
      reasons: ["subnet-a: `subregionName` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "resources that lie nowhere in particular",
      resources: [net()],
    },
  ],
});
