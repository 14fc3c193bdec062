import type { Entry, Tier } from "../../outscale";
import { formatReason, isReason } from "../../policy";
import type { Estimate, Loss, LossAnswer, Resilience } from "../../resilience";
import { formatCount, formatList, type Text } from "../../text";
import { type PageLines, type PageStyle, type Say, wrapText } from "../page";

/** What a tier or an entry is called. */
type NameOf = (subject: Tier | Entry) => string;

/** Writes what the entries are worth by the convention's figures, and what the loss of each Subregion takes along. */
export function formatResilience(resilience: Resilience, { say, colors }: PageStyle): PageLines {
  const { estimates, losses, asked } = resilience;
  const nameOf: NameOf = (subject) => resilience.names.get(subject) ?? subject.name;
  const estimated =
    estimates.length === 0
      ? []
      : [
          colors.bold(say(ESTIMATE)),
          ...estimates.flatMap((estimate) => formatEstimate(estimate, nameOf, say)),
          ...formatNames(IN_NO_FIGURE, listInNoFigure(estimates, losses).map(nameOf), say),
          ...wrapText(say(ASSUMED), 2),
        ];
  const lost =
    losses.every(isEmpty) && !asked
      ? []
      : [
          colors.bold(say(LOSS)),
          ...[...losses, ...(asked ? [asked] : [])].flatMap((loss) => formatLoss(loss, nameOf, say)),
        ];
  return estimated.length > 0 && lost.length > 0 ? [...estimated, "", ...lost] : [...estimated, ...lost];
}

/** The tiers that enter no estimate: no entry is known to need them. */
function listInNoFigure(estimates: readonly Estimate[], [loss]: readonly Loss[]): Tier[] {
  const counted = new Set(estimates.flatMap(({ needs: { behind, called } }) => [...behind, ...called]));
  return (loss?.tiers ?? []).map(({ tier }) => tier).filter((tier) => !counted.has(tier));
}

/** One entry: its availability, the way to it, and the commitments it counts on that cannot be claimed. */
function formatEstimate(estimate: Estimate, nameOf: NameOf, say: Say): PageLines {
  const { entry, availability, forfeited, undetermined } = estimate;
  const path = [
    `  ${nameOf(entry)}  ${say(formatAvailability(estimate))}`,
    ...wrapText(say(formatRequestPath(estimate)), 6),
    ...formatNames(NEEDED, estimate.needs.called.map(nameOf), say),
    ...formatNames(PERHAPS_NEEDED, estimate.needs.perhaps.map(nameOf), say),
  ];
  if (availability === undefined) return path;
  return [...path, ...formatNames(FORFEITED, forfeited, say, " "), ...formatNames(PERHAPS, undetermined, say, " ")];
}

/** One Subregion: what is lost with it, and how many VMs of each tier that goes on are left. */
function formatLoss(loss: Loss, nameOf: NameOf, say: Say): PageLines {
  const effects = listEffects(loss, nameOf).flatMap(({ what, names }) => formatNames(what, names, say));
  const running = loss.tiers.filter(({ runs }) => runs.value);
  const shares = running.map(({ tier, left, of }) => `${nameOf(tier)} ${String(left)}/${String(of)}`);
  return [
    ...wrapText(say(formatLost(loss, nameOf)), 2),
    ...(effects.length === 0 ? wrapText(say(NOTHING_LOST), 6) : effects),
    ...formatNames(LEFT, shares, say),
  ];
}

/** What is lost: a Subregion, several, or tiers. */
function formatLost({ lost: { subregions, tiers } }: Loss, nameOf: NameOf): Text {
  const names = tiers.map((tier) => `tier ${nameOf(tier)}`);
  return formatList([...subregions, ...names]);
}

/** What some things have in common, and their names; nothing where there are none. */
function formatNames(what: Text, names: readonly string[], say: Say, separator = ", "): PageLines {
  return names.length === 0 ? [] : wrapText(`${say(what)} ${names.join(separator)}`, 6);
}

function isEmpty({ tiers, entries, volumes }: Loss): boolean {
  return tiers.length + entries.length + volumes.length === 0;
}

/** What is asked of one tier, entry or volume, and the answer. */
interface NamedAnswer {
  readonly name: string;
  readonly answer: LossAnswer;
}

/** What the loss of a Subregion does, each effect with the names of what it strikes; what is not known comes last. */
function listEffects({ tiers, entries, volumes }: Loss, nameOf: NameOf): { what: Text; names: string[] }[] {
  // A tier that stops has no use for a way out.
  const running = tiers.filter(({ runs }) => !isNo(runs));
  const runs = tiers.map(({ tier, runs: answer }): NamedAnswer => ({ name: nameOf(tier), answer }));
  const answers = entries.map(({ entry, answers: answer }): NamedAnswer => ({ name: nameOf(entry), answer }));
  const waysOut = running.map(({ tier, findsItsWayOut: answer }): NamedAnswer => ({ name: nameOf(tier), answer }));
  const data = tiers.map(({ tier, reachesItsData: answer }): NamedAnswer => ({ name: nameOf(tier), answer }));
  const reachable = volumes.map(({ volume, isReachable: answer }): NamedAnswer => ({ name: volume.name, answer }));
  const unknown = [runs, answers, waysOut, data, reachable].flat().filter(({ answer }) => answer.why);
  return [
    { what: STOPS, names: namesOfNo(runs) },
    { what: SILENT, names: namesOfNo(answers) },
    { what: CUT_OFF, names: namesOfNo(waysOut) },
    { what: WITHOUT_DATA, names: namesOfNo(data) },
    { what: OUT_OF_REACH, names: namesOfNo(reachable) },
    { what: UNKNOWN, names: [...new Set(unknown.map(({ name }) => name))] },
  ];
}

function namesOfNo(all: readonly NamedAnswer[]): string[] {
  return all.filter(({ answer }) => isNo(answer)).map(({ name }) => name);
}

function isNo(answer: LossAnswer): boolean {
  return !answer.why && !answer.value;
}

const HOURS_IN_A_YEAR = 365 * 24;
const HOURS_IN_A_MONTH = 30 * 24;

/** The availability of an entry, rounded against the client, so that nothing looks better than it is. */
function formatAvailability({ availability }: Estimate): Text {
  if (availability === undefined) return { en: "no figure", fr: "aucun chiffre" };
  const percent = (Math.floor(availability * 100_000) / 1000).toFixed(3);
  const [year, month] = [HOURS_IN_A_YEAR, HOURS_IN_A_MONTH].map((hours) =>
    String(Math.ceil((1 - availability) * hours)),
  );
  return {
    en: `${percent} % (about ${year ?? ""} hours down a year, ${month ?? ""} a month)`,
    fr: `${percent.replace(".", ",")} % (environ ${year ?? ""} heures sans service par an, ${month ?? ""} par mois)`,
  };
}

/** What a request meets on its way to an entry, or what hides it. */
function formatRequestPath({ entry, path }: Estimate): Text {
  if (path.why) {
    if (!isReason(path.why)) throw path.why;
    return formatReason(path.why, entry);
  }
  const { subregions, loadBalancers, facesInternet } = path.value;
  const from = facesInternet
    ? { en: "from the Internet", fr: "depuis Internet" }
    : { en: "from inside", fr: "de l'intérieur" };
  return {
    en: `${from.en}; load balancers in ${formatSubregions(loadBalancers).en}, something behind them in ${formatSubregions(subregions).en}`,
    fr: `${from.fr} ; load balancers dans ${formatSubregions(loadBalancers).fr}, backends dans ${formatSubregions(subregions).fr}`,
  };
}

/** `2 Subregions`, or that there is none. */
function formatSubregions(subregions: number): Text {
  if (subregions === 0) return { en: "no Subregion", fr: "aucune Sous-région" };
  return formatCount(subregions, { en: "Subregion", fr: "Sous-région" }, { en: "Subregions", fr: "Sous-régions" });
}

const ESTIMATE: Text = {
  en: "What each entry is worth: a product of the convention's figures, which nobody undertakes",
  fr: "Ce que vaut chaque entrée : un produit des chiffres de la convention, sur lequel personne ne s'engage",
};
const ASSUMED: Text = {
  en: "Assumed: Subregions that fail independently, and a name service that leads clients to what is left. Not in it: two minutes of each incident, the time that you take to restart, maintenance, and what the application does.",
  fr: "Hypothèses : des Sous-régions qui tombent indépendamment, et un service de noms qui mène les clients à ce qui reste. N'y sont pas : deux minutes par incident, le temps que vous mettez à redémarrer, la maintenance, et ce que fait l'application.",
};
const NEEDED: Text = { en: "with the tiers that it calls:", fr: "avec les tiers de VM qu'elle appelle :" };
const PERHAPS_NEEDED: Text = { en: "perhaps with:", fr: "peut-être avec :" };
const IN_NO_FIGURE: Text = { en: "In no figure:", fr: "Dans aucun chiffre :" };
const LOSS: Text = {
  en: "When a Subregion is lost: a simulation, not a commitment",
  fr: "Quand une Sous-région est perdue : une simulation, pas un engagement",
};
const FORFEITED: Text = { en: "counts on what cannot be claimed:", fr: "repose sur des engagements non opposables :" };
const PERHAPS: Text = {
  en: "counts on what may not be claimed:",
  fr: "repose sur des engagements peut-être non opposables :",
};
const NOTHING_LOST: Text = { en: "the service goes on", fr: "le service continue" };
const LEFT: Text = { en: "VMs left:", fr: "VM restantes :" };
const STOPS: Text = { en: "tiers that stop:", fr: "tiers de VM qui s'arrêtent :" };
const SILENT: Text = { en: "entries that no longer answer:", fr: "entrées qui ne répondent plus :" };
const CUT_OFF: Text = { en: "tiers that lose their way out:", fr: "tiers de VM qui perdent leur sortie :" };
const WITHOUT_DATA: Text = { en: "tiers without their data:", fr: "tiers de VM sans leurs données :" };
const OUT_OF_REACH: Text = { en: "volumes out of reach:", fr: "volumes hors d'atteinte :" };
const UNKNOWN: Text = { en: "not known:", fr: "inconnu :" };
