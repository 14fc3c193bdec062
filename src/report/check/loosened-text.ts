import { describeLeftOut } from "../../policy";
import { formatList, type Text } from "../../text";
import { type PageLines, type PageStyle, type Say, wrapBeside } from "../page";
import type { Report, ReportedSetting } from "./report";

/** Writes what the configuration changes, and what tags and settings leave out of the judgement. */
export function formatLoosened({ settings, leftOut }: Report, { say, colors }: PageStyle): PageLines {
  if (settings.length + leftOut.length === 0) return [];
  return [
    colors.bold(say(TITLE)),
    ...settings.flatMap((setting) => wrapBeside("  ", formatSetting(setting, say), 4)),
    ...leftOut.flatMap((left) => wrapBeside("  ", say(describeLeftOut(left)), 4)),
  ];
}

/** What a setting is and was, and what hangs on it: all the policies that a level disables, else the first of them. */
function formatSetting({ name, value, default: before, touches }: ReportedSetting, say: Say): string {
  const was = before === null ? "" : ` (${say(BY_DEFAULT)} ${formatValue(before)})`;
  const isOwn = touches.length === 1 && name === `${touches[0] ?? ""}.enforcementLevel`;
  const hang = say(value === "disabled" && name !== "pack-settings" ? formatList(touches) : formatList(touches, NAMED));
  return `${name}: ${formatValue(value)}${was}${isOwn || touches.length === 0 ? "" : `; ${say(TOUCHES)} ${hang}`}`;
}

/** How many policies are named before the rest is counted. */
const NAMED = 5;
/** How many characters of a value are shown. */
const SHOWN = 80;

function formatValue(value: unknown): string {
  const written = JSON.stringify(value);
  return written.length > SHOWN ? `${written.slice(0, SHOWN)}...` : written;
}

const TITLE: Text = {
  en: "What the configuration changes, and what is left out",
  fr: "Ce que change la configuration, et ce qui est laissé de côté",
};
const BY_DEFAULT: Text = { en: "by default", fr: "par défaut" };
const TOUCHES: Text = { en: "touches", fr: "concerne" };
