import { formatList, type Text } from "../text";

/** The attestation of qualification that a client has been given in place of the one annexed to the convention. */
export interface Attestation {
  /** How it is named, such as the number of its decision. */
  readonly reference: string;
  /** The last day on which it holds, as `2026-12-31`. */
  readonly validUntil: string;
  /** The services that it names. */
  readonly services?: readonly string[];
}

const MONTHS: readonly Text[] = [
  { en: "January", fr: "janvier" },
  { en: "February", fr: "février" },
  { en: "March", fr: "mars" },
  { en: "April", fr: "avril" },
  { en: "May", fr: "mai" },
  { en: "June", fr: "juin" },
  { en: "July", fr: "juillet" },
  { en: "August", fr: "août" },
  { en: "September", fr: "septembre" },
  { en: "October", fr: "octobre" },
  { en: "November", fr: "novembre" },
  { en: "December", fr: "décembre" },
];

/** Which convention all of this is read from. */
export const EDITION = {
  /** The day of the qualification decision that is annexed to it. */
  decidedOn: "2022-12-16",
  validUntil: "2023-06-12",
  requirements: "SecNumCloud 3.1",
  applicability: "v51",
} as const;

/** Names the edition, for a reader who has another one. */
export const EDITION_TEXT: Text = {
  en: `Convention: the one that goes with the qualification decision of ${formatDay(EDITION.decidedOn).en} (valid to ${formatDay(EDITION.validUntil).en}; ${EDITION.requirements}; statement of applicability ${EDITION.applicability}).`,
  fr: `Convention : celle qui accompagne la décision de qualification du ${formatDay(EDITION.decidedOn).fr} (valable jusqu'au ${formatDay(EDITION.validUntil).fr} ; ${EDITION.requirements} ; déclaration d'applicabilité ${EDITION.applicability}).`,
};

/** Which attestation of qualification holds on a day. */
export interface AttestationState {
  /** `annexed` and `given` are in force; `annexed-ended` where no later one is given. */
  readonly state: "annexed" | "annexed-ended" | "given" | "given-ended";
  readonly text: Text;
}

/**
 * Says which attestation is in force, or that the one at hand has ended, which is a notice and no fault of the stack.
 * @param given the client's own, from the setting `attestation`
 * @param today as `2026-12-31`
 */
export function attestationOn(today: string, given: Attestation | undefined): AttestationState {
  const hasEnded = today > (given ?? EDITION).validUntil;
  if (!given) return hasEnded ? { state: "annexed-ended", text: ANNEXED_ENDED } : { state: "annexed", text: ANNEXED };
  return hasEnded ? { state: "given-ended", text: formatEnded(given) } : { state: "given", text: formatInForce(given) };
}

/** Whether the attestation in force names OUTSCALE Kubernetes as a Service, in whatever words. */
export function namesOks(attestation: Attestation | undefined, today: string): boolean {
  return (
    attestationOn(today, attestation).state === "given" &&
    attestation?.services?.some((name) => OKS.test(name)) === true
  );
}

const OKS = /\boks\b|kubernetes/i;

const ANNEXED: Text = {
  en: `Attestation of qualification in force: the one annexed to the convention, until ${formatDay(EDITION.validUntil).en}.`,
  fr: `Attestation de qualification en vigueur : celle qui est annexée à la convention, jusqu'au ${formatDay(EDITION.validUntil).fr}.`,
};

const ANNEXED_ENDED: Text = {
  en: `The attestation annexed to the convention ended on ${formatDay(EDITION.validUntil).en}: ask Outscale for the one in force, and name it in \`pack-settings.attestation\`.`,
  fr: `L'attestation annexée à la convention a pris fin le ${formatDay(EDITION.validUntil).fr} : demandez à Outscale celle qui est en vigueur, et nommez-la dans \`pack-settings.attestation\`.`,
};

function formatInForce({ reference, validUntil, services = [] }: Attestation): Text {
  const named = formatList(services);
  const about = services.length === 0 ? { en: "", fr: "" } : { en: `, for ${named.en}`, fr: `, pour ${named.fr}` };
  return {
    en: `Attestation of qualification in force: ${reference}, until ${formatDay(validUntil).en}${about.en}.`,
    fr: `Attestation de qualification en vigueur : ${reference}, jusqu'au ${formatDay(validUntil).fr}${about.fr}.`,
  };
}

function formatEnded({ reference, validUntil }: Attestation): Text {
  return {
    en: `The attestation ${reference} ended on ${formatDay(validUntil).en}: ask Outscale for the one in force, and name it in \`pack-settings.attestation\`.`,
    fr: `L'attestation ${reference} a pris fin le ${formatDay(validUntil).fr} : demandez à Outscale celle qui est en vigueur, et nommez-la dans \`pack-settings.attestation\`.`,
  };
}

/** A day in words: 16 December 2022. */
function formatDay(day: string): Text {
  const [year = "", month = "", date = ""] = day.split("-");
  const { en, fr } = MONTHS[Number(month) - 1] ?? { en: month, fr: month };
  return {
    en: `${String(Number(date))} ${en} ${year}`,
    fr: `${date === "01" ? "1er" : String(Number(date))} ${fr} ${year}`,
  };
}
