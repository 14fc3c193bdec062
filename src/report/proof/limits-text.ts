import type { Text } from "../../text";
import type { PageLines, Say } from "../page";
import type { Proof } from "./proof";
import { COLON } from "../page";

/** Says what could not be seen, a paragraph for each; of what is about something else than the page, how much it is. */
export function formatLimits({ limits, limitsLeftOff }: Pick<Proof, "limits" | "limitsLeftOff">, say: Say): PageLines {
  return [
    ...limits.map(({ text }) => say(text)),
    ...(limitsLeftOff === 0 ? [] : [`${say(LEFT_OFF)}${say(COLON)} ${String(limitsLeftOff)}.`]),
  ];
}

const LEFT_OFF: Text = {
  en: "Limits of what is known about resources that this page is not about",
  fr: "Limites de ce qu'on sait de ressources dont cette page ne traite pas",
};
