import { attempt, certainly, isValues, type Resource, shapeValues, Unknown, type Value, valueAt } from "../../stack";
import type { Box } from "../openings/box";
import { OpeningSet } from "../openings/opening-set";
import { EVERY_SERVICE, subtractServices } from "../openings/services";
import { INPUT_SHAPES } from "../provider/shapes";
import type { System } from "../provider/system";
import { elementPaths } from "../provider/view";
import { type Flow, GroupOpening, type Opening, RangeOpening } from "../resources/rule-openings";
import { SecurityGroup } from "../resources/security-group";
import { SecurityGroupRule } from "../resources/security-group-rule";
import { rulesByGroup } from "./rules-by-group";

/** Rules that a security group has, and that no resource of the stack makes. */
export interface RulesOfOthers {
  readonly group: Resource;
  /** The output of the group that shows them. */
  readonly property: string;
  /** Whether the output can be read. */
  readonly isKnown: boolean;
  /** The resource that would make them. */
  readonly rules: Resource;
}

const SHOWN_BY: readonly (readonly [Flow, string])[] = [
  ["Inbound", "inboundRules"],
  ["Outbound", "outboundRules"],
];

/**
 * Lists the rules that the security groups of a state have by other hands, in a console or another stack. A group is passed
 * over where a rule of its own is not known: that may be the one.
 * @param written the stack as it was written
 * @param answered the same stack as the provider answers it
 */
export function listRulesOfOthers(written: System, answered: System): RulesOfOthers[] {
  return written.all(SecurityGroup).flatMap((group) =>
    SHOWN_BY.flatMap(([flow, property]) => {
      const shown = readShown(group.resource, flow, property);
      const own = shown && attempt(() => openedBy([written, answered], group, flow));
      if (!own || own.why) return [];
      const openings = new SecurityGroupRule(shown, written).openings(flow);
      const others = openings.filter((opening) => !isOpened(opening, own.value));
      const isKnown = !(shown.inputs["rules"] instanceof Unknown);
      return others.length === 0 ? [] : [{ group: group.resource, property, isKnown, rules: keepOnly(shown, others) }];
    }),
  );
}

/** The resource that would make the rules that a group answers. */
function readShown({ outputs, ...group }: Resource, flow: Flow, property: string): Resource | undefined {
  const rules = outputs?.[property];
  if (group.isDeployed !== true || group.id === undefined || rules === undefined) return undefined;
  const [type] = SecurityGroupRule.types;
  const inputs = { flow, securityGroupId: group.id, rules: Array.isArray(rules) ? (rules as Value) : new Unknown() };
  return {
    ...group,
    ...{ urn: `${group.urn}.${property}`, name: `${group.name}.${property}`, id: `${group.id}.${property}`, type },
    inputs: shapeValues(inputs, INPUT_SHAPES[type] ?? {}),
  };
}

/** What the stack opens itself: to addresses, and to security groups. */
interface Opened {
  readonly addresses: OpeningSet;
  readonly groups: readonly GroupOpening[];
}

/** @throws {Undecided} when a rule that is or may be the group's is not known */
function openedBy(systems: readonly System[], group: SecurityGroup, flow: Flow): Opened {
  const openings = systems.flatMap((system) => {
    const { byGroup, loose } = rulesByGroup(system);
    const [first] = loose;
    if (first) throw first.why;
    return byGroup.get(group.resource.urn)?.rules.flatMap((rule) => rule.openings(flow)) ?? [];
  });
  const boxes = openings.filter((opening) => opening instanceof RangeOpening).map((opening) => opening.box);
  return {
    addresses: OpeningSet.of(flow === "Outbound" && group.keepsDefaultOutboundRule() ? [...boxes, ANYTHING] : boxes),
    groups: openings.filter((opening) => opening instanceof GroupOpening),
  };
}

/** What the rule lets out that a group is created with: `-1` to `0.0.0.0/0`. */
const ANYTHING: Box = { services: EVERY_SERVICE, addresses: { family: "ipv4", first: 0n, last: (1n << 32n) - 1n } };

/** Whether the stack itself opens as much; what cannot be read, nobody opened. Services of Outscale's are not compared. */
function isOpened(opening: Opening, { addresses, groups }: Opened): boolean {
  if (opening instanceof RangeOpening) {
    return certainly(() => OpeningSet.of([opening.box]).isSubsetOf(addresses));
  }
  if (!(opening instanceof GroupOpening)) return true;
  return certainly(() => {
    const own = groups.filter((each) => opening.isGroup(({ key }) => each.isGroup((other) => other.key === key)));
    return (
      subtractServices(
        opening.services,
        own.map(({ services }) => services),
      ).length === 0
    );
  });
}

/** The same resource with some of its openings. */
function keepOnly(shown: Resource, openings: readonly Opening[]): Resource {
  if (shown.inputs["rules"] instanceof Unknown) return shown;
  const kept = new Set(openings.map(({ path }) => path));
  const rules = elementPaths(shown.inputs, "rules").flatMap((path) => {
    const rule = valueAt(shown.inputs, path);
    if (rule === undefined || kept.has(path)) return rule === undefined ? [] : [rule];
    const keptOf = (list: string): Value[] =>
      elementPaths(shown.inputs, `${path}.${list}`)
        .filter((element) => kept.has(element))
        .flatMap((element) => valueAt(shown.inputs, element) ?? []);
    const lists = { ipRanges: keptOf("ipRanges"), securityGroupsMembers: keptOf("securityGroupsMembers") };
    const isEmpty = Object.values(lists).every((list) => list.length === 0);
    return isValues(rule) && !isEmpty ? [{ ...rule, ...lists }] : [];
  });
  return { ...shown, inputs: { ...shown.inputs, rules } };
}
