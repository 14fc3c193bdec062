import { isProduction } from "./environment";
import type { SharedSettings } from "./settings";
import { tagValue } from "./tags";
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
    const value = tagValue(this.stack, this.resource, key);
    return value !== undefined && passes(value);
  }

  isProduction(shared: SharedSettings): boolean {
    return isProduction(this.stack, this.resource, shared, () => []);
  }
}
