import type { ExclusionKind, WithoutEffect } from "../../claim";
import type { ClauseId } from "../../contract";
import { formatList, joinWithSemicolons, type Text } from "../../text";
import { describeMoment, describeSpan } from "./calendar";

/** Says what was given in vain, and why. */
export function describeWithoutEffect(each: WithoutEffect): Text {
  const { en, fr } = describeWhy(each);
  return { en: `Without effect: ${en}.`, fr: `Sans effet : ${fr}.` };
}

/** Says why no clause takes out a kind of time. */
export function describeNotDeducted(kind: ExclusionKind): Text {
  const [option, { en, fr }] = [OPTIONS[kind], WHY_NOT[kind]];
  return { en: `Not taken out (\`${option}\`): ${en}.`, fr: `Non déduit (\`${option}\`) : ${fr}.` };
}

/** Says that a table of penalties is about other commitments than those counted. */
export function describeNoRow(clauses: readonly ClauseId[]): Text {
  const { en, fr } = formatList(clauses);
  return {
    en: `Without effect: \`--penalties\`, whose table has no row for ${en}.`,
    fr: `Sans effet : \`--penalties\`, dont le barème n'a aucune ligne pour ${fr}.`,
  };
}

function describeWhy(each: WithoutEffect): Text {
  switch (each.why) {
    case "no incident":
    case "no working hours": {
      const [option, where, spans] = [
        OPTIONS[each.given],
        WHERE[each.why],
        joinWithSemicolons(each.spans.map(describeSpan)),
      ];
      return { en: `\`${option}\` ${where.en}: ${spans.en}`, fr: `\`${option}\` ${where.fr} : ${spans.fr}` };
    }
    case "no severity":
      return NO_SEVERITY;
    case "not the first": {
      const times = joinWithSemicolons(each.times.map(describeMoment));
      return {
        en: `\`--answered\`, ${times.en}: only the first answer to a ticket counts`,
        fr: `\`--answered\`, ${times.fr} : seule compte la première réponse à un ticket`,
      };
    }
    case "no working hours count":
      return NO_WORKING_HOURS;
  }
}

/** The option by which each kind of time is given. */
const OPTIONS: Readonly<Record<ExclusionKind, string>> = {
  maintenance: "--maintenance",
  restart: "--restart",
  throttling: "--throttled",
  countermeasure: "--blocked",
  waiting: "--waiting",
};

const WHERE: Readonly<Record<"no incident" | "no working hours", Text>> = {
  "no incident": { en: "outside every incident", fr: "hors de tout incident" },
  "no working hours": { en: "outside working hours", fr: "hors des heures ouvrées" },
};
const NO_SEVERITY: Text = {
  en: "`--answered`, for support times are counted with `--severity` only",
  fr: "`--answered`, car les délais de support ne sont comptés qu'avec `--severity`",
};
const NO_WORKING_HOURS: Text = {
  en: "`--working-day`, for only severity 3 is counted in working hours",
  fr: "`--working-day`, car seule la sévérité 3 se compte en heures ouvrées",
};
const WHY_NOT: Readonly<Record<ExclusionKind, Text>> = {
  maintenance: {
    en: "planned maintenance, which the convention takes out of severity 1 alone (SLA10.sev1); count on no more than Outscale has confirmed to you (A17)",
    fr: "la maintenance programmée, que la convention n'exclut qu'en sévérité 1 (SLA10.sev1) ; ne comptez pas sur plus que ce qu'Outscale vous a confirmé (A17)",
  },
  restart: {
    en: "the time in which the client had not restarted, which is taken out of the downtime of a VM alone (SLA9.supervise)",
    fr: "le temps mis par le client à redémarrer, qui n'est déduit que de l'indisponibilité d'une VM (SLA9.supervise)",
  },
  throttling: {
    en: "refusals of identical requests, which count for the command API alone (SLA9.throttling)",
    fr: "les refus de requêtes identiques, qui ne valent que pour l'API de commande (SLA9.throttling)",
  },
  countermeasure: {
    en: "protections against abusive use, which are about the availability of services, not about support times",
    fr: "les protections contre un usage abusif, qui portent sur la disponibilité des services, pas sur les délais de support",
  },
  waiting: {
    en: "the time in which support waited for an answer, which counts for support times alone (SLA10.gtr): give `--severity`",
    fr: "le temps pendant lequel le support attendait une réponse, qui ne vaut que pour les délais de support (SLA10.gtr) : donnez `--severity`",
  },
};
