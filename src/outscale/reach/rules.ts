import { Candidates } from "../../stack";
import { rulesByGroup } from "../firewall/rules-by-group";
import type { System } from "../provider/system";
import type { GroupReference } from "../resources/security-group";
import type { Flow, Opening } from "../resources/rule-openings";

/** What the rules of a group open in one direction; rules that may be another group's are possible. */
export function findOpenings(system: System, { key }: GroupReference, flow: Flow): Candidates<Opening> {
  return system.memo(`openings ${flow}`, key, () => {
    const { byGroup, loose } = rulesByGroup(system);
    const own = byGroup.get(key)?.rules ?? [];
    return new Candidates(
      own.flatMap((rule) => rule.openings(flow)),
      loose.flatMap(({ value: rule, why }) => rule.openings(flow).map((value) => ({ value, why }))),
    );
  });
}
