import type { DateTime, Interval } from "luxon";
import { name as tool, version } from "../../package.json";
import { countClaim, type Exclusions, holds, type Service, type Severity, type WorkingDay } from "../claim";
import { formatJsonClaim, formatTextClaim } from "../report";
import { showForeign, UserError } from "../text";
import type { CommandEnvironment, FORMATS } from "./check";
import { loadPenalties } from "./claim-penalties";
import { openOutput } from "./output";
import { readIncidents, readMoment, readSpan, readTickets } from "./time-spans";

/** The options of `claim`, as the command line has them. */
export interface ClaimOptions {
  readonly service: Service;
  readonly incident: readonly string[];
  readonly severity?: "1" | "2" | "3";
  readonly answered?: readonly string[];
  readonly workingDay?: string;
  readonly maintenance?: readonly string[];
  readonly restart?: readonly string[];
  readonly throttled?: readonly string[];
  readonly blocked?: readonly string[];
  readonly waiting?: readonly string[];
  readonly penalties?: string;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
}

/**
 * Writes what counts of some incidents, which commitment is broken by it, and the ticket to support.
 * @throws {UserError} when something given cannot be used
 */
export function claim(
  options: ClaimOptions,
  { language, print }: Pick<CommandEnvironment, "language" | "print">,
): void {
  const { service, severity, format } = options;
  if (service === "support" && severity === undefined) throw new UserError(NO_SEVERITY);
  const incidents = (service === "support" ? readTickets : readIncidents)("--incident", options.incident);
  const counted = countClaim({
    service,
    severity: severity && (Number(severity) as Severity),
    incidents,
    exclusions: readExclusions(options, incidents),
    answered: (options.answered ?? []).map((each) => readAnswer(each, incidents)),
    workingDay: options.workingDay === undefined ? undefined : readWorkingDay(options.workingDay),
  });
  const penalties = options.penalties === undefined ? undefined : loadPenalties(options.penalties);
  const page = { tool: { name: tool, version }, claim: counted, penalties };
  openOutput(options.output, print)(format === "json" ? formatJsonClaim(page) : formatTextClaim(page, language));
}

function readExclusions(options: ClaimOptions, incidents: readonly Interval[]): Exclusions {
  const { maintenance, restart, throttled, blocked, waiting = [] } = options;
  const read = (option: string, written: readonly string[] = []) => written.map((each) => readSpan(option, each));
  return {
    maintenance: read("--maintenance", maintenance),
    restart: read("--restart", restart),
    throttling: read("--throttled", throttled),
    countermeasure: read("--blocked", blocked),
    waiting: waiting.map((each) => readWaiting(each, incidents)),
  };
}

/** One wait of support is for the answer to one ticket, and nothing tells which where two are open. */
function readWaiting(written: string, tickets: readonly Interval[]): Interval {
  const span = readSpan("--waiting", written);
  if (openTogether(tickets).some((both) => both.overlaps(span)))
    throw new UserError(formatShared("--waiting", written));
  return span;
}

/** An answer of support is to the ticket that is open then; it may be the resolution itself. */
function readAnswer(written: string, tickets: readonly Interval[]): DateTime {
  const time = readMoment("--answered", written);
  const open = tickets.filter((ticket) => holds(ticket, time));
  if (open.length === 0) throw new UserError(formatStray(written));
  if (open.length > 1) throw new UserError(formatShared("--answered", written));
  return time;
}

/** When two tickets are open at once. */
function openTogether(tickets: readonly Interval[]): Interval[] {
  return tickets.flatMap((one, index) => tickets.slice(index + 1).flatMap((other) => one.intersection(other) ?? []));
}

function readWorkingDay(written: string): WorkingDay {
  const [from = NaN, to = NaN] = (WORKING_DAY.exec(written)?.slice(1) ?? [])
    .map((clock) => clock.split(":").map(Number))
    .map(([hour = NaN, minute = NaN]) => (hour < 24 || (hour === 24 && minute === 0) ? hour * 60 + minute : NaN));
  if (from < to) return { from, to };
  throw new UserError({
    en: `--working-day is "${showForeign(written)}". Accepted: \`09:00-18:00\`.`,
    fr: `--working-day vaut « ${showForeign(written)} ». Accepté : \`09:00-18:00\`.`,
  });
}

const WORKING_DAY = /^(\d\d:[0-5]\d)-(\d\d:[0-5]\d)$/;

const NO_SEVERITY = {
  en: "--service support lacks --severity. Accepted: 1, 2, 3.",
  fr: "Il manque --severity à --service support. Accepté : 1, 2, 3.",
};

function formatStray(written: string) {
  const quoted = showForeign(written);
  return {
    en: `--answered is "${quoted}": no incident lasts then. Accepted: a time within a ticket, from its opening to its resolution.`,
    fr: `--answered vaut « ${quoted} » : aucun incident ne dure alors. Accepté : une heure comprise dans un ticket, de son ouverture à sa résolution.`,
  };
}

function formatShared(option: string, written: string) {
  const quoted = showForeign(written);
  return {
    en: `${option} is "${quoted}": several tickets are open then, and it does not tell which it is of. Accepted: one ticket at a time.`,
    fr: `${option} vaut « ${quoted} » : plusieurs tickets sont alors ouverts, et rien ne dit duquel il s'agit. Accepté : un ticket à la fois.`,
  };
}
