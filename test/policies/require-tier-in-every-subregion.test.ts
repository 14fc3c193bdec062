import { requireTierInEverySubregion } from "../../policies/availability/require-tier-in-every-subregion";
import { type Resource, Unknown } from "../../src/stack";
import { net, securityGroup, subnetIn, vm, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, tags } from "../support/resources";

const [a, b, c] = [subnetIn("a"), subnetIn("b"), subnetIn("c")];
const ground = [net(), securityGroup(), a, b, c];

/** A VM of the one security group, by which tiers are guessed. */
function member(subnet: Resource, name: string, inputs: InputsOf<"vm:Vm"> = {}): Resource {
  return vmIn(subnet, name, { securityGroupIds: [from(securityGroup())], ...inputs });
}

/** A VM of a tier in the Subnet of that letter. */
function tagged(letter: string, inputs: InputsOf<"vm:Vm">): Resource {
  return member(subnetIn(letter as "a"), `web-${letter}`, inputs);
}

const web = { tags: tags({ tier: "web" }) };
const inA = "cloudgouv-eu-west-1a";
const inB = "cloudgouv-eu-west-1b";
const inC = "cloudgouv-eu-west-1c";

const subnetType = "outscale:index/subnet:Subnet";

policySuite(requireTierInEverySubregion, {
  compliant: [
    {
      name: "a declared tier in all three",
      resources: [...ground, member(a, "x", web), member(b, "y", web), member(c, "z", web)],
    },
    {
      name: "a guessed tier in all three",
      resources: [...ground, member(a, "s3-proxy-a"), member(b, "s3-proxy-b"), member(c, "s3-proxy-1c")],
    },
    {
      name: "a tier whose VMs stand in their Subnets through NICs",
      resources: [
        ...ground,
        ...[a, b, c].map((subnet, index) =>
          vm(`nics-${String(index)}`, {
            nics: [{ deviceNumber: 0, subnetId: from(subnet), securityGroupIds: [from(securityGroup())] }],
            ...web,
          }),
        ),
      ],
    },
    {
      name: "a tier by the setting, one VM left to the first Subregion",
      resources: [
        vm("queue-1"),
        vm("queue-2", { placementSubregionName: inB }),
        vm("queue-3", { placementSubregionName: inC }),
      ],
      shared: { tierOf: { "queue-*": "queue" } },
    },
  ],
  violation: [
    {
      name: "VMs of which nothing says what they do, none of them in the third Subregion",
      resources: [...ground, member(a, "batch-a"), member(b, "ledger"), member(a, "spare", { state: "stopped" })],
      findings: [
        `net net : Whatever the tiers of its VMs are, none stands in ${inC}. No tag says what batch-a and ledger do.`,
      ],
      needs: ["spare.state", "batch-a.subnetId", "ledger.subnetId", "spare.subnetId"],
    },
    {
      name: "a tagged tier beside VMs without a tag, all in two Subregions",
      resources: [...ground, ...["a", "b"].map((letter) => tagged(letter, web)), member(a, "legacy")],
      findings: [
        `tier web : This tier has no VM in ${inC}. It consists of web-a and web-b (grouped by their tag).`,
        `net net : Whatever the tiers of its VMs are, none stands in ${inC}. No tag says what legacy does.`,
      ],
      needs: ["web-a", "web-b"]
        .flatMap((name) => [`${name}.tags[0].key`, `${name}.tags[0].value`, `${name}.subnetId`])
        .concat("legacy.subnetId", "subnet-a.subregionName"),
    },
    {
      name: "VMs in the public Cloud",
      resources: [vm("old"), vm("older")],
      findings: [
        `net public Cloud : Whatever the tiers of its VMs are, none stands in ${inB} and ${inC}. No tag says what old and older do.`,
      ],
      needs: [],
    },
    {
      name: "two applications with a tier of one name, one of them in two Subregions",
      resources: [
        ...ground,
        ...["a", "b"].map((letter) => tagged(letter, { tags: tags({ tier: "web", application: "shop" }) })),
        ...[a, b, c].map((subnet, index) =>
          member(subnet, `bill-${String(index)}`, { tags: tags({ tier: "web", application: "billing" }) }),
        ),
      ],
      findings: [
        `tier web : This tier (shop, production) has no VM in ${inC}. It consists of web-a and web-b (grouped by their tag).`,
      ],
      needs: ["web-a", "web-b", "bill-0", "bill-1", "bill-2"].flatMap((name) =>
        ["tags[0].key", "tags[0].value", "tags[1].key", "tags[1].value", "subnetId"].map((path) => `${name}.${path}`),
      ),
    },
    {
      name: "VMs in Subnets of another stack, whose places are known",
      resources: ["a", "b"].map((zone) => vm(`web-${zone}`, { subnetId: `subnet-0000000${zone}`, ...web })),
      shared: {
        known: {
          "subnet-0000000a": { type: subnetType, subregion: "cloudgouv-eu-west-1a", net: "vpc-00000001" },
          "subnet-0000000b": { type: subnetType, subregion: "cloudgouv-eu-west-1b", net: "vpc-00000001" },
          "vpc-00000001": { type: "outscale:index/net:Net" },
        },
      },
      findings: [`tier web : This tier has no VM in ${inC}. It consists of web-a and web-b (grouped by their tag).`],
      needs: ["web-a", "web-b"].flatMap((name) =>
        ["subnetId", "tags[0].key", "tags[0].value"].map((path) => `${name}.${path}`),
      ),
    },
    {
      name: "a declared tier in two of three",
      resources: [...ground, member(a, "web-1", web), member(b, "web-2", web)],
      findings: [`tier web : This tier has no VM in ${inC}. It consists of web-1 and web-2 (grouped by their tag).`],
      needs: ["web-1.tags[0].key", "web-1.tags[0].value", "web-2.tags[0].key", "web-2.tags[0].value"],
    },
    {
      name: "a stopped VM in the third",
      resources: [
        ...ground,
        member(a, "web-1", web),
        member(b, "web-2", web),
        member(c, "web-3", { ...web, state: "stopped" }),
      ],
      findings: [`tier web : This tier has no VM in ${inC}. It consists of web-1 and web-2 (grouped by their tag).`],
      needs: ["web-3.state", ...["web-1", "web-2"].flatMap((name) => [`${name}.tags[0].key`, `${name}.tags[0].value`])],
    },
    {
      name: "a tier by what its VMs repulse, all in one Subregion",
      resources: [
        ...ground,
        member(a, "alpha", { tags: tags({ "osc.fcu.repulse_server": "db" }) }),
        member(a, "omega", { tags: tags({ "osc.fcu.repulse_server": "db" }) }),
      ],
      findings: [
        `tier db : This tier has no VM in ${inB} and ${inC}. It consists of alpha and omega (grouped by the \`osc.fcu.repulse_server\` they share).`,
      ],
      needs: ["alpha", "omega"].flatMap((name) => [`${name}.tags[0].key`, `${name}.tags[0].value`]),
    },
  ],
  undetermined: [
    {
      name: "a tier whose gap another part of the system may fill",
      resources: [...ground, member(a, "web-1", web), member(b, "web-2", web)],
      shared: { part: { of: "shop", siblings: ["shop-c/prod", "network"] } },
      reasons: [
        "web: Another part of shop (shop-c/prod and network) may have other VMs of this tier, and was not given.",
      ],
    },
    {
      name: "a guessed tier in two of three, in a Net that has VMs in all",
      resources: [
        ...ground,
        member(a, "batch-a"),
        member(b, "batch-b"),
        ...["a", "b", "c"].map((letter) => tagged(letter, web)),
      ],
      reasons: [
        `batch: This tier has no VM in ${inC}. It consists of batch-a and batch-b (grouped by name and security groups). This tier is guessed: tag its VMs \`tier\` to declare it.`,
      ],
    },
    {
      name: "a lone VM whose name says that it stands alone by its nature",
      resources: [...ground, member(a, "bastion")],
      reasons: [
        `bastion: This tier has no VM in ${inB} and ${inC}. It consists of bastion (like no other VM). This tier is guessed: tag its VMs \`tier\` to declare it.`,
      ],
    },
    {
      name: "VMs that miss a Subregion, unless one more that may be of another environment stands there",
      resources: [
        ...ground,
        member(a, "x"),
        member(c, "y", { tags: [{ key: "environment", value: new Unknown() }] }),
        member(b, "z"),
      ],
      reasons: [
        `x: This tier has no VM in ${inB} and ${inC}. It consists of x (like no other VM). This tier is guessed: tag its VMs \`tier\` to declare it.`,
        "y: `tags[0].value` is not known before deployment.",
        `z: This tier has no VM in ${inA} and ${inC}. It consists of z (like no other VM). This tier is guessed: tag its VMs \`tier\` to declare it.`,
      ],
    },
    {
      name: "a tier whose gaps a VM in an unknown Subregion may fill",
      resources: [
        ...ground,
        member(a, "web-1", web),
        member(b, "web-2", web),
        member(b, "web-3", { subnetId: from(b, c), ...web }),
      ],
      reasons: ['web: `subnetId` of "web-3" is not known before deployment; possible: "subnet-b", "subnet-c".'],
    },
    {
      name: "VMs in Subnets of another stack",
      resources: [vm("web-1", { subnetId: "subnet-12345678", ...web })],
      reasons: ["web: `subnetId` leads out of this stack."],
    },
    {
      name: "a VM whose tier is not known",
      resources: [...ground, member(a, "web-1", { tags: [{ key: "tier", value: new Unknown() }] })],
      reasons: ["web-1: `tags[0].value` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "VMs in a Net of another stack that is known to be a test environment",
      resources: [vm("web-1", { subnetId: "subnet-00000001", ...web })],
      shared: {
        known: {
          "subnet-00000001": { type: subnetType, subregion: "cloudgouv-eu-west-1a", net: "vpc-00000001" },
          "vpc-00000001": { type: "outscale:index/net:Net", environment: "test" },
        },
      },
    },
    {
      name: "a stack for development",
      resources: [...ground, member(a, "web-1", web)],
      shared: { environment: { default: "dev" } },
    },
    { name: "stopped VMs", resources: [...ground, member(a, "web-1", { ...web, state: "stopped" })] },
  ],
  accepted: [
    {
      name: "builders that are made to be thrown away",
      resources: [...ground, member(a, "web-1", { tags: tags({ tier: "builder", lifecycle: "Ephemeral" }) })],
      losses: ["builder: Its VMs are made to be thrown away."],
    },
    {
      name: "a bastion, which stands alone by its nature",
      resources: [...ground, member(a, "door", { tags: tags({ tier: "bastion" }) })],
      losses: ["bastion: It stands alone by its nature."],
    },
    {
      name: "a tier that the settings let stand alone",
      resources: [...ground, member(a, "clock", { tags: tags({ tier: "time" }) })],
      shared: { standaloneTiers: ["TIME"] },
      losses: ["time: It stands alone by its nature."],
    },
    {
      name: "a tier that cannot be had in another Subregion",
      resources: [...ground, member(a, "gpu", { tags: tags({ tier: "training" }) })],
      shared: { singletons: [{ tier: "training", reason: "The GPU is in a only.", impossibleElsewhere: true }] },
      losses: ["training: It cannot be had in another Subregion: The GPU is in a only."],
    },
    {
      name: "a singleton of the settings",
      resources: [...ground, member(a, "web-1", web)],
      shared: { singletons: [{ tier: "web", reason: "Licensed for one host" }] },
      losses: ["web: It stands alone: Licensed for one host"],
    },
    {
      name: "a batch that is run as well as may be",
      resources: [...ground, member(a, "batch", { tags: tags({ tier: "batch", availability: "best-effort" }) })],
      losses: ["batch: It is run as well as may be."],
    },
  ],
});
