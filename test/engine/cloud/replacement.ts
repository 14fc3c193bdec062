import { isDeepStrictEqual } from "node:util";
import { schema } from "./schema";
import type { WireObject } from "./wire";

/** What a change of inputs means: the inputs that differ, and those of them that the cloud cannot change in place. */
export interface Difference {
  readonly changed: readonly string[];
  readonly replacing: readonly string[];
}

export function difference(type: string, old: WireObject, now: WireObject): Difference {
  const changed = changedInputs(old, now);
  const fixed = FIXED[type.split(":").at(-1) ?? ""] ?? [];
  return { changed, replacing: changed.filter((name) => fixed.includes(name)) };
}

/** What a change of a provider's own settings means: never that its resources are made anew. */
export function settingsDifference(old: WireObject, now: WireObject): Difference {
  // The engine adds notes of its own, such as a version.
  const changed = changedInputs(old, now).filter((name) => name in schema.provider.inputProperties);
  return { changed, replacing: [] };
}

/** The inputs that differ, by name; the engine leaves out what the program said to ignore. */
function changedInputs(old: WireObject, now: WireObject): string[] {
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].filter((name) => !isDeepStrictEqual(old[name] ?? null, now[name] ?? null)).sort();
}

/**
 * The inputs whose change replaces the resource, for the types that programs change most: `RequiresReplace` and
 * `ForceNew` in the source of terraform-provider-outscale. A type that is not here is always updated in place.
 */
const FIXED: Readonly<Record<string, readonly string[]>> = {
  LoadBalancer: ["loadBalancerName", "loadBalancerType", "subnets", "subregionNames"],
  Net: ["ipRange", "tenancy"],
  SecurityGroup: ["description", "netId", "securityGroupName"],
  // The API has no call that changes a rule.
  SecurityGroupRule: [
    "flow",
    "fromPortRange",
    "ipProtocol",
    "ipRange",
    "rules",
    "securityGroupAccountIdToLink",
    "securityGroupId",
    "securityGroupNameToLink",
    "toPortRange",
  ],
  Subnet: ["ipRange", "netId", "subregionName"],
  Vm: ["bootMode", "imageId", "nics", "primaryNics", "subnetId", "tpmEnabled"],
  Volume: ["snapshotId", "subregionName"],
};
