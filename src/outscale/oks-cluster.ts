import { isProduction } from "./environment";
import type { SharedSettings } from "./settings";
import { View } from "./view";

/** A Kubernetes cluster of the managed service. */
export class OksCluster extends View<"outscale:index/oksCluster:OksCluster"> {
  static readonly types = ["outscale:index/oksCluster:OksCluster"] as const;
  readonly protectionProperty = "disableApiTermination";

  /** Whether a call of the API may delete it, which it may by default. */
  isDeletable(): boolean {
    return this.written.disableApiTermination !== true;
  }

  isProduction(shared: SharedSettings): boolean {
    return isProduction(this.stack, this.resource, shared, () => []);
  }
}
