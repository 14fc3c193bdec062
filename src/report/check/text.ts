import type { Colors } from "picocolors/types";
import { CLAUSES } from "../../contract";
import { policyPage } from "../../policy";
import { placeText, shortType } from "../../stack";
import { formatCount, type Language, type Text } from "../../text";
import { evidenceText } from "../ledger/evidence-text";
import { ledgerText } from "../ledger/ledger-text";
import { resilienceText } from "../ledger/resilience-text";
import { wrapped } from "../wrapped";
import {
  clausesTouched,
  isBlocking,
  type PolicyCount,
  type Report,
  type ReportedFinding,
  SEVERITY_NAMES,
} from "./report";

/** The report for people: what was checked, what was found by policy, the clauses touched, and what was not seen. */
export function textReport(report: Report, language: Language, colors: Colors): string {
  const { findings, policies } = report;
  const say = (text: Text) => text[language];
  const margin = 4 + Math.max(say(WHY).length, say(FIX).length) + 2;
  const sections = [
    heading(),
    ...policies.map(section),
    touched(),
    ledgerText(report.ledger, language, colors),
    evidenceText(report.evidence, language, colors),
    resilienceText(report.resilience, language, colors),
    limits(),
    conclusion(),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;

  function heading(): string[] {
    const { stack, summary } = report;
    const name = colors.bold(`${stack.project} (${stack.name})`);
    const judged = policies.filter(
      ({ policy, notApplicable }) => policy.clauses.length > 0 && notApplicable === 0,
    ).length;
    const resources = formatCount(summary.resources, ...RESOURCES);
    const judging = formatCount(judged, ...POLICIES);
    return [
      say({
        en: `${name}: ${resources.en}, ${judging.en} with something to judge`,
        fr: `${name} : ${resources.fr}, ${judging.fr} ayant quelque chose à juger`,
      }),
    ];
  }

  function section(counted: PolicyCount): string[] {
    const own = findings.filter(({ policy }) => policy.name === counted.policy.name);
    if (own.length === 0) return [];
    const { policy, level } = counted;
    const clauses = policy.clauses.length > 0 ? `  ${policy.clauses.join(" ")}` : "";
    const mark = markOf(own, level);
    const severity = say(SEVERITY_NAMES[policy.severity]);
    return [
      `${mark} ${colors.bold(policy.name)}  ${say(LEVEL_NAMES[level])}, ${say(SEVERITY)} ${severity}${colors.dim(clauses)}`,
      `  ${say(policy.title)}`,
      ...own.flatMap(lines),
      ...(own.every(({ verdict }) => verdict === "exempted") ? [] : whatToDo(policy)),
    ];
  }

  function whatToDo(policy: PolicyCount["policy"]): string[] {
    return [
      ...paragraph(say(WHY), say(policy.why)),
      ...paragraph(say(FIX), say(policy.remediation)),
      ...(policy.clauses.length > 0 ? [colors.dim(" ".repeat(margin) + policyPage(policy.name))] : []),
    ];
  }

  function markOf(own: readonly ReportedFinding[], level: PolicyCount["level"]): string {
    if (own.some(({ verdict }) => verdict === "violation"))
      return isBlocking(level) ? colors.red("✗") : colors.yellow("!");
    return own.some(({ verdict }) => verdict === "undetermined") ? colors.cyan("?") : colors.dim("~");
  }

  function lines(finding: ReportedFinding): string[] {
    const { subject, path, position, verdict, exemption } = finding;
    const where = position ? placeText(position) : "-";
    const kind =
      subject.kind === "resource" || subject.kind === "part" ? shortType(subject.resource.type) : subject.kind;
    const about = `${kind} "${subject.name}"${path === "" ? "" : `, ${path}`}`;
    const state =
      verdict === "undetermined"
        ? `${colors.cyan(say(UNDETERMINED))} `
        : verdict === "exempted"
          ? `${colors.dim(say(EXEMPTED))} `
          : "";
    const accepted = exemption ? [colors.dim(`      ${say(acceptance(exemption.approver, exemption.expires))}`)] : [];
    return [`    ${colors.dim(where)}  ${about}`, ...wrapped(state + say(finding.message), 6), ...accepted];
  }

  function paragraph(label: string, text: string): string[] {
    const [first = "", ...rest] = wrapped(text, margin);
    return [`    ${colors.bold(label.padEnd(margin - 4))}${first.trimStart()}`, ...rest];
  }

  function touched(): string[] {
    const clauses = clausesTouched(report);
    if (clauses.length === 0) return [];
    return [
      colors.bold(say(TOUCHED)),
      ...clauses.flatMap((id) => {
        const clause = CLAUSES[id];
        const figure = clause.figure === undefined ? "" : ` (${say(clause.figure)})`;
        return wrapped(`${id}${figure}  ${say(clause.paraphrase)}`, 2);
      }),
    ];
  }

  function limits(): string[] {
    if (report.limits.length === 0) return [];
    return [colors.bold(say(NOT_SEEN)), ...report.limits.flatMap((limit) => wrapped(say(limit), 2))];
  }

  function conclusion(): string[] {
    const { mandatory, advisory, undetermined, exempted } = report.summary;
    const color = mandatory > 0 ? colors.red : advisory + undetermined > 0 ? colors.yellow : colors.green;
    return [
      color(
        `${[
          formatCount(mandatory, ...MANDATORY_VIOLATIONS),
          formatCount(advisory, ...ADVISORY_VIOLATIONS),
          formatCount(undetermined, ...UNDETERMINED_VERDICTS),
          formatCount(exempted, ...EXEMPTED_FINDINGS),
        ]
          .map(say)
          .join(", ")}.`,
      ),
    ];
  }
}

const WHY: Text = { en: "Why", fr: "Pourquoi" };
const FIX: Text = { en: "Fix", fr: "Remède" };
const SEVERITY: Text = { en: "severity", fr: "gravité" };
const UNDETERMINED: Text = { en: "Undetermined:", fr: "Indéterminé :" };
const EXEMPTED: Text = { en: "Exempted:", fr: "Dérogation :" };
const TOUCHED: Text = { en: "Clauses of the convention touched", fr: "Clauses de la convention touchées" };
const NOT_SEEN: Text = { en: "What this check could not see", fr: "Ce que cette vérification n'a pas pu voir" };

/** What is counted: one, and several. */
const RESOURCES = [
  { en: "resource", fr: "ressource" },
  { en: "resources", fr: "ressources" },
] as const;
const POLICIES = [
  { en: "policy", fr: "politique" },
  { en: "policies", fr: "politiques" },
] as const;
const MANDATORY_VIOLATIONS = [
  { en: "mandatory violation", fr: "violation bloquante" },
  { en: "mandatory violations", fr: "violations bloquantes" },
] as const;
const ADVISORY_VIOLATIONS = [
  { en: "advisory violation", fr: "violation signalée" },
  { en: "advisory violations", fr: "violations signalées" },
] as const;
const UNDETERMINED_VERDICTS = [
  { en: "undetermined verdict", fr: "verdict indéterminé" },
  { en: "undetermined verdicts", fr: "verdicts indéterminés" },
] as const;
const EXEMPTED_FINDINGS = [
  { en: "exempted", fr: "dérogation" },
  { en: "exempted", fr: "dérogations" },
] as const;

const LEVEL_NAMES = {
  mandatory: { en: "mandatory", fr: "bloquante" },
  advisory: { en: "advisory", fr: "signalée" },
  disabled: { en: "disabled", fr: "désactivée" },
  remediate: { en: "mandatory", fr: "bloquante" },
} as const satisfies Readonly<Record<PolicyCount["level"], Text>>;

function acceptance(approver: string, expires: string): Text {
  return { en: `accepted by ${approver} until ${expires}`, fr: `acceptée par ${approver} jusqu'au ${expires}` };
}
