import { all, any, certainly } from "../stack";
import type { Net } from "./net";
import { Tag } from "./tag";
import { hasInlineTag, hasTag } from "./tags";
import { Vm } from "./vm";

/** Has traffic inside a Subnet pass security groups by; its value means nothing. */
const BYPASS = "osc.fcu.disable_lan_security_groups";

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
