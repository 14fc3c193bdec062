import { type Resource, shortType } from "../../stack";
import type { Text } from "../../text";

/** One resource that a path leads through. */
export interface ReachHop {
  readonly resource: Resource;
  /** The Pulumi property path of what lets the flow pass; empty where the resource as a whole does. */
  readonly path: string;
}

/** One path to one VM or load balancer. */
export interface ReachPath {
  readonly to: Resource;
  /** The services that can be reached by it: `HTTPS (443)`. */
  readonly services: Text;
  readonly hops: readonly ReachHop[];
  /** What hides whether the path is open; absent where it is known to be. */
  readonly why?: Text;
}

/** Who reaches what, in no format and no language yet. */
export interface Reach {
  readonly stack: { readonly project: string; readonly name: string };
  readonly from: Text;
  readonly paths: readonly ReachPath[];
  readonly limits: readonly Text[];
}

/** A resource by its type and name: `LoadBalancer "shop"`. */
export function formatResource({ type, name }: Resource): string {
  return `${shortType(type)} "${name}"`;
}
