import { attempt, certainly, isValues, type Resource, shapeValues, Unknown, type Value, valueAt } from "../../stack";
import type { Box } from "../openings/box";
import { OpeningSet } from "../openings/opening-set";
import { EVERY_SERVICE, subtractServices } from "../openings/services";
import { type MadeByOthers, toMaker } from "../provider/made-by-others";
import { INPUT_SHAPES } from "../provider/shapes";
import type { System } from "../provider/system";
import { elementPaths } from "../provider/view";
import { type Flow, GroupOpening, type Opening, RangeOpening } from "../resources/rule-openings";
import { SecurityGroup } from "../resources/security-group";
import { SecurityGroupRule } from "../resources/security-group-rule";
import { rulesByGroup } from "./rules-by-group";

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
export function listRulesOfOthers(written: System, answered: System): MadeByOthers[] {
  return written.all(SecurityGroup).flatMap((group) =>
    SHOWN_BY.flatMap(([flow, property]) => {
      const shown = readShown(group.resource, flow, property);
      const own = shown && attempt(() => openedBy([written, answered], group, flow));
      if (!own || own.why) return [];
      const openings = new SecurityGroupRule(shown, written).openings(flow);
      const others = openings.filter((opening) => !isOpened(opening, own.value));
      const isKnown = !(shown.inputs["rules"] instanceof Unknown);
      if (others.length === 0) return [];
      return [{ holder: group.resource, property, isKnown, resource: keepOnly(shown, others) }];
    }),
  );
}

/** The resource that would make the rules that a group answers. */
function readShown(group: Resource, flow: Flow, property: string): Resource | undefined {
  const { id, isDeployed, outputs } = group;
  const rules = outputs?.[property];
  if (isDeployed !== true || id === undefined || rules === undefined) return undefined;
  const [type] = SecurityGroupRule.types;
  const inputs = { flow, securityGroupId: id, rules: Array.isArray(rules) ? (rules as Value) : new Unknown() };
  return toMaker(group, property, type, shapeValues(inputs, INPUT_SHAPES[type] ?? {}));
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
