import { CLAUSE_IDS, type ClauseId, CLAUSES } from "../../contract";
import {
  type CommitmentLine,
  type CommitmentStatus,
  type DutyLine,
  type DutyStatus,
  formatSystem,
  type Ledger,
  policyNames,
} from "../../policy";
import { addTo } from "../../stack";
import type { Text } from "../../text";
import { type PageLines, measureLongest, type PageStyle, type Say, wrapBeside } from "../page";

/** How many characters each column of the two tables takes. */
interface ColumnWidths {
  readonly clause: number;
  readonly figure: number;
  readonly status: number;
  readonly dutyStatus: number;
}

/** Writes the ledger as two tables: what can be claimed and for which systems, and how the duties stand. */
export function formatLedger({ commitments, duties }: Ledger, style: PageStyle): PageLines {
  const { say, colors } = style;
  const widths = measureColumns({ commitments, duties }, say);
  return [
    colors.bold(say(COMMITMENTS)),
    ...formatCommitments(commitments, widths, style),
    ...formatNotApplicable(commitments, say),
    "",
    colors.bold(say(DUTIES)),
    ...DUTY_ORDER.flatMap((status) => formatDuties(status, duties, widths, say)),
  ];
}

function measureColumns({ commitments, duties }: Ledger, say: Say): ColumnWidths {
  const claimable = commitments.map(({ commitment }) => commitment.clause);
  return {
    clause: measureLongest([...claimable, ...duties.map(({ clause }) => clause)]),
    figure: measureLongest(claimable.map((clause) => formatFigure(clause, say))),
    status: measureLongest(Object.values(STATUSES).map(say)),
    dutyStatus: measureLongest(Object.values(DUTY_STATUSES).map(say)),
  };
}

/** One row for each commitment and status, with the systems that have it. */
function formatCommitments(lines: readonly CommitmentLine[], widths: ColumnWidths, style: PageStyle): PageLines {
  const byRow = new Map<string, CommitmentLine[]>();
  for (const line of lines) {
    if (line.status !== "not applicable") addTo(byRow, `${line.commitment.clause} ${line.status}`, line);
  }
  return [...byRow.values()]
    .sort(([a], [b]) => (a && b ? compareLines(a, b) : 0))
    .flatMap((row) => (row[0] ? formatCommitment(row[0], row, widths, style) : []));
}

/** The commitments that nothing in the stack could claim, in one row. */
function formatNotApplicable(lines: readonly CommitmentLine[], say: Say): PageLines {
  const clauses = lines.filter(({ status }) => status === "not applicable").map(({ commitment }) => commitment.clause);
  return clauses.length > 0 ? [`  ${say(NOT_APPLICABLE)} ${clauses.join(" ")}`] : [];
}

/** @param lines of the same commitment with the same status, for one system each */
function formatCommitment(
  { commitment: { clause }, status, reading }: CommitmentLine,
  lines: readonly CommitmentLine[],
  widths: ColumnWidths,
  { say, colors }: PageStyle,
): PageLines {
  const systems = lines.map(({ system }) => say(formatSystem(system))).join(", ");
  const policies = policyNames(lines.flatMap(({ reasons }) => reasons)).join(", ");
  const because = policies === "" ? "" : status === "enforceable" ? say(formatWeakening(policies)) : ` (${policies})`;
  const readAs = reading === "literal" ? "" : ` [${reading}]`;
  const figure = formatFigure(clause, say).padEnd(widths.figure);
  const statusWord = colorOf(status, colors)(say(STATUSES[status]).padEnd(widths.status));
  const left = `  ${clause.padEnd(widths.clause)}  ${figure}  ${statusWord}  `;
  // Not the length of what stands to the left: a colour has characters that are not seen.
  const column = 2 + widths.clause + 2 + widths.figure + 2 + widths.status + 2;
  return wrapBeside(left, `${systems}${because}${readAs}`, column);
}

/** The figure that the convention prints for a commitment, if it prints one. */
function formatFigure(clause: ClauseId, say: Say): string {
  const { figure } = CLAUSES[clause];
  return figure ? say(figure) : "";
}

function colorOf(status: CommitmentStatus, colors: PageStyle["colors"]): (text: string) => string {
  if (status === "forfeited") return colors.red;
  return status === "undetermined" ? colors.cyan : colors.green;
}

/** The duties of one status: those that ask for something with the policies that say so, the others in one row. */
function formatDuties(status: DutyStatus, allDuties: readonly DutyLine[], widths: ColumnWidths, say: Say): PageLines {
  const duties = allDuties.filter((line) => line.status === status);
  if (duties.length === 0) return [];
  const label = `  ${say(DUTY_STATUSES[status]).padEnd(widths.dutyStatus)}  `;
  if (status === "not visible") return [`${label}${say(formatInvisibleDuties(duties.length))}`];
  if (status === "met") return [`${label}${duties.map(({ clause }) => clause).join(" ")}`];
  const column = label.length + widths.clause + 2;
  return duties.flatMap(({ clause, reasons }) => {
    const because = ` (${policyNames(reasons).join(", ")})`;
    return wrapBeside(
      `${label}${clause.padEnd(widths.clause)}  `,
      `${say(CLAUSES[clause].paraphrase)}${because}`,
      column,
    );
  });
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
const DUTIES: Text = { en: "Duties of the client", fr: "Obligations du client" };
const NOT_APPLICABLE: Text = { en: "Nothing here to claim them for:", fr: "Rien ici pour quoi les réclamer :" };

/** Which policies found something that leaves less to prove a commitment by. */
function formatWeakening(policies: string): Text {
  return { en: ` (less evidence: ${policies})`, fr: ` (preuves affaiblies : ${policies})` };
}

/** How many duties no verdict is about. */
function formatInvisibleDuties(number: number): Text {
  return {
    en: `${String(number)} (\`explain <clause>\` says why)`,
    fr: `${String(number)} (\`explain <clause>\` dit pourquoi)`,
  };
}

/** The worst first. */
const STATUSES = {
  forfeited: { en: "forfeited", fr: "perdu" },
  undetermined: { en: "undetermined", fr: "indéterminé" },
  enforceable: { en: "enforceable", fr: "exigible" },
  "not applicable": { en: "not applicable", fr: "sans objet" },
} as const satisfies Readonly<Record<CommitmentStatus, Text>>;

const DUTY_ORDER = ["unmet", "undetermined", "met", "not visible"] as const;
const DUTY_STATUSES = {
  unmet: { en: "unmet", fr: "non tenue" },
  undetermined: { en: "undetermined", fr: "indéterminée" },
  met: { en: "met", fr: "tenue" },
  "not visible": { en: "not visible", fr: "non visible" },
} as const satisfies Readonly<Record<DutyStatus, Text>>;
