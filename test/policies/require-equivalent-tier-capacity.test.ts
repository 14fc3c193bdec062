import { requireEquivalentTierCapacity } from "../../policies/availability/require-equivalent-tier-capacity";
import { type Resource, Unknown } from "../../src/stack";
import { vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

/** A VM of the tier, in the public Cloud, whose name ends with the letter of its Subregion. */
function member(name: string, inputs: InputsOf<"vm:Vm"> = {}, more: Readonly<Record<string, string>> = {}): Resource {
  return vm(name, {
    placementSubregionName: `cloudgouv-eu-west-1${name.at(-1) ?? ""}`,
    vmType: "tinav6.c2r4p2",
    tags: tags({ tier: "web", ...more }),
    ...inputs,
  });
}

/** A GPU, linked to a VM. */
function gpu(on: Resource, modelName: string | Unknown = "nvidia-m60", name = `gpu of ${on.name}`): Resource[] {
  const made = resource("flexibleGpu:FlexibleGpu", name, { modelName });
  return [made, resource("flexibleGpuLink:FlexibleGpuLink", name, { vmId: from(on), flexibleGpuIds: [from(made)] })];
}

const a = member("web-a");
const b = member("web-b");
const c = member("web-c");
const names = (vms: readonly Resource[], ...paths: string[]) =>
  vms.flatMap(({ name }) => paths.map((path) => `${name}.${path}`));
const PLACED = ["placementSubregionName", "tags[0].key", "tags[0].value"];

policySuite(requireEquivalentTierCapacity, {
  compliant: [
    { name: "one VM of one size in each Subregion", resources: [a, b, c] },
    { name: "one VM more in a Subregion than in the others", resources: [a, member("web-2-a"), b, c] },
    {
      name: "types of two generations with the same cores, memory and performance",
      resources: [a, b, member("web-c", { vmType: "tinav7.c2r4p2" })],
    },
    {
      name: "performance by its own property and in the type",
      resources: [
        member("web-a", { vmType: "tinav6.c2r4", performance: "highest" }),
        member("web-b", { vmType: "TINAV6.C2R4P1" }),
      ],
    },
    {
      name: "the default performance, written out",
      resources: [
        member("web-a", { vmType: "tinav6.c2r4" }),
        member("web-b", { vmType: "tinav6.c2r4", performance: "high" }),
      ],
    },
    {
      name: "types of one name that tells no size, and none at all",
      resources: [member("web-a", { vmType: "t2.small" }), member("web-b", { vmType: undefined })],
    },
    {
      name: "a difference within the tolerance",
      resources: [member("web-a", { vmType: "tinav6.c8r16p2" }), member("web-b", { vmType: "tinav6.c9r18p2" })],
      settings: { capacityTolerance: 12 },
    },
    {
      name: "the same GPUs, linked one by one or together, for processors of any generation",
      resources: [
        ...[a, b, ...gpu(a, "nvidia-m60", "one"), ...gpu(a, "nvidia-p6", "two")],
        resource("flexibleGpu:FlexibleGpu", "three", { modelName: "NVIDIA-P6", generation: "v5" }),
        resource("flexibleGpu:FlexibleGpu", "four", { modelName: "nvidia-m60" }),
        resource("flexibleGpuLink:FlexibleGpuLink", "both", {
          vmId: from(b),
          flexibleGpuIds: ["three", "four"].map((name) => from(resource("flexibleGpu:FlexibleGpu", name))),
        }),
      ],
    },
    {
      name: "a witness, which is smaller than the others",
      resources: [a, b, member("web-c", { vmType: "tinav6.c1r1p3" }, { quorum: "witness" })],
    },
    {
      name: "a tier that a setting declares",
      resources: [a, b],
      shared: { tierTagKeys: ["none"], tierOf: { "web-*": "web" } },
    },
  ],
  violation: [
    {
      name: "two VMs more in a Subregion than in another",
      resources: [a, member("web-2-a"), member("web-3-a"), b, member("web-2-b"), c],
      findings: [
        "tier web : It has 3 VM (cloudgouv-eu-west-1a), 2 VM (cloudgouv-eu-west-1b) and 1 VM (cloudgouv-eu-west-1c).",
      ],
      needs: names([a, member("web-2-a"), member("web-3-a"), b, member("web-2-b"), c], ...PLACED, "vmType"),
    },
    {
      name: "a VM with fewer cores, on a host of its own",
      resources: [a, b, member("web-c", { vmType: "tinav6.c1r4p2", placementTenancy: "dedicated" })],
      findings: [
        "tier web : VMs of this tier are not equivalent. web-a and web-b: tinav6.c2r4p2 default; web-c: tinav6.c1r4p2 dedicated.",
      ],
      needs: [...names([a, b, c], ...PLACED), "web-a.vmType", "web-b.vmType"],
    },
    {
      name: "two canaries beside VMs that have their equivalent everywhere",
      resources: [
        a,
        b,
        c,
        member("web-canary-a", { vmType: "tinav6.c8r8p1" }),
        member("web-green-a", { vmType: "tinav6.c8r8p1" }),
      ],
      findings: [
        "tier web : VMs of this tier have no equivalent in another Subregion, and support times are lost for these alone. web-canary-a and web-green-a: tinav6.c8r8p1 default.",
      ],
      needs: [
        ...names([a, b, c], ...PLACED, "vmType"),
        ...["web-canary-a", "web-green-a"].flatMap((name) => [...PLACED, "vmType"].map((path) => `${name}.${path}`)),
      ],
    },
    {
      name: "another performance",
      resources: [member("web-a", { vmType: "tinav6.c2r4", performance: "medium" }), b],
      findings: [
        "tier web : VMs of this tier are not equivalent. web-a: tinav6.c2r4 medium default; web-b: tinav6.c2r4p2 default.",
      ],
      needs: [...names([a, b], ...PLACED), "web-a.vmType", "web-b.vmType", "web-a.performance"],
    },
    {
      name: "a difference beyond the tolerance",
      resources: [member("web-a", { vmType: "tinav6.c8r16p2" }), member("web-b", { vmType: "tinav6.c8r20p2" })],
      settings: { capacityTolerance: 12 },
      findings: [
        "tier web : VMs of this tier are not equivalent. web-a: tinav6.c8r16p2 default; web-b: tinav6.c8r20p2 default.",
      ],
      needs: [...names([a, b], ...PLACED), "web-a.vmType", "web-b.vmType"],
    },
    {
      name: "a GPU on one VM of three",
      resources: [a, b, c, ...gpu(b)],
      findings: [
        "tier web : VMs of this tier are not equivalent. web-a and web-c: tinav6.c2r4p2 default; web-b: tinav6.c2r4p2 default GPU nvidia-m60.",
      ],
      needs: [...names([a, b, c], ...PLACED), ...names([a, c], "vmType"), "gpu of web-b.flexibleGpuIds"],
    },
    {
      name: "GPUs of two models, and one that is not the stack's",
      resources: [
        ...[a, b, ...gpu(a), ...gpu(b, "nvidia-p100"), member("web-c", { placementTenancy: "dedicated" })],
        resource("flexibleGpuLink:FlexibleGpuLink", "foreign", { vmId: from(c), flexibleGpuIds: ["fgpu-12345678"] }),
      ],
      findings: [
        "tier web : VMs of this tier are not equivalent. web-a: tinav6.c2r4p2 default GPU nvidia-m60; web-b: tinav6.c2r4p2 default GPU nvidia-p100; web-c: tinav6.c2r4p2 dedicated GPU.",
      ],
      needs: [
        ...names([a, b, c], ...PLACED),
        ...["a", "b"].flatMap((letter) => [`gpu of web-${letter}.modelName`, `gpu of web-${letter}.flexibleGpuIds`]),
        "web-c.placementTenancy",
      ],
    },
  ],
  undetermined: [
    {
      name: "a type that is not known",
      resources: [a, member("web-b", { vmType: new Unknown() })],
      reasons: ['web: `vmType` of "web-b" is not known before deployment.'],
    },
    {
      name: "types of two names that tell no size",
      resources: [member("web-a", { vmType: "m5.large" }), member("web-b", { vmType: "m4.large" })],
      reasons: ["web: `vmType` cannot be judged: a type whose name does not tell its cores and memory."],
    },
    {
      name: "a guessed tier of VMs that are not equivalent",
      resources: ["a", "b", "c"].map((letter, index) =>
        member(`web-${letter}`, { tags: [], vmType: `tinav6.c${String(2 ** index)}r8p1` }),
      ),
      reasons: [
        "web: VMs of this tier are not equivalent. web-a: tinav6.c1r8p1 default; web-b: tinav6.c2r8p1 default; web-c: tinav6.c4r8p1 default. This tier is guessed: tag its VMs `tier` to declare it.",
      ],
    },
    {
      name: "GPUs of which the model, or the number, is not known",
      resources: [
        ...[a, b, ...gpu(a), ...gpu(b, new Unknown())],
        ...["a", "b"].map((letter) => member(`app-${letter}`, {}, { tier: "app" })),
        resource("flexibleGpuLink:FlexibleGpuLink", "many", {
          vmId: from(member("app-a")),
          flexibleGpuIds: new Unknown(),
        }),
      ],
      reasons: [
        'app: `flexibleGpuIds` of "many" is not known before deployment.',
        'web: `modelName` of "gpu of web-b" is not known before deployment.',
      ],
    },
    {
      name: "a GPU of which it is not known to which VM it is linked",
      resources: [
        a,
        b,
        resource("flexibleGpuLink:FlexibleGpuLink", "either", { vmId: from(a, b), flexibleGpuIds: ["fgpu-12345678"] }),
      ],
      reasons: ['web: `vmId` of "either" is not known before deployment; possible: "web-a", "web-b".'],
    },
    {
      name: "a part of a system, whose other parts may link the GPU that is missed",
      resources: [a, b, ...gpu(a)],
      shared: { part: { of: "shop", siblings: ["gpus"] } },
      reasons: ["web: Another part of shop (gpus) may have a GPU linked to this VM, and was not given."],
    },
    {
      name: "a VM of which it is not known whether it belongs",
      resources: [a, b, member("maybe-c", { tags: [{ key: "tier", value: new Unknown() }] })],
      reasons: ['web: `tags[0].value` of "maybe-c" is not known before deployment.'],
    },
    {
      name: "a tier that may be run as well as may be",
      resources: [
        a,
        member("web-b", { vmType: "tinav6.c8r8p1" }),
        resource("tag:Tag", "promise", {
          resourceIds: [from(a), from(b)],
          tag: [{ key: "availability", value: new Unknown() }],
        }),
      ],
      reasons: ['web: `tag[0].value` of "promise" is not known before deployment.'],
    },
  ],
  notApplicable: [
    { name: "a tier in a single Subregion", resources: [a, member("web-2-a", { vmType: "tinav6.c8r8p1" })] },
    {
      name: "a guessed tier of a Net whose loss is certain",
      resources: [member("web-a", { tags: [] }), member("web-b", { tags: [], vmType: "tinav6.c8r8p1" })],
    },
    {
      name: "a tier that is no production, or run as well as may be",
      resources: ["a", "b"].flatMap((letter, index) => [
        member(`dev-${letter}`, { vmType: `tinav6.c${String(index + 1)}r4p2` }, { environment: "dev" }),
        member(
          `batch-${letter}`,
          { vmType: `tinav6.c${String(index + 1)}r4p2` },
          { tier: "batch", availability: "best-effort" },
        ),
      ]),
    },
    { name: "stopped VMs", resources: [a, member("web-b", { vmType: "tinav6.c8r8p1", state: "stopped" })] },
  ],
});
