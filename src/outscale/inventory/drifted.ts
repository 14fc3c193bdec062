import type { Stack } from "../../stack";
import { listRulesOfOthers } from "../firewall/rules-of-others";
import { type Drift, findDrift } from "../provider/drift";
import type { SharedSettings } from "../provider/settings";
import { System } from "../provider/system";
import { listPermissionsOfOthers } from "./permissions-of-others";

/** A deployed stack as the provider answers it, where that is not as it was written. */
export interface Drifted {
  readonly system: System;
  /** None where nothing differs and something cannot be read. */
  readonly drifts: readonly Drift[];
}

/** Reads a state as the provider answers it; `undefined` where everything is as it was written. */
export function readDrifted(stack: Stack, settings: SharedSettings): Drifted | undefined {
  const own = findDrift(stack);
  const written = new System(stack, settings);
  const answered = own ? new System(own.stack, settings) : written;
  const others = [...listRulesOfOthers(written, answered), ...listPermissionsOfOthers(written)];
  if (!own && others.length === 0) return undefined;
  return {
    system:
      others.length === 0
        ? answered
        : new System((own?.stack ?? stack).with(others.map(({ resource }) => resource)), settings),
    drifts: [
      ...(own?.drifts ?? []),
      ...others
        .filter(({ isKnown }) => isKnown)
        .map(({ holder, property }) => ({ resource: holder, properties: [property] })),
    ],
  };
}
