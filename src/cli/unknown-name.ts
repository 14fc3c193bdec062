import { findClosest } from "../config";
import { showForeign, type Text, UserError } from "../text";

/** Says that what an option names is none of what the stack has, and which name is the closest, in whatever case. */
export function unknownName(option: string, name: string, names: readonly string[]): UserError {
  const asked = formatOption(option, name);
  const closest = describeClosest(name, names);
  return new UserError({
    en: `${asked} names nothing in this stack.${closest.en}`,
    fr: `${asked} ne désigne rien dans cette stack.${closest.fr}`,
  });
}

/** Says that what an option names is there, and is nothing that the command shows. */
export function unshownName(option: string, name: string): UserError {
  const asked = formatOption(option, name);
  return new UserError({
    en: `${asked} is in the state, but no page shows it. Accepted: VMs, volumes, load balancers and what these stand in, behind or are reached by.`,
    fr: `${asked} est dans l'état, mais aucune page ne le montre. Acceptés : VM, volumes, load balancers, et ce qui les porte, les protège ou les rend joignables.`,
  });
}

function formatOption(option: string, name: string): string {
  return `\`${option} ${showForeign(name)}\``;
}

function describeClosest(name: string, names: readonly string[]): Text {
  if (names.length === 0) return { en: "", fr: "" };
  // Of two names that differ in case alone, either is as close.
  const byLowered = new Map(names.map((each) => [each.toLowerCase(), each]));
  const lowered = findClosest(name.toLowerCase(), [...byLowered.keys()]);
  const closest = showForeign(byLowered.get(lowered) ?? lowered);
  return { en: ` The closest name is ${closest}.`, fr: ` Le nom le plus proche est ${closest}.` };
}
