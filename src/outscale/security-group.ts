import {
  certainly,
  ifKnown,
  possibly,
  reference,
  type Resource,
  type Stack,
  type Subject,
  UnknownValue,
} from "../stack";
import type { AddressRange } from "./addresses";
import { AddressSet } from "./openings/address-set";
import { isOpenToTheInternet } from "./openings/public-space";
import type { Port } from "./ports";
import { type Opening, SecurityGroupRule } from "./security-group-rule";
import { View } from "./view";

/** A security group; its rules are resources of their own. */
export class SecurityGroup extends View<"outscale:index/securityGroup:SecurityGroup"> {
  static readonly types = ["outscale:index/securityGroup:SecurityGroup"] as const;
}

/** All that the rules of one security group let in together. */
export class OpeningsOfGroup implements Subject {
  readonly kind = "resource";
  readonly path = "";
  /** The group, or the first of its rules when the group is not in the stack. */
  readonly resource: Resource;
  readonly related: readonly Resource[];
  readonly #certain: readonly Opening[];
  readonly #possible: readonly Opening[];

  constructor(resource: Resource, certain: readonly Opening[], possible: readonly Opening[]) {
    this.resource = resource;
    this.related = [...new Set(certain.map((opening) => opening.resource))];
    this.#certain = certain;
    this.#possible = possible;
  }

  get name(): string {
    return this.resource.name;
  }

  /**
   * The ranges that make a port reachable from more of the Internet together than any of them does alone;
   * `undefined` when they do not.
   * @throws {UnknownValue} when an opening that is not known could make the difference
   */
  addsUp(port: Port): readonly string[] | undefined {
    const narrow = this.#certain.filter((opening) =>
      certainly(() => opening.admits(port) && !opening.isOpenToTheInternet()),
    );
    if (isOpenToTheInternet(AddressSet.of(narrow.map(({ addresses }) => addresses))))
      return narrow.map(({ source }) => source);
    const hidden = [...this.#certain, ...this.#possible].filter(
      (opening) => !narrow.includes(opening) && possibly(() => opening.admits(port) && !opening.isOpenToTheInternet()),
    );
    const ranges = [...narrow, ...hidden].map(rangeOf);
    const first = hidden[0];
    if (
      first &&
      narrow.length > 0 &&
      (ranges.includes(undefined) || isOpenToTheInternet(AddressSet.of(ranges.filter(isKnown))))
    )
      throw new UnknownValue(first.resource, first.path);
    return undefined;
  }
}

function rangeOf(opening: Opening): AddressRange | undefined {
  return ifKnown(() => opening.addresses);
}

function isKnown(range: AddressRange | undefined): range is AddressRange {
  return range !== undefined;
}

/** The openings of each security group with more than one; a group outside the stack is known by its id. */
export function openingsByGroup(stack: Stack): OpeningsOfGroup[] {
  const groups = new Map<string, { resource: Resource; openings: Opening[] }>();
  const loose: Opening[] = [];
  for (const rule of stack.all(SecurityGroupRule)) {
    const group = groupOf(rule);
    if (group === undefined) loose.push(...rule.inboundOpenings());
    else {
      const found = groups.get(group.key) ?? { resource: group.resource, openings: [] };
      found.openings.push(...rule.inboundOpenings());
      groups.set(group.key, found);
    }
  }
  return [...groups.values()]
    .filter(({ openings }) => openings.length + loose.length > 1)
    .map(({ resource, openings }) => new OpeningsOfGroup(resource, openings, loose));
}

/** The group a rule belongs to; `undefined` when that is not known. */
function groupOf(rule: SecurityGroupRule): { key: string; resource: Resource } | undefined {
  const how = { path: "securityGroupId", types: SecurityGroup.types };
  const target = ifKnown(() => reference(rule.stack, rule.resource, how));
  if (target === undefined) return undefined;
  return "resource" in target
    ? { key: target.resource.urn, resource: target.resource }
    : { key: target.outside, resource: rule.resource };
}
