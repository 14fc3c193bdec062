import type { Colors } from "picocolors/types";
import { isReason, reasonText } from "../../policy";
import type { Answer, Estimate, Loss, Resilience } from "../../resilience";
import { formatCount, type Language, type Text } from "../../text";
import { wrapped } from "../wrapped";

/** What the entries are worth by the convention's figures, and what the loss of each Subregion takes along. */
export function resilienceText({ estimates, losses }: Resilience, language: Language, colors: Colors): string[] {
  const say = (text: Text) => text[language];
  const sections = [
    estimates.length === 0 ? [] : [colors.bold(say(ESTIMATE)), ...estimates.flatMap(estimateLines)],
    losses.every(isEmpty) ? [] : [colors.bold(say(LOSS)), ...losses.flatMap(lossLines)],
  ].filter((lines) => lines.length > 0);
  return sections.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));

  function estimateLines(estimate: Estimate): string[] {
    const { entry, availability, forfeited, undetermined } = estimate;
    const way = [`  ${entry.name}  ${say(figure(estimate))}`, ...wrapped(say(wayOf(estimate)), 6)];
    if (availability === undefined) return way;
    return [...way, ...named(FORFEITED, forfeited, " "), ...named(PERHAPS, undetermined, " ")];
  }

  function lossLines(loss: Loss): string[] {
    const lines = effectsOf(loss).flatMap(({ what, names }) => named(what, names));
    const { tiers } = loss;
    const left = tiers.filter(({ runs }) => !runs.why && runs.value);
    const shares = left.map(({ tier, left: number, of }) => `${tier.name} ${String(number)}/${String(of)}`);
    return [
      `  ${loss.subregion}`,
      ...(lines.length === 0 ? wrapped(say(NOTHING_LOST), 6) : lines),
      ...named(LEFT, shares),
    ];
  }

  function named(what: Text, names: readonly string[], between = ", "): string[] {
    return names.length === 0 ? [] : wrapped(`${say(what)} ${names.join(between)}`, 6);
  }
}

function isEmpty({ tiers, entries, volumes }: Loss): boolean {
  return tiers.length + entries.length + volumes.length === 0;
}

interface Named {
  readonly name: string;
  readonly answer: Answer;
}

function effectsOf({ tiers, entries, volumes }: Loss): { what: Text; names: string[] }[] {
  const running = tiers.filter(({ runs }) => !isNo(runs));
  const runs = tiers.map(({ tier, runs: answer }): Named => ({ name: tier.name, answer }));
  const answers = entries.map(({ entry, answers: answer }): Named => ({ name: entry.name, answer }));
  const wayOut = running.map(({ tier, findsItsWayOut: answer }): Named => ({ name: tier.name, answer }));
  const data = tiers.map(({ tier, reachesItsData: answer }): Named => ({ name: tier.name, answer }));
  const reach = volumes.map(({ volume, isReachable: answer }): Named => ({ name: volume.name, answer }));
  const denied = (all: readonly Named[]) => all.filter(({ answer }) => isNo(answer)).map(({ name }) => name);
  const unknown = [runs, answers, wayOut, data, reach].flat().filter(({ answer }) => answer.why);
  return [
    { what: STOPS, names: denied(runs) },
    { what: SILENT, names: denied(answers) },
    { what: CUT_OFF, names: denied(wayOut) },
    { what: WITHOUT_DATA, names: denied(data) },
    { what: OUT_OF_REACH, names: denied(reach) },
    { what: UNKNOWN, names: [...new Set(unknown.map(({ name }) => name))] },
  ];
}

function isNo(answer: Answer): boolean {
  return !answer.why && !answer.value;
}

const HOURS_IN_A_YEAR = 365 * 24;

/** Rounded against the client, so that nothing looks better than it is. */
function figure({ availability }: Estimate): Text {
  if (availability === undefined) return { en: "no figure", fr: "aucun chiffre" };
  const percent = (Math.floor(availability * 100_000) / 1000).toFixed(3);
  const hours = String(Math.ceil((1 - availability) * HOURS_IN_A_YEAR));
  return {
    en: `${percent} % of a year (about ${hours} hours down)`,
    fr: `${percent.replace(".", ",")} % d'une année (environ ${hours} heures sans service)`,
  };
}

function wayOf({ entry, path }: Estimate): Text {
  if (path.why) {
    if (!isReason(path.why)) throw path.why;
    return reasonText(path.why, entry);
  }
  const { subregions, loadBalancers, facesInternet } = path.value;
  const from = facesInternet
    ? { en: "from the Internet", fr: "depuis Internet" }
    : { en: "from inside", fr: "de l'intérieur" };
  return {
    en: `${from.en}; load balancers in ${count(loadBalancers).en}, something behind them in ${count(subregions).en}`,
    fr: `${from.fr} ; load balancers dans ${count(loadBalancers).fr}, quelque chose derrière eux dans ${count(subregions).fr}`,
  };
}

function count(subregions: number): Text {
  if (subregions === 0) return { en: "no Subregion", fr: "aucune Sous-région" };
  return formatCount(subregions, { en: "Subregion", fr: "Sous-région" }, { en: "Subregions", fr: "Sous-régions" });
}

const ESTIMATE: Text = {
  en: "Availability of each entry: an estimate from the convention's figures, not a commitment",
  fr: "Disponibilité de chaque entrée : une estimation d'après les chiffres de la convention, pas un engagement",
};
const LOSS: Text = {
  en: "When a Subregion is lost: a simulation, not a commitment",
  fr: "Quand une Sous-région est perdue : une simulation, pas un engagement",
};
const FORFEITED: Text = { en: "counts on what cannot be claimed:", fr: "compte sur ce qui ne peut être réclamé :" };
const PERHAPS: Text = {
  en: "counts on what may not be claimed:",
  fr: "compte sur ce qui ne peut peut-être pas être réclamé :",
};
const NOTHING_LOST: Text = { en: "the service goes on", fr: "le service continue" };
const LEFT: Text = { en: "VMs left:", fr: "VM restantes :" };
const STOPS: Text = { en: "tiers that stop:", fr: "tiers qui s'arrêtent :" };
const SILENT: Text = { en: "entries that no longer answer:", fr: "entrées qui ne répondent plus :" };
const CUT_OFF: Text = { en: "tiers that lose their way out:", fr: "tiers qui perdent leur sortie :" };
const WITHOUT_DATA: Text = { en: "tiers without their data:", fr: "tiers sans leurs données :" };
const OUT_OF_REACH: Text = { en: "volumes out of reach:", fr: "volumes hors d'atteinte :" };
const UNKNOWN: Text = { en: "not known:", fr: "inconnu :" };
