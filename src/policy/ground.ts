import type { Text } from "../text";
import type { Ground } from "./policy";

/** How people name what a policy rests on. */
export const GROUND_NAMES: Readonly<Record<Ground, Text>> = {
  obligation: { en: "obligation", fr: "obligation" },
  condition: { en: "condition", fr: "condition" },
  recommendation: { en: "recommendation", fr: "recommandation" },
  "good practice": { en: "good practice", fr: "bonne pratique" },
};
