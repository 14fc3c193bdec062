import { references, referrers, Unknown, UnknownValue, valueAt, refuse } from "../../stack";
import { isProduction } from "../grouping/environment";
import { isInAnotherPart } from "../grouping/part-of-system";
import { defaultSubregion } from "../provider/region";
import { View } from "../provider/view";
import { Vm } from "./vm";

/** A GPU that can be moved between the VMs of its Subregion. */
export class FlexibleGpu extends View<"outscale:index/flexibleGpu:FlexibleGpu"> {
  static readonly types = ["outscale:index/flexibleGpu:FlexibleGpu"] as const;
  /** The property that names its Subregion. */
  readonly subregionProperty = "subregionName";

  /** Whether it lands where the provider decides. */
  lacksSubregion(): boolean {
    return !this.sets("subregionName");
  }

  /** The Subregion it lies in. One that the program does not name is the region's first. */
  subregion(): string {
    return this.lacksSubregion() ? defaultSubregion(this.system.settings.region) : (this.written.subregionName ?? "");
  }

  /** Its model, in lower case. */
  model(): string {
    return (this.written.modelName ?? "").toLowerCase();
  }

  /** Whether it serves production. */
  isProduction(): boolean {
    return isProduction(this.system, this.resource, () => []);
  }
}

const LINK = "outscale:index/flexibleGpuLink:FlexibleGpuLink";
const GPU_OF_VM = { en: "a GPU linked to this VM", fr: "un GPU lié à cette VM" };

/**
 * The GPUs linked to a VM. One of which nothing is known but that it is there throws when it is looked at.
 * @throws {UnknownValue} when it is not known how many there are
 */
export function gpusOf({ system, resource }: Vm): (() => FlexibleGpu)[] {
  const links = referrers(system, resource, [LINK], { path: "vmId", types: Vm.types }).exactly();
  return links.flatMap((link) => {
    const list = valueAt(link.inputs, "flexibleGpuIds");
    if (list instanceof Unknown) throw new UnknownValue(link, "flexibleGpuIds", { value: list });
    const how = { path: "flexibleGpuIds", types: FlexibleGpu.types };
    return references(system, link, how).map((target) => {
      if ("resource" in target) return () => system.view(target.resource, FlexibleGpu);
      return refuse("unknown" in target ? target.unknown : new UnknownValue(link, how.path, { outside: true }));
    });
  });
}

/**
 * Whether two VMs have as many GPUs, of the same models.
 * @throws {Undecided} when that is not known
 */
export function haveEqualGpus(one: Vm, other: Vm): boolean {
  const [some, others] = [gpusOf(one), gpusOf(other)];
  if (some.length !== others.length) {
    // Never equal in what is seen, and open where another part may link what is missed.
    const poorer = some.length < others.length ? one : other;
    return isInAnotherPart(poorer.system, poorer.resource, GPU_OF_VM);
  }
  return modelsOf(some) === modelsOf(others);
}

function modelsOf(gpus: readonly (() => FlexibleGpu)[]): string {
  return gpus
    .map((gpu) => gpu().model())
    .sort()
    .join();
}
