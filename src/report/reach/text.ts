import type { Colors } from "picocolors/types";
import { placeText } from "../../stack";
import { formatCount, type Language, type Text } from "../../text";
import { wrapped } from "../wrapped";
import { named, type Reach, type ReachHop, type ReachPath } from "./reach";

/** Who reaches what, each way with all that lets it pass. */
export function textReach({ stack, from, paths, limits }: Reach, language: Language, colors: Colors): string {
  const say = (text: Text) => text[language];
  const title = `${stack.project} (${stack.name}): ${say(titleText(from))}`;
  const open = paths.filter(({ why }) => why === undefined).length;
  const sections = [
    [colors.bold(language === "fr" ? title.replace("):", ") :") : title)],
    ...(paths.length === 0 ? [[`  ${say(NOTHING)}`]] : paths.map(lines)),
    limits.length === 0 ? [] : [colors.bold(say(NOT_SEEN)), ...limits.flatMap((limit) => wrapped(say(limit), 2))],
    [say(count(open, paths.length - open))],
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join("\n"))
    .join("\n\n")}\n`;

  function lines({ to, services, hops, why }: ReachPath): string[] {
    const doubt = why === undefined ? [] : wrapped(`${colors.cyan(say(PERHAPS))} ${say(why)}`, 4);
    return [`  ${colors.bold(named(to))}  ${say(services)}`, ...doubt, ...hops.map(line)];
  }

  function line({ resource, path }: ReachHop): string {
    const where = resource.position ? placeText(resource.position) : "-";
    return `    ${named(resource)}${path === "" ? "" : `, ${path}`}  ${colors.dim(where)}`;
  }
}

function count(open: number, perhaps: number): Text {
  const paths = formatCount(open, { en: "path", fr: "chemin" }, { en: "paths", fr: "chemins" });
  const others = formatCount(
    perhaps,
    { en: "undetermined", fr: "indéterminé" },
    { en: "undetermined", fr: "indéterminés" },
  );
  return { en: `${paths.en}, ${others.en}.`, fr: `${paths.fr}, ${others.fr}.` };
}

function titleText(from: Text): Text {
  return { en: `what can be reached from ${from.en}`, fr: `ce qui peut être atteint depuis ${from.fr}` };
}

const NOTHING: Text = { en: "nothing", fr: "rien" };
const PERHAPS: Text = { en: "Undetermined:", fr: "Indéterminé :" };
const NOT_SEEN: Text = { en: "What could not be seen", fr: "Ce qui n'a pas pu être vu" };
