import { POLICIES } from "../../policies";
import { findClosest } from "../config";
import {
  type Bearer,
  CHOICES,
  CLAIMABLE,
  CLAUSE_IDS,
  type ClauseId,
  CLAUSES,
  COMMITMENTS,
  COMMON_PRECONDITIONS,
  type ReadingId,
  READINGS,
  whyUnseen,
} from "../contract";
import { PACK_POLICIES, type Policy, type PolicyMetadata, policyPage } from "../policy";
import { wrapText } from "../report";
import { type Language, type Text, UserError } from "../text";

/**
 * What a policy asks for and what hangs on it, or what a clause says and how it can be claimed.
 * @throws {UserError} when the name is neither
 */
export function explain(name: string, language: Language): string {
  const say = (text: Text) => text[language];
  const policy = POLICIES.find((each) => each.name === name);
  if (policy) return joinLines(policyLines(policy));
  const summing = PACK_POLICIES.find((each) => each.name === name);
  if (summing) return joinLines(aboutPolicy(summing));
  const clause = CLAUSE_IDS.find((id) => id.toLowerCase() === name.toLowerCase());
  if (clause) return joinLines(clauseLines(clause));
  const names = [...CLAUSE_IDS, ...POLICIES.map((each) => each.name)];
  const lowered = findClosest(
    name.toLowerCase(),
    names.map((each) => each.toLowerCase()),
  );
  const closest = names.find((each) => each.toLowerCase() === lowered) ?? lowered;
  throw new UserError({
    en: `\`${name}\` is no policy and no clause. The closest is ${closest}; \`list\` shows them all.`,
    fr: `\`${name}\` n'est ni une politique ni une clause. Le plus proche est ${closest} ; \`list\` les montre toutes.`,
  });

  function aboutPolicy({ name: title, title: what, why, remediation, severity, level }: PolicyMetadata): string[] {
    return [`${title}  ${level}, ${severity}`, "", `${say(what)}.`, say(why), say(remediation)];
  }

  function policyLines(explained: Policy): string[] {
    const forfeits = explained.stakes.flatMap((stake) => stake.forfeits);
    return [
      ...aboutPolicy(explained),
      policyPage(explained.name),
      ...section(HEADINGS.clauses, explained.clauses.map(formatClause)),
      ...section(HEADINGS.forfeits, [forfeits.join(" ")].filter(Boolean)),
      ...section(HEADINGS.weakens, [explained.weakens.join(" ")].filter(Boolean)),
    ];
  }

  function choiceOf(id: ReadingId): string[] {
    if (id !== "A1" && id !== "A2") return [];
    const { choice, ...meaning } = CHOICES[id];
    return [`\`"readings": { "${id}": "${choice}" }\`  ${say(meaning)}`];
  }

  function clauseLines(id: ClauseId): string[] {
    const { heading, paraphrase, figure, period, bearer, line } = CLAUSES[id];
    const over = period === undefined ? "" : ` ${say(PERIODS[period])}`;
    const commitment = COMMITMENTS.find((each) => each.clause === id);
    const checking = POLICIES.filter(({ clauses }) => clauses.includes(id));
    const forfeiting = POLICIES.filter(({ stakes }) => stakes.some(({ forfeits }) => forfeits.includes(id)));
    const weakening = POLICIES.filter(({ weakens }) => weakens.includes(id));
    const isLookedAt = checking.length + forfeiting.length + weakening.length > 0;
    return [
      `${id}  ${say(heading)}`,
      say({ en: `Line ${String(line)} of the convention`, fr: `Ligne ${String(line)} de la convention` }),
      "",
      say(paraphrase),
      ...(figure ? [`${say(HEADINGS.figure)} ${say(figure)}${over}`] : []),
      `${say(HEADINGS.bearer)} ${say(BEARERS[bearer])}`,
      ...(commitment ? section(HEADINGS.conditions, commitment.preconditions.map(formatClause)) : []),
      ...(commitment && commitment.reading !== "literal"
        ? section(HEADINGS.reading, [
            `${commitment.reading}  ${say(READINGS[commitment.reading])}`,
            ...choiceOf(commitment.reading),
          ])
        : []),
      ...section(HEADINGS.checkedBy, checking.filter((each) => !forfeiting.includes(each)).map(formatPolicyName)),
      ...section(HEADINGS.forfeitedBy, forfeiting.map(formatPolicyName)),
      ...section(HEADINGS.weakenedBy, weakening.map(formatPolicyName)),
      ...(isLookedAt ? [] : section(HEADINGS.unseen, [say(whyUnseen(id))])),
      ...(commitment && CLAIMABLE.includes(commitment)
        ? section(HEADINGS.claim, [...listClaimClauses(id).map(formatClause), say(PAGE)])
        : []),
    ];
  }

  function formatClause(id: ClauseId): string {
    return `${id}  ${say(CLAUSES[id].paraphrase)}`;
  }

  function formatPolicyName(each: Policy): string {
    return `${each.name}  ${say(each.title)}`;
  }

  function section(heading: Text, lines: readonly string[]): string[] {
    return lines.length === 0 ? [] : ["", say(heading), ...lines.flatMap((line) => wrapText(line, 2))];
  }
}

/** What every claim is made of: the ticket, the client's own trace, and the proof of what stood in each Subregion. */
const PROOF: readonly ClauseId[] = ["SLA10.ticket", "SLA10.evidence", "SLA10.zones"];

const PAGE: Text = {
  en: "`pulumi stack export | pulumi-policy-outscale prove --state -` writes the page that shows what stood where.",
  fr: "`pulumi stack export | pulumi-policy-outscale prove --state -` écrit la page qui montre ce qui se trouvait où.",
};

/** What a claim to support has to hold, beside the conditions of the commitment itself. */
function listClaimClauses(clause: ClauseId): readonly ClauseId[] {
  const own = COMMITMENTS.find((each) => each.clause === clause)?.preconditions ?? [];
  return [...PROOF, ...COMMON_PRECONDITIONS.filter((id) => !own.includes(id) && !PROOF.includes(id))];
}

function joinLines(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

const HEADINGS = {
  clauses: { en: "Clauses", fr: "Clauses" },
  forfeits: { en: "A violation forfeits", fr: "Une violation fait perdre" },
  weakens: { en: "A violation leaves less evidence for", fr: "Une violation affaiblit les preuves de" },
  figure: { en: "Figure:", fr: "Chiffre :" },
  bearer: { en: "Who answers for it:", fr: "Qui en répond :" },
  conditions: { en: "Conditions", fr: "Conditions" },
  reading: { en: "How it is read (docs/interpretation.md)", fr: "Comment elle est lue (docs/interpretation.md)" },
  checkedBy: { en: "Policies that check it", fr: "Politiques qui la vérifient" },
  forfeitedBy: { en: "Policies whose violation forfeits it", fr: "Politiques dont une violation la fait perdre" },
  weakenedBy: {
    en: "Policies whose violation leaves less evidence for it",
    fr: "Politiques dont une violation en affaiblit les preuves",
  },
  unseen: { en: "Why no policy looks at it", fr: "Pourquoi aucune politique ne la regarde" },
  claim: { en: "How to claim it from support", fr: "Comment la réclamer au support" },
} as const satisfies Readonly<Record<string, Text>>;

const PERIODS = {
  month: { en: "each month", fr: "chaque mois" },
  year: { en: "each year", fr: "chaque année" },
} as const;

const BEARERS: Readonly<Record<Bearer, Text>> = {
  provider: { en: "Outscale", fr: "Outscale" },
  client: { en: "the client", fr: "le client" },
  both: { en: "Outscale and the client, each for a part", fr: "Outscale et le client, chacun pour une part" },
};
