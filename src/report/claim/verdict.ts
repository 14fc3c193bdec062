import { type Claim, type Severity, type SupportTime, timesThatAre } from "../../claim";
import type { ClauseId } from "../../contract";
import { formatList, joinTexts, joinWithSemicolons, sameInEach, type Text } from "../../text";
import { COMMITMENT_NAMES, TIME_NAMES } from "./service-names";

/** A commitment that is broken: what it is about, and the clauses that make it. */
interface BrokenCommitment {
  readonly name: Text;
  readonly clauses: readonly ClauseId[];
}

/** What is broken, for all that is known: nothing that is kept, and nothing that is undetermined. */
export function listBroken({ service, availability, support }: Claim): readonly BrokenCommitment[] {
  const isMissed = availability?.held.some(({ isBroken }) => isBroken) === true;
  const late = timesThatAre("broken", support);
  return [
    ...(isMissed ? [{ name: COMMITMENT_NAMES[service], clauses: availability.clauses }] : []),
    // Last, for most has to be proved of them.
    ...(support && late.length > 0 ? [{ name: nameTimes(late, support.severity), clauses: [support.clause] }] : []),
  ];
}

/** What the incidents come to: what is broken, what is undetermined and which option would decide it, or nothing. */
export function describeVerdict(claim: Claim): Text {
  const broken = listBroken(claim);
  const open = timesThatAre("open", claim.support);
  const first = broken.length > 0 ? describeBroken(broken) : open.length > 0 ? NOTHING_SHOWN : KEPT;
  return joinTexts([first, ...(open.length > 0 ? [describeOpen(open)] : [])], " ");
}

function nameTimes(times: readonly SupportTime[], severity: Severity): Text {
  const { en, fr } = formatList(times.map((time) => TIME_NAMES[time]));
  return { en: `${en}, severity ${String(severity)}`, fr: `${fr} en sévérité ${String(severity)}` };
}

function describeBroken(broken: readonly BrokenCommitment[]): Text {
  const { en, fr } = joinWithSemicolons(
    broken.map(({ name, clauses }) => joinTexts([name, sameInEach(`(${clauses.join(", ")})`)], " ")),
  );
  return {
    en: `Not kept, by what was given: ${en}. Whether it can be claimed hangs on the conditions below.`,
    fr: `Non tenu, d'après ce qui a été donné : ${fr}. Que ce soit réclamable dépend des conditions ci-dessous.`,
  };
}

function describeOpen(times: readonly SupportTime[]): Text {
  const { en, fr } = joinWithSemicolons(
    times.map((time) => {
      const [name, option] = [TIME_NAMES[time], OPTIONS[time]];
      return {
        en: `${name.en}, which \`${option}\` would decide`,
        fr: `${name.fr}, que \`${option}\` permettrait de juger`,
      };
    }),
  );
  return { en: `Undetermined: ${en}.`, fr: `Indéterminé : ${fr}.` };
}

/** The option that tells what a time is judged by. */
const OPTIONS: Readonly<Record<SupportTime, string>> = { response: "--answered", restoration: "--working-day" };

const NOTHING_SHOWN: Text = {
  en: "Nothing that was given shows a commitment broken: no ticket is written.",
  fr: "Rien de ce qui a été donné ne montre qu'un engagement soit rompu : aucun ticket n'est écrit.",
};
const KEPT: Text = {
  en: "By what was given, no commitment is broken: nothing can be claimed for these incidents alone, and no ticket is written. Tickets and traces of them still count with later ones of the same month or year.",
  fr: "D'après ce qui a été donné, aucun engagement n'est rompu : rien n'est réclamable pour ces seuls incidents, et aucun ticket n'est écrit. Leurs tickets et leurs traces comptent encore avec de prochains incidents du même mois ou de la même année.",
};
