import { type ClauseId, CLAUSES } from "../../contract";
import type { Inventory, ListedBalancer, ListedVm, Placed, Selection, StoppedVm } from "../../outscale";
import { formatCount, type Language, maskIn, sameInEach, type Text } from "../../text";
import { COLON, joinSections, type PageLines, measureLongest, type Say, sayIn, wrapText } from "../page";
import { formatBefore, formatLive } from "./comparison-text";
import { formatConclusions } from "./conclusion-text";
import { formatInfrastructure } from "./infrastructure-text";
import { hashProof } from "./json";
import { formatLimits } from "./limits-text";
import { isPlan, namesOfPolicies, type Proof, type ProvenStack } from "./proof";
import {
  formatBalancer,
  formatLooseVolume,
  formatSubregion,
  formatValue,
  formatVm,
  NONE,
  type ProofStyle,
} from "./resource-text";

/**
 * Writes the page that a client attaches to a support ticket: what stands in each Subregion, and what does not.
 * @param verification the command that prints the content whose hash ends the page
 */
export function formatTextProof(proof: Proof, language: Language, verification: string): string {
  const { inventory } = proof;
  const style: ProofStyle = { say: sayIn(language), isPlan: isPlan(proof) };
  const page = joinSections([
    formatHeading(proof, style),
    formatConclusions(proof.conclusions, style),
    formatBefore(proof, style),
    formatLive(proof, style.say),
    formatCounts(proof, style),
    ...formatTiers(inventory, style),
    ...formatEntries(inventory, style),
    ...formatUncounted(inventory, style),
    ...formatInfrastructure(inventory.infrastructure, style),
    formatNotSeen(proof, style),
    formatWorth(style),
    ...(style.isPlan ? [] : [formatTicket(proof, style)]),
    ...(style.isPlan ? [] : [formatTimestamp(style)]),
    formatHash(proof, verification, style),
  ]);
  return maskIn(proof.secrets, namesOfPolicies(proof))(page);
}

/** What the page is, which stacks it is about, and what it is known from. */
function formatHeading({ inventory, stack, others, tool, limitedTo, live }: Proof, style: ProofStyle): PageLines {
  const { say, isPlan: isPlanned } = style;
  const title = say(formatTitle(isPlanned, inventory.region));
  const rows: (readonly [Text, string])[] = [
    [PROJECT, formatStackName(stack, say)],
    ...formatAccounts(stack, style),
    ...(isPlanned ? [] : [[WRITTEN, formatWritingTime(stack, say)] as const]),
    ...others.flatMap((other) => [
      [TOGETHER, formatStackName(other, say)] as const,
      ...formatAccounts(other, style),
      [WRITTEN, formatWritingTime(other, say)] as const,
    ]),
    ...(limitedTo ? [[LIMITED_TO, formatSelection(limitedTo, say)] as const] : []),
    [MADE_BY, `${tool.name} ${tool.version}`],
  ];
  const width = measureLongest(rows.map(([label]) => say(label)));
  return [
    title,
    "=".repeat(title.length),
    "",
    ...rows.map(([label, text]) => `${say(label).padEnd(width)}  ${text}`),
    "",
    ...wrapText(isPlanned ? say(FROM_PLAN) : formatOrigin(live !== undefined, say), 0),
    "",
    ...CONDITIONS.flatMap((id) => wrapText(`${id} (${say(CLAUSES[id].place)})  ${say(CLAUSES[id].paraphrase)}`, 0)),
  ];
}

/** What the page is known from, and whether the API was asked besides. */
function formatOrigin(isAskedAgain: boolean, say: Say): string {
  return `${say(FROM_STATE)} ${say(isAskedAgain ? ANSWERS_BESIDE : NOT_ASKED)} ${say(STATE_WRITTEN)}`;
}

/** What a page was limited to, in the words that it was asked with. */
function formatSelection({ tiers, entries, resources }: Selection, say: Say): string {
  return [
    ...tiers.map((name) => `${say(TIER).toLowerCase()} ${name}`),
    ...entries.map((name) => `${say(ENTRY_WORD)} ${name}`),
    ...resources,
  ].join(", ");
}

/** The accounts of a stack; of one that is deployed, that its state names none where that is so. */
function formatAccounts(
  { accounts }: ProvenStack,
  { say, isPlan: isPlanned }: ProofStyle,
): (readonly [Text, string])[] {
  if (accounts.length === 0) return isPlanned ? [] : [[ACCOUNT, say(NOT_IN_STATE)]];
  return [[ACCOUNT, accounts.join(", ")]];
}

/** `shop (prod)`. */
function formatStackName({ project, name }: ProvenStack, say: Say): string {
  return project === "" ? say(NOT_TOLD) : `${project} (${name})`;
}

function formatWritingTime({ writtenAt }: ProvenStack, say: Say): string {
  return writtenAt ?? say(NOT_TOLD);
}

/** How many VMs of each tier and load balancers of each entry are counted in each Subregion, as a table. */
function formatCounts({ inventory, limitedTo }: Proof, { say, isPlan: isPlanned }: ProofStyle): PageLines {
  const { tiers, entries, subregions } = inventory;
  if (tiers.length + entries.length === 0) {
    // That a page about a volume shows no VM says nothing of the VMs that there are.
    return limitedTo ? [] : wrapText(say(isPlanned ? NOTHING_PLANNED : NOTHING_DEPLOYED), 0);
  }
  const rows = [
    ["", ...subregions],
    ...tiers.map(({ name, vms, witnesses }) => [`${say(TIER)} ${name}`, ...formatRowOfCounts(vms, say, witnesses)]),
    ...entries.map(({ name, balancers }) => [`${say(ENTRY)} ${name}`, ...formatRowOfCounts(balancers, say)]),
  ];
  const widths = ["", ...subregions].map((_, column) => measureLongest(rows.map((row) => row[column] ?? "")));
  return [
    say(COUNTED),
    ...rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd()),
  ];
}

/** @param witnesses how many beside those that are counted only take part in votes */
function formatRowOfCounts({ bySubregion }: Placed<unknown>, say: Say, witnesses: readonly number[] = []): PageLines {
  return bySubregion.map(({ counted }, index) => {
    const votes = witnesses[index] ?? 0;
    return [
      ...(counted > 0 || votes === 0 ? [formatCounted(counted, say)] : []),
      ...(votes > 0 ? [say(formatCount(votes, WITNESS, WITNESSES))] : []),
    ].join(" + ");
  });
}

function formatCounted(number: number, say: Say): string {
  return number === 0 ? say(NONE) : String(number);
}

/** A section for each tier: its VMs, Subregion by Subregion. */
function formatTiers({ tiers }: Inventory, style: ProofStyle): PageLines[] {
  const { say } = style;
  return tiers.map(({ name, groupedBy, isDeclared, vms }) => {
    const how = `${say(groupedBy)}${isDeclared ? "" : say(GUESSED)}`;
    return formatBySubregion(`${say(TIER)} ${name} (${how})`, vms, say, (vm) => formatVm(vm, 4, style));
  });
}

/** A section for each entry: its load balancers, Subregion by Subregion. */
function formatEntries({ entries }: Inventory, style: ProofStyle): PageLines[] {
  const { say } = style;
  return entries.map(({ name, balancers }) =>
    formatBySubregion(`${say(ENTRY)} ${name}`, balancers, say, (balancer) => formatBalancer(balancer, 4, style)),
  );
}

/** @param format writes one member */
function formatBySubregion<M>(
  title: string,
  { bySubregion, elsewhere }: Placed<M>,
  say: Say,
  format: (member: M) => PageLines,
): PageLines {
  return [
    title,
    ...bySubregion.flatMap(({ subregion, counted, members }) => {
      const uncounted = members.length - counted;
      const remark = uncounted === 0 ? "" : ` (${say(formatNotCounted(uncounted))})`;
      return [`  ${subregion}${say(COLON)} ${formatCounted(counted, say)}${remark}`, ...members.flatMap(format)];
    }),
    ...(elsewhere.length > 0 ? [`  ${say(SUBREGION_NOT_KNOWN)}`, ...elsewhere.flatMap(format)] : []),
  ];
}

/** A section for each kind of resource that is listed and not counted. */
function formatUncounted(inventory: Inventory, style: ProofStyle): PageLines[] {
  const { stoppedVms, unsureVms, unsureBalancers, looseVolumes } = inventory;
  const { say } = style;
  return [
    formatList(
      STOPPED,
      stoppedVms.filter((vm) => !vm.isTerminated).map((vm) => formatStoppedVm(vm, style)),
      say,
    ),
    formatList(
      TERMINATED,
      stoppedVms.filter((vm) => vm.isTerminated).map((vm) => formatStoppedVm(vm, style)),
      say,
    ),
    formatList(
      UNSURE,
      unsureVms.map((vm) => formatInSubregion(vm, formatVm(vm, 4, style), say)),
      say,
    ),
    formatList(
      UNSURE_BALANCERS,
      unsureBalancers.map((balancer) => formatInSubregion(balancer, formatBalancer(balancer, 4, style), say)),
      say,
    ),
    formatList(
      LOOSE,
      looseVolumes.map((volume) => formatLooseVolume(volume, 2, style)),
      say,
    ),
  ];
}

/** A VM under the tier and the Subregion that it would count for if it ran. */
function formatStoppedVm(vm: StoppedVm, style: ProofStyle): PageLines {
  const { say } = style;
  const tier = vm.tier === null ? "" : `${say(TIER).toLowerCase()} ${formatValue(vm.tier, say)}, `;
  return [`  ${tier}${formatSubregion(vm.subregion, say)}${say(COLON)}`, ...formatVm(vm, 4, style)];
}

/** What is written of a resource, under its Subregion. */
function formatInSubregion({ subregion }: ListedVm | ListedBalancer, lines: PageLines, say: Say): PageLines {
  return [`  ${formatSubregion(subregion, say)}${say(COLON)}`, ...lines];
}

/** A section of items under a title; without items there is no section. */
function formatList(title: Text, items: readonly PageLines[], say: Say): PageLines {
  return items.length === 0 ? [] : [say(title), ...items.flat()];
}

/** What is not on the page: what could not be seen, and what does not serve production. */
function formatNotSeen(proof: Proof, { say }: ProofStyle): PageLines {
  const { leftOut, unseenParts } = proof.inventory;
  const counts: readonly (readonly [Text, number])[] = [
    [NOT_PRODUCTION.vms, leftOut.vms],
    [NOT_PRODUCTION.balancers, leftOut.balancers],
    [NOT_PRODUCTION.volumes, leftOut.volumes],
    [EPHEMERAL, leftOut.ephemeralVms],
    [OKS, leftOut.oksClusters],
  ];
  const paragraphs = [
    ...formatLimits(proof, say),
    ...unseenParts.map((stack) => say(formatUnseenPart(stack))),
    ...counts
      .filter(([, number]) => number > 0)
      .map(([what, number]) => `${say(what)}${say(COLON)} ${String(number)}.`),
  ];
  return formatList(
    NOT_SEEN,
    paragraphs.map((paragraph) => wrapText(paragraph, 2)),
    say,
  );
}

/** What the page shows, and what it cannot show. */
function formatWorth({ say, isPlan: isPlanned }: ProofStyle): PageLines {
  const paragraphs = [isPlanned ? SHOWS_PLAN : SHOWS_STATE, NOT_RESTORED, NOT_SHOWN];
  return [say(WORTH), ...paragraphs.flatMap((text) => wrapText(say(text), 2))];
}

/** The ticket to support, with what only the client knows left open between angle brackets. */
function formatTicket({ stack, inventory }: Proof, { say }: ProofStyle): PageLines {
  const account = stack.accounts.length === 0 ? say(OPEN_ACCOUNT) : stack.accounts.join(", ");
  return [
    say(TICKET),
    ...wrapText(`${say(ACCOUNT)}${say(COLON)} ${account}. ${say(REGION)}${say(COLON)} ${inventory.region}.`, 2),
    ...TICKET_LINES.flatMap((text) => wrapText(say(text), 2)),
    ...TICKET_CLAUSES.flatMap((id) => wrapText(`${id}  ${say(CLAUSES[id].paraphrase)}`, 2)),
  ];
}

/** How somebody else says when the content existed: RFC 3161. */
function formatTimestamp({ say }: ProofStyle): PageLines {
  return [...wrapText(say(TIMESTAMP), 0), ...TIMESTAMP_COMMANDS.map((command) => `  ${say(command)}`)];
}

const ASK = "curl -H 'Content-Type: application/timestamp-query' --data-binary @proof.tsq";
const VERIFY = "openssl ts -verify -queryfile proof.tsq -in proof.tsr -CAfile";
const TIMESTAMP_COMMANDS: readonly Text[] = [
  sameInEach("openssl ts -query -data proof.json -sha256 -cert -out proof.tsq"),
  { en: `${ASK} <address of the authority> -o proof.tsr`, fr: `${ASK} <adresse de l'autorité> -o proof.tsr` },
  { en: `${VERIFY} <certificate of the authority>`, fr: `${VERIFY} <certificat de l'autorité>` },
];

/** The hash of the proof, and how to verify it. */
function formatHash(proof: Proof, verification: string, { say }: ProofStyle): PageLines {
  // The command stays on one line: broken over two, it could not be copied.
  return [...wrapText(say(HASHED), 0), `  ${verification}`, `SHA-256  ${hashProof(proof)}`];
}

/** The conditions that a page is made for. */
const CONDITIONS: readonly ClauseId[] = ["GEN.asterisk", "SLA10.zones"];
/** The clauses that say what else a ticket to support is made of. */
const TICKET_CLAUSES: readonly ClauseId[] = ["SLA10.ticket", "SLA10.evidence"];

/** What the page shows, and of which Region. */
function formatTitle(isPlanned: boolean, region: string): Text {
  return isPlanned
    ? {
        en: `PLAN, NOT PROOF: resources that would be deployed in each Subregion of ${region}`,
        fr: `PLAN, PAS UNE PREUVE : ressources qui seraient déployées dans chaque Sous-région de ${region}`,
      }
    : {
        en: `Resources deployed in each Subregion of ${region}`,
        fr: `Ressources déployées dans chaque Sous-région de ${region}`,
      };
}

function formatNotCounted(number: number): Text {
  return { en: `${String(number)} not counted`, fr: `${String(number)} hors décompte` };
}

/** That a stack of the same system is missing. */
function formatUnseenPart(stack: string): Text {
  return {
    en: `The stack ${stack} is a part of the same system, and was not given.`,
    fr: `La stack ${stack} est une partie du même système, et n'a pas été donnée.`,
  };
}

const PROJECT: Text = { en: "Project (stack)", fr: "Projet (stack)" };
const ACCOUNT: Text = { en: "Account", fr: "Compte" };
const WRITTEN: Text = { en: "State written", fr: "État écrit le" };
const TOGETHER: Text = { en: "Together with", fr: "Avec la stack" };
const MADE_BY: Text = { en: "Made by", fr: "Produit par" };
const LIMITED_TO: Text = { en: "Limited to", fr: "Limité à" };
const NOT_TOLD: Text = { en: "not told", fr: "non indiqué" };
const NOT_IN_STATE: Text = { en: "not in the state", fr: "absent de l'état" };
const FROM_STATE: Text = {
  en: "As Pulumi recorded it in its state, with the provider's answers.",
  fr: "Tel que Pulumi l'a enregistré dans son état, avec les réponses du fournisseur.",
};
const NOT_ASKED: Text = {
  en: "The API was not asked again for this page.",
  fr: "L'API n'a pas été réinterrogée pour cette page.",
};
const ANSWERS_BESIDE: Text = {
  en: "What the API itself answered stands beside it, in a section of its own.",
  fr: "Ce que l'API elle-même a répondu figure à côté, dans une section à part.",
};
const STATE_WRITTEN: Text = {
  en: "The state was written by a deployment or by a refresh, and does not say which: export it right after `pulumi refresh`, and its date is that of the last refresh. Counted are the production VMs that the program deploys and does not stop, and production load balancers: what fails afterwards was deployed all the same, and its state stands beside it.",
  fr: "L'état a été écrit par un déploiement ou par une actualisation, sans dire lequel : exportez-le juste après `pulumi refresh`, et sa date est celle de la dernière actualisation. Sont comptés les VM de production que le programme déploie sans les arrêter, et les load balancers de production : ce qui tombe en panne ensuite était déployé tout de même, et son état figure à côté.",
};
const FROM_PLAN: Text = {
  en: "Nothing here is deployed yet: this page proves nothing to support. Ids and addresses come with the deployment; `prove --state`, of the output of `pulumi stack export`, then makes the proof.",
  fr: "Rien de ceci n'est encore déployé : cette page ne prouve rien au support. Les identifiants et les adresses viennent avec le déploiement ; `prove --state`, sur la sortie de `pulumi stack export`, fera alors la preuve.",
};
const NOTHING_DEPLOYED: Text = {
  en: "Nothing is deployed that this page could show: no production VM and no production load balancer is known, in any Subregion.",
  fr: "Aucune ressource à afficher sur cette page : on ne connaît ni VM ni load balancer de production, dans aucune Sous-région.",
};
const NOTHING_PLANNED: Text = {
  en: "No production VM and no production load balancer is planned in any Subregion.",
  fr: "Ni VM de production ni load balancer de production n'est prévu, dans aucune Sous-région.",
};
const WITNESS: Text = { en: "witness", fr: "témoin" };
const WITNESSES: Text = { en: "witnesses", fr: "témoins" };
const COUNTED: Text = { en: "Counted in each Subregion", fr: "Nombre dans chaque Sous-région" };
const TIER: Text = { en: "Tier", fr: "Tier" };
const GUESSED: Text = { en: ", a guessed tier", fr: ", tier deviné" };
const ENTRY: Text = { en: "Load balancers", fr: "Load balancers" };
/** What a selection names an entry by. */
const ENTRY_WORD: Text = { en: "entry", fr: "entrée" };
const SUBREGION_NOT_KNOWN: Text = {
  en: "Subregion not known, not counted:",
  fr: "Sous-région non connue, hors décompte :",
};
const STOPPED: Text = {
  en: "Stopped VMs, not counted",
  fr: "VM arrêtées, non comptées",
};
const TERMINATED: Text = {
  en: "Terminated VMs, not counted: they are equivalent to nothing",
  fr: "VM supprimées, non comptées : elles n'équivalent à rien",
};
const UNSURE: Text = {
  en: "VMs of which the tier or the environment is not known, not counted",
  fr: "VM dont le tier ou l'environnement n'est pas connu, non comptées",
};
const UNSURE_BALANCERS: Text = {
  en: "Load balancers of which the entry or the environment is not known, not counted",
  fr: "Load balancers dont l'entrée ou l'environnement n'est pas connu, non comptés",
};
const LOOSE: Text = {
  en: "Volumes that no VM on this page is known to attach",
  fr: "Volumes qu'aucune VM de cette page n'attache, pour autant qu'on sache",
};
const NOT_SEEN: Text = { en: "Not on this page", fr: "Ce qui n'est pas sur cette page" };
const NOT_PRODUCTION = {
  vms: { en: "VMs that do not serve production", fr: "VM qui ne servent pas la production" },
  balancers: {
    en: "Load balancers that do not serve production",
    fr: "Load balancers qui ne servent pas la production",
  },
  volumes: {
    en: "Volumes that do not serve production",
    fr: "Volumes qui ne servent pas la production",
  },
} as const satisfies Readonly<Record<string, Text>>;
const EPHEMERAL: Text = {
  en: "VMs declared to be thrown away (`lifecycle: ephemeral`)",
  fr: "VM déclarées jetables (`lifecycle: ephemeral`)",
};
const OKS: Text = {
  en: "OKS clusters, whose nodes a state does not list",
  fr: "Clusters OKS, dont un état ne liste pas les nœuds",
};
const WORTH: Text = {
  en: "What this page shows, and what it does not",
  fr: "Ce que cette page montre, et ce qu'elle ne montre pas",
};
const SHOWS_STATE: Text = {
  en: "It shows what was deployed, and where, when the state was written: that equivalent resources stood in each Subregion is the first half of `SLA10.zones`, and what `GEN.asterisk` asks for.",
  fr: "Elle montre ce qui était déployé, et où, quand l'état a été écrit : que des ressources équivalentes se trouvaient dans chaque Sous-région est la première moitié de `SLA10.zones`, et ce que demande `GEN.asterisk`.",
};
const SHOWS_PLAN: Text = {
  en: "It shows what would be deployed, and where: a plan, which no claim can rest on.",
  fr: "Elle montre ce qui serait déployé, et où : un plan, sur lequel aucune réclamation ne peut reposer.",
};
const NOT_RESTORED: Text = {
  en: "It does not show that Outscale could not restore the service, the second half of `SLA10.zones`: keep what the support answers, with the hours.",
  fr: "Elle ne montre pas qu'Outscale n'a pas pu rétablir le service, seconde moitié de `SLA10.zones` : gardez les réponses du support, avec les heures.",
};
const NOT_SHOWN: Text = {
  en: "Nor does it show that the state is true, complete or untouched, that the VMs ran or replicated their data at a given hour, or what the application did.",
  fr: "Elle ne montre pas non plus que l'état est vrai, complet ou intact, que les VM tournaient ou répliquaient leurs données à une heure donnée, ni ce que faisait l'application.",
};
const REGION: Text = { en: "Region", fr: "Région" };
const OPEN_ACCOUNT: Text = { en: "<account id>", fr: "<id du compte>" };
const TICKET: Text = { en: "The ticket", fr: "Le ticket" };
const TICKET_LINES: readonly Text[] = [
  { en: "Service: <which service of Outscale is missing>.", fr: "Service : <le service d'Outscale qui manque>." },
  {
    en: "Severity: <1, total and lasting outage; 2, degraded; 3, isolated>, because <its effect>.",
    fr: "Sévérité : <1, panne totale et durable ; 2, dégradation ; 3, incident isolé>, car <son effet>.",
  },
  {
    en: "Resources that failed: <their ids, as above>. Since: <date, hour, time zone>.",
    fr: "Ressources en panne : <leurs id, comme ci-dessus>. Depuis : <date, heure, fuseau horaire>.",
  },
  {
    en: "Trace joined: <access logs, outside probe, answers of the API>. What was tried: <restart, another Subregion, with the hours>.",
    fr: "Trace jointe : <journaux d'accès, sonde externe, réponses de l'API>. Ce qui a été tenté : <redémarrage, autre Sous-région, avec les heures>.",
  },
];
const TIMESTAMP: Text = {
  en: "A third-party timestamp says when this content existed (RFC 3161). With `--format json` written to `proof.json`:",
  fr: "Un horodatage extérieur dit quand ce contenu existait (RFC 3161). Avec `--format json` écrit dans `proof.json` :",
};
const HASHED: Text = {
  en: "The hash is of the content of this page as one line of JSON, its line break included, whatever the language. To verify it with the same version:",
  fr: "L'empreinte est celle du contenu de cette page en une ligne de JSON, saut de ligne final compris, quelle que soit la langue. Pour la vérifier avec la même version :",
};
