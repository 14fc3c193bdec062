import { agree, attempt, type Reference, reference, type Resource, Unknown, UnknownValue, valueAt } from "../../stack";
import type { System } from "../provider/system";
import { View } from "../provider/view";

/** A security group; its rules are resources of their own. */
export class SecurityGroup extends View<"outscale:index/securityGroup:SecurityGroup"> {
  static readonly types = ["outscale:index/securityGroup:SecurityGroup"] as const;

  /** Whether it is a group of a Net: one of the public Cloud has no outbound rules. */
  get isInNet(): boolean {
    return this.sets("netId");
  }

  /** Whether it keeps the rule it is created with, which lets everything out. */
  keepsDefaultOutboundRule(): boolean {
    return this.written.removeDefaultOutboundRule !== true;
  }
}

/** A security group that something refers to: one of the stack's, or the id or name of another. */
export interface GroupReference {
  /** Two references to one group have one key: its urn, or its id or name outside the stack. */
  readonly key: string;
  readonly resource?: Resource;
}

/** How security groups are referred to: by id, or by name. */
export function toGroup(path: string): Reference {
  return { path, types: SecurityGroup.types, ...(/Name(s|ToLink)?$/.test(path) && { by: "securityGroupName" }) };
}

/**
 * The security group that a property names.
 * @throws {UnknownValue} when it is not known, or several are possible
 */
export function groupAt(system: System, from: Resource, path: string): GroupReference {
  const target = reference(system, from, toGroup(path));
  if (target === undefined) throw new UnknownValue(from, path);
  return "resource" in target ? groupOf(target.resource) : { key: target.outside };
}

export function groupOf(resource: Resource): GroupReference {
  return { key: resource.urn, resource };
}

/**
 * Whether the security group that a property names is such a one; where several are possible, whether all are.
 * @throws {Undecided} when some of those that are possible are, and some are not
 */
export function isGroup(
  system: System,
  from: Resource,
  path: string,
  test: (group: GroupReference) => boolean,
): boolean {
  const found = attempt(() => groupAt(system, from, path));
  if (!found.why) return test(found.value);
  const { why } = found;
  // A text that may be the name of one of several groups may be that of none, too.
  const isMade = valueAt(from.inputs, path) instanceof Unknown;
  const candidates = isMade ? why.candidates : [];
  return agree(candidates.map(groupOf), test, () => why);
}
