import { requireSubnetsInEverySubregion } from "../../policies/availability/require-subnets-in-every-subregion";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const other = resource("net:Net", "other", { ipRange: "10.1.0.0/16" });
const inA = "cloudgouv-eu-west-1a";
const inB = "cloudgouv-eu-west-1b";
const inC = "cloudgouv-eu-west-1c";

type Inputs = Parameters<typeof resource>[2];

function subnet(name: string, subregionName: string, inputs: Inputs = {}): Resource {
  return resource("subnet:Subnet", name, { netId: from(net), subregionName, ...inputs });
}

const web = { tags: tags({ tier: "web" }) };
const tag = ["tags", "tags[0].key", "tags[0].value"];

policySuite(requireSubnetsInEverySubregion, {
  compliant: [
    {
      name: "one of each role in each Subregion, by tag and by name, the first by default",
      resources: [
        net,
        ...[subnet("x", inA, { tags: tags({ Tier: "WEB" }) }), subnet("y", inB, web), subnet("z", inC, web)],
        ...[subnet("db-2", inB), subnet("db-3", inC)],
        resource("subnet:Subnet", "db-1", { netId: from(net) }),
      ],
    },
    {
      name: "Subnets whose names are nothing but a Subregion",
      resources: [net, subnet("a", inA), subnet("b", inB), subnet(inC, inC)],
    },
    {
      name: "Subnets that a Tag resource gives their role",
      resources: [
        net,
        ...[subnet("x", inA), subnet("y", inB), subnet("z", inC)],
        resource("tag:Tag", "tier", {
          resourceIds: [from(subnet("x", inA)), from(subnet("y", inB)), from(subnet("z", inC))],
          tag: tags({ tier: "web" }),
        }),
      ],
    },
  ],
  violation: [
    {
      name: "a declared role in two of three",
      resources: [net, subnet("x", inA, web), subnet("y", inB, web)],
      findings: [`net net/web : The Net has no Subnet for web in ${inC}, only x and y.`],
      needs: ["x", "y"].flatMap((name) => ["tags[0].key", "tags[0].value"].map((path) => `${name}.${path}`)),
    },
    {
      name: "a role by name in a Net with no Subnet in the third",
      resources: [net, subnet("main-1", inA), subnet("main-2", inB), subnet("spare", inB)],
      findings: [
        `net net/main : The Net has no Subnet for main in ${inC}, only main-1 and main-2.`,
        `net net/spare : The Net has no Subnet for spare in ${inC}, only spare.`,
      ],
      needs: ["main-2.subregionName", "spare.subregionName"],
    },
    {
      name: "namesakes in two Nets",
      resources: [net, other, subnet("web-a", inA, web), subnet("web-b", inB, { ...web, netId: from(other) })],
      findings: [
        `net net/web : The Net has no Subnet for web in ${inB} and ${inC}, only web-a.`,
        `net other/web : The Net has no Subnet for web in ${inA} and ${inC}, only web-b.`,
      ],
      needs: ["web-a", "web-b"].flatMap((name) => [...tag, "subregionName"].map((path) => `${name}.${path}`)),
    },
  ],
  undetermined: [
    {
      name: "a role by name that misses a Subregion in which the Net has others",
      resources: [net, subnet("web-a", inA), subnet("web-b", inB), subnet("web-c", inC), subnet("admin", inA)],
      reasons: [
        `net/admin: The Net has no Subnet for admin in ${inB} and ${inC}, only admin. That role is guessed from names: tag Subnets \`tier\` to declare it.`,
      ],
    },
    {
      name: "a Subnet whose role or Subregion is not known",
      resources: [
        ...[net, other, subnet("x", inA, web), subnet("y", inB, web)],
        subnet("z", inC, { tags: [{ key: "tier", value: new Unknown() }] }),
        resource("subnet:Subnet", "lone", { netId: from(other), subregionName: new Unknown(), ...web }),
      ],
      reasons: [
        'net/web: `tags[0].value` of "z" is not known before deployment.',
        'other/web: `subregionName` of "lone" is not known before deployment.',
        "z: `tags[0].value` is not known before deployment.",
      ],
    },
    {
      name: "Subnets of a Net of another stack",
      resources: [subnet("web-a", inA, { netId: "vpc-12345678", tags: tags({ tier: "web", environment: "prod" }) })],
      reasons: ["web: `netId` leads out of this stack."],
    },
    {
      name: "a Net to which another part of the system may add Subnets",
      resources: [net, subnet("web-a", inA, web)],
      shared: { part: { of: "shop", siblings: ["network-b/prod"] } },
      reasons: [
        "net/web: Another part of shop (network-b/prod) may have other Subnets of this Net, and was not given.",
      ],
    },
  ],
  notApplicable: [
    { name: "a Net without Subnets", resources: [net] },
    {
      name: "a role that stands alone by the settings",
      resources: [net, subnet("vpn", inA)],
      shared: { singletons: [{ tier: "VPN", reason: "One gateway" }] },
    },
    {
      name: "Subnets of a Net for development",
      resources: [resource("net:Net", "net", { tags: tags({ environment: "dev" }) }), subnet("web-a", inA, web)],
    },
  ],
});
