import { requireTierInEverySubregion } from "../../policies/availability/require-tier-in-every-subregion";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource, tags } from "../support/resources";

const net = resource("net:Net", "net", { ipRange: "10.0.0.0/16" });
const group = resource("securityGroup:SecurityGroup", "group");
const [a, b, c] = ["a", "b", "c"].map((letter) =>
  resource("subnet:Subnet", `subnet-${letter}`, { netId: from(net), subregionName: `cloudgouv-eu-west-1${letter}` }),
) as [Resource, Resource, Resource];
const ground = [net, group, a, b, c];

function vm(name: string, subnet: Resource, inputs: Parameters<typeof resource>[2] = {}) {
  return resource("vm:Vm", name, { subnetId: from(subnet), securityGroupIds: [from(group)], ...inputs });
}

const web = { tags: tags({ tier: "web" }) };
const inB = "cloudgouv-eu-west-1b";
const inC = "cloudgouv-eu-west-1c";

const subnetType = "outscale:index/subnet:Subnet";

policySuite(requireTierInEverySubregion, {
  compliant: [
    { name: "a declared tier in all three", resources: [...ground, vm("x", a, web), vm("y", b, web), vm("z", c, web)] },
    {
      name: "a guessed tier in all three",
      resources: [...ground, vm("s3-proxy-a", a), vm("s3-proxy-b", b), vm("s3-proxy-1c", c)],
    },
    {
      name: "a tier whose VMs stand in their Subnets through NICs",
      resources: [
        ...ground,
        ...[a, b, c].map((subnet, index) =>
          resource("vm:Vm", `nics-${String(index)}`, {
            nics: [{ deviceNumber: 0, subnetId: from(subnet), securityGroupIds: [from(group)] }],
            ...web,
          }),
        ),
      ],
    },
    {
      name: "a tier by the setting, one VM left to the first Subregion",
      resources: [
        resource("vm:Vm", "queue-1", {}),
        resource("vm:Vm", "queue-2", { placementSubregionName: inB }),
        resource("vm:Vm", "queue-3", { placementSubregionName: inC }),
      ],
      shared: { tierOf: { "queue-*": "queue" } },
    },
  ],
  violation: [
    {
      name: "VMs in Subnets of another stack, whose places are known",
      resources: ["a", "b"].map((zone) =>
        resource("vm:Vm", `web-${zone}`, { subnetId: `subnet-0000000${zone}`, ...web }),
      ),
      shared: {
        known: {
          "subnet-0000000a": { type: subnetType, subregion: "cloudgouv-eu-west-1a", net: "vpc-00000001" },
          "subnet-0000000b": { type: subnetType, subregion: "cloudgouv-eu-west-1b", net: "vpc-00000001" },
          "vpc-00000001": { type: "outscale:index/net:Net" },
        },
      },
      findings: [`tier web : Tier web has no VM in ${inC}. It consists of web-a and web-b (grouped by their tag).`],
      needs: ["web-a", "web-b"].flatMap((name) =>
        ["subnetId", "tags[0].key", "tags[0].value"].map((path) => `${name}.${path}`),
      ),
    },
    {
      name: "a declared tier in two of three",
      resources: [...ground, vm("web-1", a, web), vm("web-2", b, web)],
      findings: [`tier web : Tier web has no VM in ${inC}. It consists of web-1 and web-2 (grouped by their tag).`],
      needs: ["web-1.tags[0].key", "web-1.tags[0].value", "web-2.tags[0].key", "web-2.tags[0].value"],
    },
    {
      name: "a stopped VM in the third",
      resources: [...ground, vm("web-1", a, web), vm("web-2", b, web), vm("web-3", c, { ...web, state: "stopped" })],
      findings: [`tier web : Tier web has no VM in ${inC}. It consists of web-1 and web-2 (grouped by their tag).`],
      needs: ["web-3.state", ...["web-1", "web-2"].flatMap((name) => [`${name}.tags[0].key`, `${name}.tags[0].value`])],
    },
    {
      name: "a tier by what its VMs repulse, all in one Subregion",
      resources: [
        ...ground,
        vm("alpha", a, { tags: tags({ "osc.fcu.repulse_server": "db" }) }),
        vm("omega", a, { tags: tags({ "osc.fcu.repulse_server": "db" }) }),
      ],
      findings: [
        `tier db : Tier db has no VM in ${inB} and ${inC}. It consists of alpha and omega (grouped by the \`osc.fcu.repulse_server\` they share).`,
      ],
      needs: ["alpha", "omega"].flatMap((name) => [`${name}.tags[0].key`, `${name}.tags[0].value`]),
    },
  ],
  undetermined: [
    {
      name: "a tier whose gap another part of the system may fill",
      resources: [...ground, vm("web-1", a, web), vm("web-2", b, web)],
      shared: { part: { of: "shop", siblings: ["shop-c/prod", "network"] } },
      reasons: [
        "web: Another part of shop (shop-c/prod and network) may have other VMs of this tier, and was not given.",
      ],
    },
    {
      name: "a guessed tier in two of three",
      resources: [...ground, vm("batch-a", a), vm("batch-b", b)],
      reasons: [
        `batch: Tier batch has no VM in ${inC}. It consists of batch-a and batch-b (grouped by name and security groups). This tier is guessed: tag its VMs \`tier\` to declare it.`,
      ],
    },
    {
      name: "a tier whose gaps a VM in an unknown Subregion may fill",
      resources: [
        ...ground,
        vm("web-1", a, web),
        vm("web-2", b, web),
        resource("vm:Vm", "web-3", { subnetId: from(b, c), securityGroupIds: [from(group)], ...web }),
      ],
      reasons: ['web: `subnetId` of "web-3" is not known before deployment; possible: "subnet-b", "subnet-c".'],
    },
    {
      name: "VMs in Subnets of another stack",
      resources: [resource("vm:Vm", "web-1", { subnetId: "subnet-12345678", ...web })],
      reasons: ["web: `subnetId` leads out of this stack."],
    },
    {
      name: "a VM whose tier is not known",
      resources: [...ground, vm("web-1", a, { tags: [{ key: "tier", value: new Unknown() }] })],
      reasons: ["web-1: `tags[0].value` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "VMs in a Net of another stack that is known to be a test environment",
      resources: [resource("vm:Vm", "web-1", { subnetId: "subnet-00000001", ...web })],
      shared: {
        known: {
          "subnet-00000001": { type: subnetType, subregion: "cloudgouv-eu-west-1a", net: "vpc-00000001" },
          "vpc-00000001": { type: "outscale:index/net:Net", environment: "test" },
        },
      },
    },
    {
      name: "a stack for development",
      resources: [...ground, vm("web-1", a, web)],
      shared: { environment: { default: "dev" } },
    },
    {
      name: "builders that are made to be thrown away",
      resources: [...ground, vm("web-1", a, { tags: tags({ tier: "builder", lifecycle: "Ephemeral" }) })],
    },
    { name: "stopped VMs", resources: [...ground, vm("web-1", a, { ...web, state: "stopped" })] },
  ],
  accepted: [
    {
      name: "a singleton of the settings",
      resources: [...ground, vm("web-1", a, web)],
      shared: { singletons: [{ tier: "web", reason: "Licensed for one host" }] },
      losses: ["web: It stands alone: Licensed for one host"],
    },
    {
      name: "a batch that is run as well as may be",
      resources: [...ground, vm("batch", a, { tags: tags({ tier: "batch", availability: "best-effort" }) })],
      losses: ["batch: It is run as well as may be."],
    },
  ],
});
