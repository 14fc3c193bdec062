import { BOUND_TO_DEPLOYMENT, type Commitment } from "../../contract";
import type { Text } from "../../text";
import type { Say } from "../page";

/** What a claim to support is made of: the ticket, the client's own trace, and the proof of what stood where. */
export function formatClaimSteps({ clause, figure, allZones, preconditions }: Commitment, say: Say): string[] {
  const asksForEquivalents = preconditions.includes("SLA10.zones");
  const proof = BOUND_TO_DEPLOYMENT.includes(clause) ? EVERY_SUBREGION : allZones ? SPREAD_BY_OUTSCALE : NO_SUBREGION;
  const steps = [TICKET, TRACES[figure.kind], proof, ...(asksForEquivalents ? [NOT_RESTORED] : []), AMOUNT];
  return steps.map((step, index) => `${String(index + 1)}. ${say(step)}`);
}

const TICKET: Text = {
  en: "Open a ticket at once, with all the information required: times are counted from it (SLA10.ticket).",
  fr: "Ouvrez aussitôt un ticket, avec toutes les informations requises : les délais courent à partir de lui (SLA10.ticket).",
};
/** The client's own trace, for which nothing else stands where the support has seen nothing. */
const TRACES: Readonly<Record<Commitment["figure"]["kind"], Text>> = {
  availability: {
    en: "Join your own trace of the outage or degradation, such as access logs or an outside probe: what the support has not seen itself is measured by nothing else (SLA10.evidence).",
    fr: "Joignez votre propre trace de la coupure ou de la dégradation, journaux d'accès ou sonde externe par exemple : ce que le support n'a pas vu lui-même ne peut être mesuré autrement (SLA10.evidence).",
  },
  latency: {
    en: "Join your own measurements, a series of round-trip times with both ends, the hours and the tool: what the support has not seen itself is measured by nothing else (SLA10.evidence).",
    fr: "Joignez vos propres mesures, une série de temps d'aller-retour avec les deux extrémités, les heures et l'outil : ce que le support n'a pas vu lui-même ne peut être mesuré autrement (SLA10.evidence).",
  },
  durability: {
    en: "Join what shows the loss: what was there (names or ids, dates, checksums), what is there no more, and that nobody of yours erased or altered it, by the logs of your own calls for instance (SLA10.evidence).",
    fr: "Joignez ce qui montre la perte : ce qui était là (noms ou identifiants, dates, empreintes), ce qui n'y est plus, et que personne chez vous ne l'a effacé ni altéré, par les journaux de vos propres appels par exemple (SLA10.evidence).",
  },
  performance: {
    en: "Join your own measurements of the whole month: the IOPS delivered in blocks of 4 kB, beside those subscribed and the limits of the disk and of the VM (SLA10.evidence).",
    fr: "Joignez vos propres mesures du mois entier : les IOPS fournies en blocs de 4 ko, à côté de celles souscrites et des limites du disque et de la VM (SLA10.evidence).",
  },
  support: {
    en: "Keep the hours of the ticket: its opening with all that is required, the first answer, each question and your answer, the end. Join your own trace of the outage or degradation, such as access logs or an outside probe: what the support has not seen itself is measured by nothing else (SLA10.evidence).",
    fr: "Gardez les heures du ticket : son ouverture avec tout ce qui est requis, la première réponse, chaque question et votre réponse, la fin. Joignez votre propre trace de la coupure ou de la dégradation, journaux d'accès ou sonde externe par exemple : ce que le support n'a pas vu lui-même ne peut être mesuré autrement (SLA10.evidence).",
  },
};
const EVERY_SUBREGION: Text = {
  en: "Prove that every Subregion was used: `pulumi stack export | pulumi-policy-outscale prove --state -` writes the page that shows what stood where. A program alone proves nothing: it is a plan.",
  fr: "Prouvez que toutes les Sous-régions étaient utilisées : `pulumi stack export | pulumi-policy-outscale prove --state -` écrit la page qui montre ce qui se trouvait où. Un programme seul ne prouve rien : c'est un plan.",
};
const NO_SUBREGION: Text = {
  en: "Nothing is to be proved about the other Subregions. `pulumi stack export | pulumi-policy-outscale prove --state -` writes the page that names what failed by its id.",
  fr: "Rien n'est à prouver au sujet des autres Sous-régions. `pulumi stack export | pulumi-policy-outscale prove --state -` écrit la page qui nomme par son identifiant ce qui est en panne.",
};
const SPREAD_BY_OUTSCALE: Text = {
  en: "That the objects lay in every Subregion is not yours to show, as long as Outscale spreads them itself (A12). `pulumi stack export | pulumi-policy-outscale prove --state -` writes the page that names what failed by its id.",
  fr: "Que les objets se trouvaient dans toutes les Sous-régions n'est pas à vous de le montrer, tant qu'Outscale les répartit elle-même (A12). `pulumi stack export | pulumi-policy-outscale prove --state -` écrit la page qui nomme par son identifiant ce qui est en panne.",
};
const NOT_RESTORED: Text = {
  en: "Keep what the support answers: that Outscale could not restore the service is the client's to prove too, and no state shows it (SLA10.zones).",
  fr: "Gardez les réponses du support : c'est aussi au client de prouver qu'Outscale n'a pas pu rétablir le service, et aucun état ne le montre (SLA10.zones).",
};
const AMOUNT: Text = {
  en: "What Outscale then owes stands in annex A of its general terms of sale (GEN.penalties), and how the figure is calculated in the specific contract or in these terms (GEN.method): the convention says neither.",
  fr: "Ce que doit alors Outscale figure à l'annexe A de ses conditions générales de vente (GEN.penalties), et le mode de calcul du chiffre dans le contrat spécifique ou dans ces conditions (GEN.method) : la convention ne dit ni l'un ni l'autre.",
};
