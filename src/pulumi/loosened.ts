import type { LeftOut } from "../outscale";
import { describeLeftOut, type Policy } from "../policy";
import { formatList, joinWithSemicolons, type Text } from "../text";

/** What a deployment is judged less by than the policies themselves would have it. */
export interface Loosened {
  /** The policies that are asked unless the configuration disables them. */
  readonly policies: readonly Policy[];
  readonly isAsked: (policy: Policy) => boolean;
  /** The settings that are not their defaults, as a user finds them: `pack-settings.adminPorts`. */
  readonly settings: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Says in one line what is disabled, changed and left out; nothing where nothing is. */
export function describeLoosened({ policies, isAsked, settings, leftOut }: Loosened): Text[] {
  const disabled = policies.filter((policy) => policy.level !== "disabled" && !isAsked(policy));
  const names = formatList(disabled.map(({ name }) => name));
  const changed = formatList(settings);
  const parts: Text[] = [
    ...(disabled.length > 0 ? [{ en: `disabled: ${names.en}`, fr: `désactivées : ${names.fr}` }] : []),
    ...(settings.length > 0 ? [{ en: `changed: ${changed.en}`, fr: `modifiés : ${changed.fr}` }] : []),
    ...leftOut.map(describeLeftOut),
  ];
  if (parts.length === 0) return [];
  const told = joinWithSemicolons(parts);
  return [
    {
      en: `What the configuration changes, and what is left out: ${told.en}.`,
      fr: `Ce que change la configuration, et ce qui est laissé de côté : ${told.fr}.`,
    },
  ];
}
