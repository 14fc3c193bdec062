import { isProduction } from "../grouping/environment";
import type { SharedSettings } from "../provider/settings";
import { View } from "../provider/view";

/** A Net, the private network that holds Subnets. */
export class Net extends View<"outscale:index/net:Net"> {
  static readonly types = ["outscale:index/net:Net"] as const;

  isProduction(shared: SharedSettings): boolean {
    return isProduction(this.stack, this.resource, shared, () => []);
  }

  /** Whether a setting names this Net: by logical name, urn or id. */
  isNamedIn(names: readonly string[]): boolean {
    const { name, urn, id } = this.resource;
    return names.some((named) => named === name || named === urn || named === id);
  }
}

/** How Nets are referred to. */
export const TO_NET = { path: "netId", types: Net.types } as const;
