import { type Resource, shortType } from "../../stack";
import type { Text } from "../../text";

/** One thing on the way, as people name it. */
export interface ReachHop {
  readonly resource: Resource;
  /** The Pulumi property path of the part that lets the flow pass, else empty. */
  readonly path: string;
}

/** One way to one target. */
export interface ReachPath {
  readonly to: Resource;
  readonly services: Text;
  readonly hops: readonly ReachHop[];
  /** Why it is not certain that the way is open. */
  readonly why?: Text;
}

/** Who reaches what. */
export interface Reach {
  readonly stack: { readonly project: string; readonly name: string };
  readonly from: Text;
  readonly paths: readonly ReachPath[];
  readonly limits: readonly Text[];
}

/** `LoadBalancer "shop"`. */
export function named({ type, name }: Resource): string {
  return `${shortType(type)} "${name}"`;
}
