import { requireSubnetsInEverySubregion } from "../../policies/availability/require-subnets-in-every-subregion";
import { type Resource, Unknown } from "../../src/stack";
import { net } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const other = net("other");
const inA = "cloudgouv-eu-west-1a";
const inB = "cloudgouv-eu-west-1b";
const inC = "cloudgouv-eu-west-1c";

/** A Subnet whose name may tell its role. */
function named(name: string, subregionName?: string | Unknown, inputs: InputsOf<"subnet:Subnet"> = {}): Resource {
  return resource("subnet:Subnet", name, { netId: from(net()), subregionName, ...inputs });
}

const web = { tags: tags({ tier: "web" }) };
const tag = ["tags", "tags[0].key", "tags[0].value"];

policySuite(requireSubnetsInEverySubregion, {
  compliant: [
    {
      name: "one of each role in each Subregion, by tag and by name, the first by default",
      resources: [
        net(),
        ...[named("x", inA, { tags: tags({ Tier: "WEB" }) }), named("y", inB, web), named("z", inC, web)],
        ...[named("db-2", inB), named("db-3", inC)],
        named("db-1"),
      ],
    },
    {
      name: "Subnets whose names are nothing but a Subregion",
      resources: [net(), named("a", inA), named("b", inB), named(inC, inC)],
    },
    {
      name: "Subnets that a Tag resource gives their role",
      resources: [
        net(),
        ...[named("x", inA), named("y", inB), named("z", inC)],
        resource("tag:Tag", "tier", {
          resourceIds: [from(named("x", inA)), from(named("y", inB)), from(named("z", inC))],
          tag: tags({ tier: "web" }),
        }),
      ],
    },
  ],
  violation: [
    {
      name: "a declared role in two of three",
      resources: [net(), named("x", inA, web), named("y", inB, web)],
      findings: [`net net/web : The Net has no Subnet for this role in ${inC}, only x and y.`],
      needs: ["x", "y"].flatMap((name) => ["tags[0].key", "tags[0].value"].map((path) => `${name}.${path}`)),
    },
    {
      name: "a role by name in a Net with no Subnet in the third",
      resources: [net(), named("main-1", inA), named("main-2", inB), named("spare", inB)],
      findings: [
        `net net/main : The Net has no Subnet for this role in ${inC}, only main-1 and main-2.`,
        `net net/spare : The Net has no Subnet for this role in ${inC}, only spare.`,
      ],
      needs: ["main-2.subregionName", "spare.subregionName"],
    },
    {
      name: "namesakes in two Nets",
      resources: [net(), other, named("web-a", inA, web), named("web-b", inB, { ...web, netId: from(other) })],
      findings: [
        `net net/web : The Net has no Subnet for this role in ${inB} and ${inC}, only web-a.`,
        `net other/web : The Net has no Subnet for this role in ${inA} and ${inC}, only web-b.`,
      ],
      needs: ["web-a", "web-b"].flatMap((name) => [...tag, "subregionName"].map((path) => `${name}.${path}`)),
    },
  ],
  undetermined: [
    {
      name: "a role by name that misses a Subregion in which the Net has others",
      resources: [net(), named("web-a", inA), named("web-b", inB), named("web-c", inC), named("admin", inA)],
      reasons: [
        `net/admin: The Net has no Subnet for this role in ${inB} and ${inC}, only admin. That role is guessed from names: tag Subnets \`tier\` to declare it.`,
      ],
    },
    {
      name: "a Subnet whose role or Subregion is not known",
      resources: [
        ...[net(), other, named("x", inA, web), named("y", inB, web)],
        named("z", inC, { tags: [{ key: "tier", value: new Unknown() }] }),
        named("lone", new Unknown(), { ...web, netId: from(other) }),
      ],
      reasons: [
        'net/web: `tags[0].value` of "z" is not known before deployment.',
        'other/web: `subregionName` of "lone" is not known before deployment.',
        "z: `tags[0].value` is not known before deployment.",
      ],
    },
    {
      name: "Subnets of a Net of another stack",
      resources: [named("web-a", inA, { netId: "vpc-12345678", tags: tags({ tier: "web", environment: "prod" }) })],
      reasons: ["web: `netId` leads out of this stack."],
    },
    {
      name: "a Net to which another part of the system may add Subnets",
      resources: [net(), named("web-a", inA, web)],
      shared: { part: { of: "shop", siblings: ["network-b/prod"] } },
      reasons: [
        "net/web: Another part of shop (network-b/prod) may have other Subnets of this Net, and was not given.",
      ],
    },
  ],
  notApplicable: [
    { name: "a Net without Subnets", resources: [net()] },
    {
      name: "a role that stands alone by the settings",
      resources: [net(), named("vpn", inA)],
      shared: { singletons: [{ tier: "VPN", reason: "One gateway" }] },
    },
    {
      name: "Subnets of a Net for development",
      resources: [net("net", { tags: tags({ environment: "dev" }) }), named("web-a", inA, web)],
    },
  ],
});
