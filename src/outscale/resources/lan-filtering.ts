import { all, any, certainly, every, possibly, type Resource, type Stack } from "../../stack";
import { hasInlineTag, hasTag, tagsOf } from "../grouping/tags";
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
  const { stack, resource } = subject;
  if (subject instanceof Tag) {
    const isSet = all(
      () => hasInlineTag(resource, BYPASS, "tag"),
      () => subject.leadsOut(),
    );
    return isSet ? "tag" : undefined;
  }
  const isTagged = () => hasTag(stack, resource, BYPASS);
  const isLaunched = () => subject instanceof Vm && subject.launchTag(BYPASS) !== undefined;
  if (!any(isTagged, isLaunched)) return undefined;
  return certainly(isTagged) ? "tags" : "userData";
}

/**
 * Whether security groups filter inside the Subnets of a Net.
 * @throws {Undecided} when no tag certainly has them do so and one may
 */
export function filtersInside(net: Net): boolean {
  const { stack, resource } = net;
  const { certain, possible } = tagsOf(stack, resource);
  const comesFirst = (tag: Resource) =>
    all(
      () => hasInlineTag(tag, FILTER, "tag"),
      () => every(subnetsOf(net), (subnet) => waitsFor(stack, subnet().resource, tag.urn)),
    );
  return any(
    () => hasInlineTag(resource, FILTER),
    ...certain.map((tag) => () => comesFirst(tag)),
    ...possible.map(({ from, why }) => () => {
      if (possibly(() => comesFirst(from))) throw why;
      return false;
    }),
  );
}

/** Whether the tag for it is set on the Net at all, perhaps too late. */
export function isTaggedToFilter({ stack, resource }: Net): boolean {
  return hasTag(stack, resource, FILTER);
}

function waitsFor(stack: Stack, resource: Resource, urn: string, seen = new Set<string>()): boolean {
  return resource.dependencies.some((dependency) => {
    if (dependency === urn) return true;
    if (seen.has(dependency)) return false;
    seen.add(dependency);
    const found = stack.get(dependency);
    return found !== undefined && waitsFor(stack, found, urn, seen);
  });
}
