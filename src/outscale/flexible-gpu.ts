import { isProduction } from "./environment";
import type { SharedSettings } from "./settings";
import { View } from "./view";

/** A GPU that can be moved between the VMs of its Subregion. */
export class FlexibleGpu extends View<"outscale:index/flexibleGpu:FlexibleGpu"> {
  static readonly types = ["outscale:index/flexibleGpu:FlexibleGpu"] as const;
  readonly subregionProperty = "subregionName";

  /** Whether it lands where the provider decides. */
  lacksSubregion(): boolean {
    return !this.sets("subregionName");
  }

  isProduction(shared: SharedSettings): boolean {
    return isProduction(this.stack, this.resource, shared, () => []);
  }
}
