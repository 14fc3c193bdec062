import type { Stack, Undecided } from "../../stack";
import { rulesByGroup } from "../firewall/rules-by-group";
import type { GroupTarget } from "../resources/security-group";
import type { Flow, Opening } from "../resources/security-group-rule";

interface Open {
  readonly opening: Opening;
  /** What hides whether a rule is the group's. */
  readonly why?: Undecided;
}

/** What the rules of a group open in one direction. */
export function openingsOf(stack: Stack, { key }: GroupTarget, flow: Flow): readonly Open[] {
  const byKey = stack.derive(`openings by key: ${flow}`, () => new Map<string, readonly Open[]>());
  const known = byKey.get(key);
  if (known) return known;
  const { byGroup, loose } = rulesByGroup(stack);
  const own = byGroup.get(key)?.rules ?? [];
  const openings = [
    ...own.flatMap((rule) => rule.openings(flow).map((opening) => ({ opening }))),
    ...loose.flatMap(({ rule, why }) => rule.openings(flow).map((opening) => ({ opening, why }))),
  ];
  byKey.set(key, openings);
  return openings;
}
