import type { Undecided } from "../../stack";
import { rulesByGroup } from "../firewall/rules-by-group";
import type { System } from "../provider/system";
import type { GroupTarget } from "../resources/security-group";
import type { Flow, Opening } from "../resources/security-group-rule";

interface Open {
  readonly opening: Opening;
  /** What hides whether a rule is the group's. */
  readonly why?: Undecided;
}

/** What the rules of a group open in one direction. */
export function openingsOf(system: System, { key }: GroupTarget, flow: Flow): readonly Open[] {
  return system.memo(`openings ${flow}`, key, () => {
    const { byGroup, loose } = rulesByGroup(system);
    const own = byGroup.get(key)?.rules ?? [];
    return [
      ...own.flatMap((rule) => rule.openings(flow).map((opening) => ({ opening }))),
      ...loose.flatMap(({ rule, why }) => rule.openings(flow).map((opening) => ({ opening, why }))),
    ];
  });
}
