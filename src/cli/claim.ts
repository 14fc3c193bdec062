import { name as tool, version } from "../../package.json";
import { countClaim, type Exclusions, type Penalties, type Service, type Severity, type WorkingDay } from "../claim";
import { loadJson, readBySchema } from "../config";
import { COMMITMENTS } from "../contract";
import { formatJsonClaim, formatTextClaim } from "../report";
import { UserError } from "../text";
import type { CommandEnvironment, FORMATS } from "./check";
import { openOutput } from "./output";
import { readIncidents, readMoment, readSpan } from "./time-spans";

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
  const incidents = readIncidents("--incident", options.incident);
  const counted = countClaim({
    service,
    severity: severity && (Number(severity) as Severity),
    incidents,
    exclusions: readExclusions(options),
    answered: (options.answered ?? []).map((each) => {
      const time = readMoment("--answered", each);
      if (!incidents.some((incident) => incident.contains(time))) throw new UserError(formatStray(each));
      return time;
    }),
    workingDay: options.workingDay === undefined ? undefined : readWorkingDay(options.workingDay),
  });
  const penalties = options.penalties === undefined ? undefined : loadJson(options.penalties, readPenalties);
  const page = { tool: { name: tool, version }, claim: counted, penalties };
  openOutput(options.output, print)(format === "json" ? formatJsonClaim(page) : formatTextClaim(page, language));
}

function readExclusions({ maintenance, restart, throttled, blocked, waiting }: ClaimOptions): Exclusions {
  const read = (option: string, written: readonly string[] = []) => written.map((each) => readSpan(option, each));
  return {
    maintenance: read("--maintenance", maintenance),
    restart: read("--restart", restart),
    throttling: read("--throttled", throttled),
    countermeasure: read("--blocked", blocked),
    waiting: read("--waiting", waiting),
  };
}

function readWorkingDay(written: string): WorkingDay {
  const [from = NaN, to = NaN] = (WORKING_DAY.exec(written)?.slice(1) ?? [])
    .map((clock) => clock.split(":").map(Number))
    .map(([hour = NaN, minute = NaN]) => (hour < 24 || (hour === 24 && minute === 0) ? hour * 60 + minute : NaN));
  if (from < to) return { from, to };
  throw new UserError({
    en: `--working-day is "${written}". Accepted: \`09:00-18:00\`.`,
    fr: `--working-day vaut « ${written} ». Accepté : \`09:00-18:00\`.`,
  });
}

const WORKING_DAY = /^(\d\d:[0-5]\d)-(\d\d:[0-5]\d)$/;

/** The table of penalties that a user has of Outscale: the convention has none. */
const PENALTIES = {
  type: "object",
  additionalProperties: false,
  required: ["reference", "penalties"],
  properties: {
    reference: { type: "string", minLength: 1 },
    penalties: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["clause", "credit"],
        properties: {
          clause: { type: "string", enum: COMMITMENTS.map(({ clause }) => clause) },
          below: { type: "number", minimum: 0, maximum: 100 },
          beyond: { type: "number", minimum: 0 },
          credit: { type: "string", minLength: 1 },
        },
      },
    },
  },
} as const;

function readPenalties(written: unknown): Penalties {
  if (typeof written !== "object" || written === null || Array.isArray(written)) throw new UserError(NO_TABLE);
  const read = readBySchema(PENALTIES, written, "penalties") as Penalties;
  for (const [index, { below, beyond }] of read.penalties.entries()) {
    if ((below === undefined) === (beyond === undefined)) throw new UserError(formatBound(index));
  }
  return read;
}

const NO_SEVERITY = {
  en: "--service support lacks --severity. Accepted: 1, 2, 3.",
  fr: "Il manque --severity à --service support. Accepté : 1, 2, 3.",
};
const NO_TABLE = {
  en: "The file is no table of penalties. Accepted: an object with `reference` and `penalties`.",
  fr: "Le fichier n'est pas un barème de pénalités. Accepté : un objet avec `reference` et `penalties`.",
};

function formatBound(index: number) {
  const place = `penalties.penalties[${String(index)}]`;
  return {
    en: `\`${place}\` takes one of \`below\` (percent of availability) and \`beyond\` (minutes past the time to the resolution).`,
    fr: `\`${place}\` prend l'un de \`below\` (pour cent de disponibilité) et \`beyond\` (minutes au-delà du délai de résolution).`,
  };
}

function formatStray(written: string) {
  return {
    en: `--answered is "${written}": no incident lasts then. Accepted: a time within a ticket, from its opening to its resolution.`,
    fr: `--answered vaut « ${written} » : aucun incident ne dure alors. Accepté : une heure comprise dans un ticket, de son ouverture à sa résolution.`,
  };
}
