import type { Colors } from "picocolors/types";
import { type ClauseId, CLAUSE_IDS, CLAUSES } from "../../contract";
import {
  type CommitmentLine,
  type CommitmentStatus,
  type DutyLine,
  type DutyStatus,
  type Ledger,
  policyNames,
  systemText,
} from "../../policy";
import { addTo } from "../../stack";
import type { Language, Text } from "../../text";
import { wrapped } from "../wrapped";

/** The ledger as two tables: what can be claimed and for which systems, and how the duties stand. */
export function ledgerText({ commitments, duties }: Ledger, language: Language, colors: Colors): string[] {
  const say = (text: Text) => text[language];
  const clauses = commitments.map(({ commitment }) => commitment.clause);
  const clauseWidth = longest([...clauses, ...duties.map(({ clause }) => clause)]);
  const figureWidth = longest(clauses.map(figureOf));
  const statusWidth = longest(Object.values(STATUSES).map(say));
  const dutyWidth = longest(Object.values(DUTY_STATUSES).map(say));
  const margin = 2 + clauseWidth + 2 + figureWidth + 2 + statusWidth + 2;
  return [
    colors.bold(say(COMMITMENTS)),
    ...rowsOf(commitments),
    "",
    colors.bold(say(DUTIES)),
    ...DUTY_ORDER.flatMap((status) => dutyRows(status, duties)),
  ];

  /** A row for each commitment and status; what applies to nothing here is named in one row. */
  function rowsOf(lines: readonly CommitmentLine[]): string[] {
    const byRow = new Map<string, CommitmentLine[]>();
    for (const line of lines) {
      if (line.status !== "not applicable") addTo(byRow, `${line.commitment.clause} ${line.status}`, line);
    }
    const rows = [...byRow.values()]
      .sort(([a], [b]) => (a && b ? byImportance(a, b) : 0))
      .flatMap((group) => (group[0] ? rowOf(group[0], group) : []));
    const none = lines.filter(({ status }) => status === "not applicable").map(({ commitment }) => commitment.clause);
    return [...rows, ...(none.length > 0 ? [`  ${say(NOT_APPLICABLE)} ${none.join(" ")}`] : [])];
  }

  function rowOf({ commitment, status, reading }: CommitmentLine, lines: readonly CommitmentLine[]): string[] {
    const { clause } = commitment;
    const systems = lines.map(({ system }) => say(systemText(system))).join(", ");
    const policies = policyNames(lines.flatMap(({ reasons }) => reasons)).join(", ");
    const because = policies === "" ? "" : status === "enforceable" ? say(weakenedBy(policies)) : ` (${policies})`;
    const read = reading === "literal" ? "" : ` [${reading}]`;
    const [first = "", ...rest] = wrapped(`${systems}${because}${read}`, margin);
    const head = `  ${clause.padEnd(clauseWidth)}  ${figureOf(clause).padEnd(figureWidth)}  ${shown(status)}`;
    return [`${head}  ${first.trimStart()}`, ...rest];
  }

  function figureOf(clause: ClauseId): string {
    const { figure } = CLAUSES[clause];
    return figure ? say(figure) : "";
  }

  function shown(status: CommitmentStatus): string {
    const text = say(STATUSES[status]).padEnd(statusWidth);
    if (status === "forfeited") return colors.red(text);
    return status === "undetermined" ? colors.cyan(text) : colors.green(text);
  }

  function dutyRows(status: DutyStatus, lines: readonly DutyLine[]): string[] {
    const own = lines.filter((line) => line.status === status);
    if (own.length === 0) return [];
    const label = `  ${say(DUTY_STATUSES[status]).padEnd(dutyWidth)}  `;
    if (status === "not visible") return [`${label}${say(counted(own.length))}`];
    if (status === "met") return [`${label}${own.map(({ clause }) => clause).join(" ")}`];
    const indent = 2 + dutyWidth + 2 + clauseWidth + 2;
    return own.flatMap(({ clause, reasons }) => {
      const because = ` (${policyNames(reasons).join(", ")})`;
      const [first = "", ...rest] = wrapped(`${say(CLAUSES[clause].paraphrase)}${because}`, indent);
      return [`${label}${clause.padEnd(clauseWidth)}  ${first.trimStart()}`, ...rest];
    });
  }
}

/** In the order of the convention; what is lost comes first. */
function byImportance(a: CommitmentLine, b: CommitmentLine): number {
  const order = Object.keys(STATUSES);
  return (
    CLAUSE_IDS.indexOf(a.commitment.clause) - CLAUSE_IDS.indexOf(b.commitment.clause) ||
    order.indexOf(a.status) - order.indexOf(b.status)
  );
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}

const COMMITMENTS: Text = { en: "Commitments of the convention", fr: "Engagements de la convention" };
const DUTIES: Text = { en: "Duties of the client", fr: "Obligations du client" };
const NOT_APPLICABLE: Text = { en: "Nothing here to claim them for:", fr: "Rien ici pour quoi les réclamer :" };

function weakenedBy(policies: string): Text {
  return { en: ` (less evidence: ${policies})`, fr: ` (preuves affaiblies : ${policies})` };
}

function counted(number: number): Text {
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
