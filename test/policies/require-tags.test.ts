import { expect, test } from "@jest/globals";
import { requireTags } from "../../policies/operations/require-tags";
import { TAGGABLE } from "../../src/outscale/inventory/required-tags";
import { OUTSCALE_PACKAGE } from "../../src/outscale/provider/package";
import { Unknown } from "../../src/stack";
import { net, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const all = tags({ Owner: "team-shop", environment: "production" });

policySuite(requireTags, {
  compliant: [
    { name: "everything tagged", resources: [net("net", { tags: all })] },
    {
      name: "a tag that a Tag resource sets",
      resources: [volume("data"), resource("tag:Tag", "tags", { resourceIds: [from(volume("data"))], tag: all })],
    },
    {
      name: "a cluster, whose tags are a map",
      resources: [resource("oksCluster:OksCluster", "apps", { tags: { owner: "a", environment: "b" } })],
    },
    {
      name: "tags of one's own",
      resources: [net("net", { tags: tags({ "cost-center": "42" }) })],
      settings: { requiredTags: ["cost-center"] },
    },
  ],
  violation: [
    {
      name: "several resources, in one finding for each tag",
      resources: [
        ...["a", "b", "c", "d", "e"].map((name) => volume(name)),
        net("net", { tags: all }),
        vm("web", { tags: tags({ owner: "" }) }),
        resource("route:Route", "out"),
      ],
      settings: { requiredTags: ["owner"] },
      findings: ["stack unit-test : The tag `owner` is missing on web, a, b and 3 more."],
      needs: [],
    },
    {
      name: "one resource that lacks both",
      resources: [volume("data")],
      findings: [
        "stack unit-test : The tag `owner` is missing on data.",
        "stack unit-test : The tag `environment` is missing on data.",
      ],
      needs: [],
    },
  ],
  undetermined: [
    {
      name: "tags that come with the deployment",
      resources: [net("net", { tags: new Unknown() })],
      reasons: ['unit-test: `tags` of "net" is not known before deployment.'],
    },
  ],
  notApplicable: [{ name: "what cannot be tagged", resources: [resource("route:Route", "out")] }],
});

test("all that has tags in the provider's schema is asked for them", () => {
  const resources: Readonly<Record<string, { readonly inputProperties?: object }>> = OUTSCALE_PACKAGE.schema.resources;
  const tagged = Object.keys(resources).filter((type) => "tags" in (resources[type]?.inputProperties ?? {}));
  expect([...TAGGABLE].sort()).toEqual(tagged.sort());
});
