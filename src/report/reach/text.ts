import type { Colors } from "picocolors/types";
import { placeText } from "../../stack";
import { formatCount, type Language, showForeign, type Text } from "../../text";
import { formatTexts, joinSections, type PageLines, type PageStyle, sayIn, wrapText } from "../page";
import { formatResource, type Reach, type ReachHop, type ReachPath } from "./reach";

/** Writes who reaches what, for people: each path with all that lets it pass. */
export function formatTextReach(reach: Reach, language: Language, colors: Colors): string {
  const style: PageStyle = { say: sayIn(language), colors };
  const { paths, limits } = reach;
  return joinSections(
    [
      formatHeading(reach, style),
      ...(paths.length === 0 ? [[`  ${style.say(NOTHING)}`]] : paths.map((path) => formatPath(path, style))),
      formatTexts(NOT_SEEN, limits, style),
      formatSummary(paths, style),
    ],
    colors,
  );
}

function formatHeading({ stack, from }: Reach, { say, colors }: PageStyle): PageLines {
  const name = `${stack.project} (${stack.name})`;
  const title = say({
    en: `${name}: what can be reached from ${from.en}`,
    fr: `${name} : ce qui peut être atteint depuis ${from.fr}`,
  });
  return [colors.bold(title)];
}

/** One path: what it leads to, what hides whether it is open, and what it leads through. */
function formatPath({ to, services, hops, why }: ReachPath, style: PageStyle): PageLines {
  const { say, colors } = style;
  return [
    `  ${colors.bold(showForeign(formatResource(to)))}  ${say(services)}`,
    ...(why === undefined ? [] : wrapText(`${colors.cyan(say(PERHAPS))} ${say(why)}`, 4)),
    ...hops.map((hop) => formatHop(hop, style)),
  ];
}

function formatHop({ resource, path }: ReachHop, { colors }: PageStyle): string {
  const place = resource.position ? placeText(resource.position) : "-";
  const about = showForeign(`${formatResource(resource)}${path === "" ? "" : `, ${path}`}`);
  return `    ${about}  ${colors.dim(showForeign(place))}`;
}

/** How many paths are open, and of how many that is not known. */
function formatSummary(paths: readonly ReachPath[], { say }: PageStyle): PageLines {
  const open = paths.filter(({ why }) => why === undefined).length;
  const openPaths = formatCount(open, { en: "path", fr: "chemin" }, { en: "paths", fr: "chemins" });
  const others = formatCount(
    paths.length - open,
    { en: "undetermined", fr: "indéterminé" },
    { en: "undetermined", fr: "indéterminés" },
  );
  return [say({ en: `${openPaths.en}, ${others.en}.`, fr: `${openPaths.fr}, ${others.fr}.` })];
}

const NOTHING: Text = { en: "nothing", fr: "rien" };
const PERHAPS: Text = { en: "Undetermined:", fr: "Indéterminé :" };
const NOT_SEEN: Text = { en: "What could not be seen", fr: "Ce qui n'a pas pu être vu" };
