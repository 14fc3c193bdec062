import { isProduction } from "../grouping/environment";
import { View } from "../provider/view";

/** A Net, the private network that holds Subnets. */
export class Net extends View<"outscale:index/net:Net"> {
  static readonly types = ["outscale:index/net:Net"] as const;

  /** Whether it serves production. */
  isProduction(): boolean {
    return isProduction(this.system, this.resource, () => []);
  }

  /** Whether a setting names this Net: by logical name, urn or id. */
  isNamedIn(names: readonly string[]): boolean {
    const { name, urn, id } = this.resource;
    return names.some((named) => named === name || named === urn || named === id);
  }
}

/** How Nets are referred to. */
export const TO_NET = { path: "netId", types: Net.types } as const;
