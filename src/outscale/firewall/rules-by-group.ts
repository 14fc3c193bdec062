import { attempt, type Possible } from "../../stack";
import type { System } from "../provider/system";
import type { GroupReference } from "../resources/security-group";
import { SecurityGroupRule } from "../resources/security-group-rule";

/** The rules of security groups, by whose they are. */
interface Rules {
  /** By the key of the group. */
  readonly byGroup: ReadonlyMap<
    string,
    { readonly group: GroupReference; readonly rules: readonly SecurityGroupRule[] }
  >;
  /** Those of which the group is not known. */
  readonly loose: readonly Possible<SecurityGroupRule>[];
}

/** The rules of a stack, by the groups that they belong to. */
export function rulesByGroup(system: System): Rules {
  return system.memo(rulesByGroup, system, () => {
    const byGroup = new Map<string, { group: GroupReference; rules: SecurityGroupRule[] }>();
    const loose: Possible<SecurityGroupRule>[] = [];
    for (const rule of system.all(SecurityGroupRule)) {
      const found = attempt(() => rule.group());
      if (found.why) loose.push({ value: rule, why: found.why });
      else {
        const of = byGroup.get(found.value.key) ?? { group: found.value, rules: [] };
        of.rules.push(rule);
        byGroup.set(found.value.key, of);
      }
    }
    return { byGroup, loose };
  });
}
