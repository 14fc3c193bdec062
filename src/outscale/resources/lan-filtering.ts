import { all, any, certainly, every, type Resource } from "../../stack";
import { hasInlineTag, hasTag, tagsOf } from "../grouping/tags";
import type { System } from "../provider/system";
import type { Net } from "./net";
import { subnetsOf } from "./subnet";
import { Tag } from "./tag";
import { Vm } from "./vm";

/** Has traffic inside a Subnet pass security groups by; its value means nothing. */
const BYPASS = "osc.fcu.disable_lan_security_groups";
/** Has it filtered by them instead, on a Net that has it before its first Subnet. */
const FILTER = "osc.fcu.enable_lan_security_groups";

/**
 * The property by which security groups are passed by.
 * @throws {Undecided} when none certainly does it and one may
 */
export function bypassAt(subject: Net | Vm | Tag): "tags" | "tag" | "userData" | undefined {
  const { system, resource } = subject;
  if (subject instanceof Tag) {
    const isSet = all(
      () => hasInlineTag(resource, BYPASS, "tag"),
      () => subject.leadsOut(),
    );
    return isSet ? "tag" : undefined;
  }
  const isTagged = () => hasTag(system, resource, BYPASS);
  const isLaunched = () => subject instanceof Vm && subject.launchTag(BYPASS) !== undefined;
  if (!any(isTagged, isLaunched)) return undefined;
  return certainly(isTagged) ? "tags" : "userData";
}

/**
 * Whether security groups filter inside the Subnets of a Net.
 * @throws {Undecided} when no tag certainly has them do so and one may
 */
export function filtersInside(net: Net): boolean {
  const { system, resource } = net;
  const comesFirst = (tag: Resource) =>
    all(
      () => hasInlineTag(tag, FILTER, "tag"),
      () => every(subnetsOf(net), (subnet) => waitsFor(system, subnet().resource, tag.urn)),
    );
  return any(
    () => hasInlineTag(resource, FILTER),
    () => tagsOf(system, resource).some(comesFirst),
  );
}

/** Whether the tag that has security groups filter inside its Subnets is set on a Net at all, perhaps too late. */
export function isTaggedToFilter({ system, resource }: Net): boolean {
  return hasTag(system, resource, FILTER);
}

function waitsFor(system: System, resource: Resource, urn: string, seen = new Set<string>()): boolean {
  return resource.dependencies.some((dependency) => {
    if (dependency === urn) return true;
    if (seen.has(dependency)) return false;
    seen.add(dependency);
    const found = system.get(dependency);
    return found !== undefined && waitsFor(system, found, urn, seen);
  });
}
