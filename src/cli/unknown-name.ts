import { findClosest } from "../config";
import { UserError } from "../text";

/** Says that what an option names is none of what the stack has, and which name is the closest. */
export function unknownName(option: string, name: string, names: readonly string[]): UserError {
  const closest = names.length === 0 ? undefined : findClosest(name, names);
  return new UserError({
    en: `\`${option} ${name}\` names nothing in this stack.${closest === undefined ? "" : ` The closest name is ${closest}.`}`,
    fr: `\`${option} ${name}\` ne désigne rien dans cette stack.${closest === undefined ? "" : ` Le nom le plus proche est ${closest}.`}`,
  });
}
