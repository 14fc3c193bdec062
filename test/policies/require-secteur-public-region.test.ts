import { requireSecteurPublicRegion } from "../../policies/availability/require-secteur-public-region";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, net, subnetIn, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { type AnyInputs, from, resource, tags } from "../support/resources";

function provider(name: string, inputs: AnyInputs = {}): Resource {
  return resource("pulumi:providers:outscale", name, inputs);
}

const default_ = provider("default_1_8_0");

/** A Subnet that the default provider makes in a Subregion. */
function subnet(subregionName: string | Unknown): Resource {
  return { ...subnetIn("a", { subregionName }), provider: default_.urn };
}

/** A Net of a class in another region, with a Subnet. */
function recovery(sensitivity: string): Resource[] {
  const paris = provider("paris", { region: "eu-west-2" });
  const away = { ...net("away", { tags: tags({ sensitivity }) }), provider: paris.urn };
  return [paris, away, { ...subnetIn("a", { netId: from(away), subregionName: "eu-west-2a" }), provider: paris.urn }];
}

const ANSWERED = { site: "outscale:eu-west-2", owner: "team", until: "2026-06-30", attestation: "HDS 12" };
const RECOVERY = (name: string) =>
  `${name}: It lies in eu-west-2, a site for recovery: outside the convention, nothing is claimed for it.`;

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
  accepted: [
    {
      name: "a site for recovery in the Union, of data that are not sensitive",
      resources: recovery("internal"),
      shared: { recoverySites: ["outscale:eu-west-2"] },
      losses: [RECOVERY("paris"), RECOVERY("subnet-a")],
    },
    {
      name: "the same of sensitive data, for which somebody answers with an attestation of its own",
      resources: recovery("sensitive"),
      shared: { recoverySites: [ANSWERED] },
      losses: [RECOVERY("paris"), RECOVERY("subnet-a")],
    },
  ],
  violation: [
    {
      name: "a site for recovery of sensitive data for which nobody answers",
      resources: recovery("sensitive"),
      shared: { recoverySites: ["outscale:eu-west-2"] },
      findings: [
        "resource paris region: The region is eu-west-2, not cloudgouv-eu-west-1: its entry in `recoverySites` lacks what sensitive data ask for.",
        "resource subnet-a subregionName: The region is eu-west-2, not cloudgouv-eu-west-1: its entry in `recoverySites` lacks what sensitive data ask for.",
      ],
      needs: ["paris.region", "subnet-a.subregionName", "away.tags[0].key", "away.tags[0].value", "subnet-a.netId"],
    },
    {
      name: "a site for recovery whose time is over",
      resources: recovery("sensitive"),
      shared: { recoverySites: [{ ...ANSWERED, until: "2026-01-30" }] },
      findings: [
        "resource paris region: The region is eu-west-2, not cloudgouv-eu-west-1: its entry in `recoverySites` lacks what sensitive data ask for.",
        "resource subnet-a subregionName: The region is eu-west-2, not cloudgouv-eu-west-1: its entry in `recoverySites` lacks what sensitive data ask for.",
      ],
      needs: ["paris.region", "subnet-a.subregionName", "away.tags[0].key", "away.tags[0].value", "subnet-a.netId"],
    },
    {
      name: "a site for recovery outside the Union, whoever answers for it",
      resources: [provider("ohio", { region: "us-east-2" })],
      shared: { recoverySites: [{ ...ANSWERED, site: "outscale:us-east-2" }] },
      findings: ["resource ohio region: The region is us-east-2, not cloudgouv-eu-west-1."],
      needs: ["ohio.region"],
    },
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
