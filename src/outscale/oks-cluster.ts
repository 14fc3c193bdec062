import { isProduction } from "./environment";
import type { SharedSettings } from "./settings";
import { tagPasses } from "./tags";
import { View } from "./view";

/** A Kubernetes cluster of the managed service. */
export class OksCluster extends View<"outscale:index/oksCluster:OksCluster"> {
  static readonly types = ["outscale:index/oksCluster:OksCluster"] as const;
  readonly protectionProperty = "disableApiTermination";

  /** Whether a call of the API may delete it, which it may by default. */
  isDeletable(): boolean {
    return this.written.disableApiTermination !== true;
  }

  /** Whether a tag of the cluster has a value that passes. */
  hasTag(key: string, passes: (value: string) => boolean): boolean {
    return tagPasses(this.stack, this.resource, key, passes);
  }

  isProduction(shared: SharedSettings): boolean {
    return isProduction(this.stack, this.resource, shared, () => []);
  }
}
