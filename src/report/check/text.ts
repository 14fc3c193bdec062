import type { Colors } from "picocolors/types";
import { type ClauseId, CLAUSES } from "../../contract";
import { describeApproval, type PolicyMetadata, policyPage } from "../../policy";
import { placeText, shortType, type Subject } from "../../stack";
import { formatCount, type Language, sameInEach, showForeign, type Text } from "../../text";
import { formatEvidence } from "../ledger/evidence-text";
import { formatCommitments } from "../ledger/commitments-text";
import { formatRemedies } from "../ledger/remedy-text";
import { formatDuties } from "../ledger/duties-text";
import { formatResilience } from "../ledger/resilience-text";
import { formatLoosened } from "./loosened-text";
import { formatTexts, joinSections, type PageLines, type PageStyle, sayIn, wrapBeside, wrapText } from "../page";
import {
  isBlocking,
  LEVEL_NAMES,
  listTouchedClauses,
  type PolicyCount,
  type Report,
  type ReportedFinding,
  SEVERITY_NAMES,
  type Summary,
} from "./report";

/** Writes the report for people: what was checked, what was found by policy, what it costs, and what was not seen. */
export function formatTextReport(report: Report, language: Language, colors: Colors): string {
  const style: PageStyle = { say: sayIn(language), colors };
  return joinSections(
    [
      report.isEmpty ? [style.colors.yellow(style.say(NOTHING_JUDGED))] : [],
      formatHeading(report, style),
      ...report.policies.map((count) => formatPolicy(count, report.findings, style)),
      formatTouchedClauses(listTouchedClauses(report), style),
      formatEdition(report.edition, style),
      formatCommitments(report.ledger, style),
      formatRemedies(report.ledger, style),
      formatDuties(report.ledger, style),
      formatEvidence(report.evidence, style),
      formatResilience(report.resilience, style),
      formatLoosened(report, style),
      formatTexts(NOT_SEEN, listOtherLimits(report), style),
      formatTexts(EXPIRING, report.notices, style),
      formatSummary(report.summary, style),
    ],
    colors,
  );
}

/** What was not seen, but for what stands among the findings, because it leaves the verdicts about the stack open. */
function listOtherLimits({ limits, findings }: Report): readonly Text[] {
  return limits.filter((limit) => !findings.some(({ message }) => message === limit));
}

/** Which convention all of it is read from, and which attestation of qualification is in force. */
function formatEdition(texts: readonly Text[], { say }: PageStyle): PageLines {
  return texts.flatMap((text) => wrapText(say(text), 0));
}

/** The stack, and how much of it there was to judge. */
function formatHeading({ stack, summary, policies, config }: Report, { say, colors }: PageStyle): PageLines {
  const name = `${stack.project} (${stack.name})`;
  const judging = policies.filter(({ policy, notApplicable }) => policy.clauses.length > 0 && notApplicable === 0);
  const resources = formatCount(summary.resources, ...RESOURCES);
  const applied = formatCount(judging.length, ...POLICIES);
  return [
    colors.bold(showForeign(name)) +
      say({
        en: `: ${resources.en}, ${applied.en}`,
        fr: ` : ${resources.fr}, ${applied.fr}`,
      }),
    ...(config === undefined ? [] : [say({ en: `Configuration: ${config}`, fr: `Configuration : ${config}` })]),
  ];
}

/** One policy with what it found; a policy that found nothing has no section. */
function formatPolicy(
  { policy, level }: PolicyCount,
  allFindings: readonly ReportedFinding[],
  style: PageStyle,
): PageLines {
  const { say, colors } = style;
  const findings = allFindings.filter((finding) => finding.policy.name === policy.name);
  if (findings.length === 0) return [];
  const mark = formatMark(findings, level, style);
  const severity = say(SEVERITY_NAMES[policy.severity]);
  const touched = policy.clauses.filter((id) => findings.some(({ clauses }) => clauses.includes(id)));
  const clauses = touched.length > 0 ? `  ${touched.join(" ")}` : "";
  const areExempted = findings.every(({ verdict }) => verdict === "exempted");
  const areFixed = findings.every(({ verdict, hasOwnFix }) => verdict === "exempted" || hasOwnFix);
  return [
    `${mark} ${colors.bold(policy.name)}  ${say(LEVEL_NAMES[level])}, ${say(SEVERITY)} ${severity}${colors.dim(clauses)}`,
    `  ${say(policy.title)}`,
    ...findings.flatMap((finding) => formatFinding(finding, style)),
    ...(areExempted ? [] : formatAdvice(policy, style, areFixed)),
  ];
}

/** The sign of the gravest verdict of a policy. */
function formatMark(findings: readonly ReportedFinding[], level: PolicyCount["level"], { colors }: PageStyle): string {
  if (findings.some(({ verdict }) => verdict === "violation"))
    return isBlocking(level) ? colors.red("✗") : colors.yellow("!");
  return findings.some(({ verdict }) => verdict === "undetermined") ? colors.cyan("?") : colors.dim("~");
}

/** Where the subject stands, which one it is, what is said of it, and who accepted it. */
function formatFinding(
  { subject, path, position, verdict, message, fix, hasOwnFix, exemption }: ReportedFinding,
  style: PageStyle,
): PageLines {
  const { say, colors } = style;
  const place = position ? placeText(position) : "-";
  const about = showForeign(`${say(formatKind(subject))} "${subject.name}"${path === "" ? "" : `, ${path}`}`);
  const verdictWord = {
    violation: "",
    undetermined: `${colors.cyan(say(UNDETERMINED))} `,
    exempted: `${colors.dim(say(EXEMPTED))} `,
  }[verdict];
  return [
    `    ${colors.dim(place)}  ${about}`,
    ...wrapText(verdictWord + say(message), 6),
    ...(hasOwnFix && verdict !== "exempted" ? formatLabelled(FIX, fix, 6, style) : []),
    ...(exemption ? wrapText(say(describeApproval(exemption)), 6).map((line) => colors.dim(line)) : []),
  ];
}

/** What kind of thing a subject is: `Vm`, `tier`. */
function formatKind({ kind, resource }: Subject): Text {
  if (kind === "entry") return { en: "entry", fr: "entrée" };
  return sameInEach(kind === "resource" || kind === "part" ? shortType(resource.type) : kind);
}

/**
 * Why the findings of a policy matter, what to do about them, and where to read more.
 * @param areFixed whether each says by itself what to do
 */
function formatAdvice({ name, why, remediation }: PolicyMetadata, style: PageStyle, areFixed: boolean): PageLines {
  return [
    ...formatLabelled(WHY, why, 4, style),
    ...(areFixed ? [] : formatLabelled(FIX, remediation, 4, style)),
    style.colors.dim(" ".repeat(4 + labelWidth(style)) + policyPage(name)),
  ];
}

/** A text beside its label, at a margin. */
function formatLabelled(label: Text, text: Text, margin: number, style: PageStyle): PageLines {
  const { say, colors } = style;
  const width = labelWidth(style);
  return wrapBeside(" ".repeat(margin) + colors.bold(say(label).padEnd(width)), say(text), margin + width);
}

function labelWidth({ say }: PageStyle): number {
  return Math.max(say(WHY).length, say(FIX).length) + 2;
}

/** What the clauses say that violations touch. */
function formatTouchedClauses(clauses: readonly ClauseId[], { say, colors }: PageStyle): PageLines {
  if (clauses.length === 0) return [];
  return [
    colors.bold(say(TOUCHED)),
    ...clauses.flatMap((id) => {
      const { figure, paraphrase } = CLAUSES[id];
      return wrapText(`${id}${figure === undefined ? "" : ` (${say(figure)})`}  ${say(paraphrase)}`, 2);
    }),
  ];
}

/** How many findings of each kind there are, in one line. */
function formatSummary(summary: Summary, { say, colors }: PageStyle): PageLines {
  const { mandatory, advisory, undetermined, exempted } = summary;
  const color = mandatory > 0 ? colors.red : advisory + undetermined > 0 ? colors.yellow : colors.green;
  const counts = [
    formatCount(mandatory, ...MANDATORY_VIOLATIONS),
    formatCount(advisory, ...ADVISORY_VIOLATIONS),
    formatCount(undetermined, ...UNDETERMINED_VERDICTS),
    formatCount(exempted, ...EXEMPTED_FINDINGS),
  ];
  return [color(`${counts.map(say).join(", ")}.`)];
}

const WHY: Text = { en: "Why", fr: "Pourquoi" };
const FIX: Text = { en: "Fix", fr: "Correction" };
const SEVERITY: Text = { en: "severity", fr: "gravité" };
const UNDETERMINED: Text = { en: "Undetermined:", fr: "Indéterminé :" };
const EXEMPTED: Text = { en: "Exempted:", fr: "Dérogation :" };
const TOUCHED: Text = { en: "Clauses of the convention touched", fr: "Clauses de la convention touchées" };
const NOT_SEEN: Text = { en: "What this check could not see", fr: "Ce que cette vérification n'a pas pu voir" };

const EXPIRING: Text = { en: "Exemptions that expire soon", fr: "Dérogations qui expirent bientôt" };

const NOTHING_JUDGED: Text = {
  en: "Nothing was judged: no enabled policy has anything to look at here.",
  fr: "Rien n'a été jugé : aucune politique active n'a quoi que ce soit à examiner ici.",
};

/** The words for what is counted: for one, and for several. */
const RESOURCES = [
  { en: "resource", fr: "ressource" },
  { en: "resources", fr: "ressources" },
] as const;
const POLICIES = [
  { en: "policy with something to judge", fr: "politique applicable" },
  { en: "policies with something to judge", fr: "politiques applicables" },
] as const;
const MANDATORY_VIOLATIONS = [
  { en: "mandatory violation", fr: "violation bloquante" },
  { en: "mandatory violations", fr: "violations bloquantes" },
] as const;
const ADVISORY_VIOLATIONS = [
  { en: "advisory violation", fr: "violation non bloquante" },
  { en: "advisory violations", fr: "violations non bloquantes" },
] as const;
const UNDETERMINED_VERDICTS = [
  { en: "undetermined verdict", fr: "verdict indéterminé" },
  { en: "undetermined verdicts", fr: "verdicts indéterminés" },
] as const;
const EXEMPTED_FINDINGS = [
  { en: "exempted", fr: "dérogation" },
  { en: "exempted", fr: "dérogations" },
] as const;
