import type { LeftOut, LeftOutReason } from "../outscale/inventory/left-out";
import { formatCount, formatList, type Text } from "../text";

/** How many resources are named before the rest is counted. */
const NAMED = 5;

/** Says how many resources are left out, why, and which. */
export function describeLeftOut({ reason, resources }: LeftOut): Text {
  const count = formatCount(
    resources.length,
    { en: "resource", fr: "ressource" },
    { en: "resources", fr: "ressources" },
  );
  const names = formatList(
    resources.map(({ name }) => name),
    NAMED,
  );
  return {
    en: `${REASONS[reason].en}: ${count.en} (${names.en})`,
    fr: `${REASONS[reason].fr} : ${count.fr} (${names.fr})`,
  };
}

const REASONS: Readonly<Record<LeftOutReason, Text>> = {
  "non-production": { en: "left out as non-production", fr: "laissé de côté, hors production" },
  ephemeral: { en: "left out as ephemeral", fr: "laissé de côté, éphémère" },
  scratch: { en: "accepted to lose its data", fr: "accepté, avec la perte de ses données" },
  stopped: { en: "not counted, for the program stops it", fr: "non compté, car le programme l'arrête" },
  "stands alone": { en: "accepted to stand alone", fr: "accepté comme seul exemplaire" },
};
