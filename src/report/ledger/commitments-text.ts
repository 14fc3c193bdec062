import { budgetMinutes, CLAUSE_IDS, type ClauseId, describeFigure, SHARED_ROWS, SUPPORT_TIMES } from "../../contract";
import {
  assetKey,
  type CommitmentLine,
  type CommitmentStatus,
  formatAssets,
  isClaimable,
  type Ledger,
  policyNames,
} from "../../policy";
import { formatList, type Text } from "../../text";
import { type PageLines, measureLongest, type PageStyle, type Say, wrapBeside, wrapText } from "../page";

/** How many characters each column takes. */
interface ColumnWidths {
  readonly clause: number;
  readonly figure: number;
  readonly status: number;
}

/** Writes the table of what can be claimed, and for what. */
export function formatCommitments({ commitments }: Ledger, style: PageStyle): PageLines {
  const { say, colors } = style;
  if (commitments.length === 0) return [];
  const rows = listRows(commitments);
  const widths = measureColumns(rows, say);
  return [
    colors.bold(say(COMMITMENTS)),
    ...rows.flatMap((row) => formatRow(row, widths, style)),
    ...formatNotApplicable(commitments, say),
    ...formatLegend(rows, say),
  ];
}

/** The commitments that stand alike for the same assets, and for the same reasons. */
interface Row {
  readonly clauses: readonly ClauseId[];
  readonly lines: readonly [CommitmentLine, ...CommitmentLine[]];
}

/** One row for each commitment, status and reason, in the order of the convention; the worst status comes first. */
function listRows(lines: readonly CommitmentLine[]): Row[] {
  const byRow = new Map<string, [CommitmentLine, ...CommitmentLine[]]>();
  for (const line of lines) {
    if (line.asset === undefined) continue;
    const key = [
      line.commitment.clause,
      line.status,
      policyNames(line.reasons),
      policyNames(line.excluded),
      line.notes,
      line.reading,
    ];
    const known = byRow.get(JSON.stringify(key));
    if (known) known.push(line);
    else byRow.set(JSON.stringify(key), [line]);
  }
  const rows = [...byRow.values()].map((own): Row => ({ clauses: [own[0].commitment.clause], lines: own }));
  return joinRows(rows).sort((a, b) => compareLines(a.lines[0], b.lines[0]));
}

/** Joins the rows of commitments that are one, where they say the same. */
function joinRows(rows: readonly Row[]): Row[] {
  return rows.flatMap((row) => {
    const clause = row.lines[0].commitment.clause;
    const group = [...SHARED_ROWS.values()].find((clauses) => clauses.includes(clause));
    const same = rows.filter((other) => group?.includes(other.lines[0].commitment.clause) && areAlike(row, other));
    if (!group || same.length < group.length) return [row];
    return clause === group[0] ? [{ clauses: group, lines: row.lines }] : [];
  });
}

function areAlike(one: Row, other: Row): boolean {
  return identifyRow(one) === identifyRow(other);
}

function identifyRow({ lines }: Row): string {
  return JSON.stringify(
    lines.map((line) => {
      const { status, reading, reasons, excluded, notes } = line;
      return [assetKey(line), status, reading, notes, policyNames(reasons), policyNames(excluded)];
    }),
  );
}

function measureColumns(rows: readonly Row[], say: Say): ColumnWidths {
  return {
    clause: measureLongest(rows.map(formatClauses)),
    figure: measureLongest(rows.map((row) => formatFigure(row, say))),
    status: measureLongest(Object.values(STATUSES).map(say)),
  };
}

function formatRow(row: Row, widths: ColumnWidths, { say, colors }: PageStyle): PageLines {
  const [{ status, reading, reasons, excluded, notes }] = row.lines;
  const assets = say(formatAssets(row.lines.flatMap(({ asset }) => asset ?? [])));
  const policies = policyNames(reasons).join(", ");
  const because = policies === "" ? "" : isClaimable(status) ? say(formatWeakening(policies)) : ` (${policies})`;
  const uses = excluded.length === 0 ? "" : say(formatExcluded(excluded.map(({ subject }) => subject.name)));
  const remarks = notes.map((note) => ` (${say(note)})`).join("");
  const readAs = reading === "" ? "" : ` [${reading}]`;
  const figure = formatFigure(row, say).padEnd(widths.figure);
  const statusWord = colorOf(status, colors)(say(STATUSES[status]).padEnd(widths.status));
  const left = `  ${formatClauses(row).padEnd(widths.clause)}  ${figure}  ${statusWord}  `;
  // Not the length of what stands to the left: a colour has characters that are not seen.
  const column = 2 + widths.clause + 2 + widths.figure + 2 + widths.status + 2;
  return wrapBeside(left, `${assets}${because}${uses}${remarks}${readAs}`, column);
}

/** `SLA10.sev1-3`, `SLA4/5/9.api`. */
function formatClauses({ clauses: [first = "SLA1.region", ...others] }: Row): string {
  if (others.length === 0) return first;
  return [...SHARED_ROWS].find(([, clauses]) => clauses.includes(first))?.[0] ?? first;
}

/** The figure that the convention prints for a commitment, with its period and what it leaves of it. */
function formatFigure(row: Row, say: Say): string {
  const [clause = "SLA1.region", ...others] = row.clauses;
  if (others.length > 0 && SUPPORT_TIMES.includes(clause)) return say(SUPPORT_FIGURES);
  const figure = describeFigure(clause);
  const budget = budgetOf(row);
  const leaves = budget === undefined ? "" : ` (${formatMinutes(budget)})`;
  return figure === undefined ? "" : `${say(figure)}${leaves}`;
}

/** For how long a service may be missing without the figure being missed; not of what is about speed. */
function budgetOf({ lines: [{ commitment }] }: Row): number | undefined {
  return commitment.figure.kind === "availability" ? budgetMinutes(commitment.figure) : undefined;
}

/** Minutes as people count them: `43 min`, `26 h 16 min`, `72 h`; what has begun of the next one is left out. */
export function formatMinutes(minutes: number): string {
  const whole = Math.floor(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${String(rest)} min`;
  return rest === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(rest)} min`;
}

const SUPPORT_FIGURES: Text = {
  en: "GTI 15 min to 1 h, GTR 2 h to 48 working h",
  fr: "GTI 15 min à 1 h, GTR 2 h à 48 h ouvrées",
};

/** The commitments that nothing in the stack could claim, in one row. */
function formatNotApplicable(lines: readonly CommitmentLine[], say: Say): PageLines {
  const clauses = lines.filter(({ asset }) => asset === undefined).map(({ commitment }) => commitment.clause);
  return clauses.length > 0 ? wrapText(`${say(NOT_APPLICABLE)} ${clauses.join(" ")}`, 2) : [];
}

/** What the words for a status mean that do not say it by themselves. */
function formatLegend(rows: readonly Row[], say: Say): PageLines {
  const statuses = new Set(rows.map(({ lines: [{ status }] }) => status));
  return LEGEND.filter(({ status }) => statuses.has(status)).flatMap(({ status, means }) =>
    wrapText(`${say(STATUSES[status])}${say(means)}`, 2),
  );
}

function colorOf(status: CommitmentStatus, colors: PageStyle["colors"]): (text: string) => string {
  if (status === "forfeited") return colors.red;
  if (status === "accepted") return colors.yellow;
  if (status === "not applicable") return colors.dim;
  return status === "undetermined" ? colors.cyan : colors.green;
}

/** Sorts by the order of the convention; of one commitment, the worst status comes first. */
function compareLines(a: CommitmentLine, b: CommitmentLine): number {
  const order = Object.keys(STATUSES);
  return (
    CLAUSE_IDS.indexOf(a.commitment.clause) - CLAUSE_IDS.indexOf(b.commitment.clause) ||
    order.indexOf(a.status) - order.indexOf(b.status)
  );
}

const COMMITMENTS: Text = { en: "Commitments of the convention", fr: "Engagements de la convention" };
const NOT_APPLICABLE: Text = { en: "Not applicable here:", fr: "Sans objet ici :" };

/** Which policies found something that leaves less to prove a commitment by. */
function formatWeakening(policies: string): Text {
  return { en: ` (less evidence: ${policies})`, fr: ` (preuves affaiblies : ${policies})` };
}

/** Of what use the incidents are excluded. */
function formatExcluded(users: readonly string[]): Text {
  const names = formatList([...new Set(users)]);
  return { en: ` (excluded for the use by ${names.en})`, fr: ` (exclu pour l'usage par ${names.fr})` };
}

/** The worst first. */
const STATUSES = {
  forfeited: { en: "forfeited", fr: "non réclamable" },
  undetermined: { en: "undetermined", fr: "indéterminé" },
  accepted: { en: "accepted loss", fr: "perte acceptée" },
  planned: { en: "as planned", fr: "tel que prévu" },
  "to be proved": { en: "to be proved", fr: "à prouver" },
  enforceable: { en: "enforceable", fr: "opposable" },
  "not applicable": { en: "not claimed", fr: "non réclamé" },
} as const satisfies Readonly<Record<CommitmentStatus, Text>>;

const LEGEND: readonly { readonly status: CommitmentStatus; readonly means: Text }[] = [
  {
    status: "planned",
    means: {
      en: ": the condition is fulfilled as planned. It can be claimed once it is deployed, and proved (`prove --state`); that Outscale could not restore the service is never visible here.",
      fr: " : condition remplie telle que prévue. L'engagement pourra être réclamé une fois la stack déployée, preuve à l'appui (`prove --state`) ; qu'Outscale n'ait pas pu rétablir le service n'est jamais visible ici.",
    },
  },
  {
    status: "to be proved",
    means: {
      en: ": the state fulfils the condition, which is to be proved (`prove --state`); that Outscale could not restore the service is never visible here.",
      fr: " : d'après l'état, la condition est remplie, ce qui reste à prouver (`prove --state`) ; qu'Outscale n'ait pas pu rétablir le service n'est jamais visible ici.",
    },
  },
  {
    status: "accepted",
    means: { en: ": lost by choice, and not claimed.", fr: " : perdu par choix, et non réclamé." },
  },
];
