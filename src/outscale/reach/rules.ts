import { addTo, attempt, type Stack, type Undecided } from "../../stack";
import type { GroupTarget } from "../security-group";
import { type Flow, type Opening, SecurityGroupRule } from "../security-group-rule";

/** The rules of security groups, by whose they are. */
interface Rules {
  readonly byGroup: ReadonlyMap<string, readonly Opening[]>;
  /** Those of which the group is not known. */
  readonly loose: readonly { readonly opening: Opening; readonly why: Undecided }[];
}

function rulesOf(stack: Stack, flow: Flow): Rules {
  return stack.derive(`rules: ${flow}`, () => {
    const byGroup = new Map<string, Opening[]>();
    const loose: { opening: Opening; why: Undecided }[] = [];
    for (const rule of stack.all(SecurityGroupRule)) {
      const openings = rule.openings(flow);
      const found = attempt(() => rule.group());
      if ("why" in found) loose.push(...openings.map((opening) => ({ opening, why: found.why })));
      else for (const opening of openings) addTo(byGroup, found.value.key, opening);
    }
    return { byGroup, loose };
  });
}

/** What the rules of a group open in one direction, with what hides whether a rule is one of them. */
export function openingsOf(
  stack: Stack,
  group: GroupTarget,
  flow: Flow,
): { readonly opening: Opening; readonly why?: Undecided }[] {
  const { byGroup, loose } = rulesOf(stack, flow);
  return [...(byGroup.get(group.key) ?? []).map((opening) => ({ opening })), ...loose];
}
