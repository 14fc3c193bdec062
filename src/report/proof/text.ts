import { type ClauseId, CLAUSES } from "../../contract";
import type { ListedBalancer, Placed, StoppedVm, ListedVm } from "../../outscale";
import type { Language, Text } from "../../text";
import { wrapped } from "../wrapped";
import { proofHash } from "./json";
import { isPlan, type Proof, type ProvenStack } from "./proof";
import { COLON, NONE, wording } from "./values";

/**
 * The page that a client attaches to a support ticket: what stands in each Subregion, and what does not.
 * @param verification the command that prints the content whose hash ends the page
 */
export function textProof(proof: Proof, language: Language, verification: string): string {
  const { inventory, stack, others, tool } = proof;
  const say = (text: Text) => text[language];
  const plan = isPlan(proof);
  const write = wording(language, plan);
  const isEmpty = inventory.tiers.length + inventory.entries.length === 0;
  const sections = [
    heading(),
    isEmpty ? wrapped(say(plan ? NOTHING_PLANNED : NOTHING_DEPLOYED), 0) : table(),
    ...inventory.tiers.map(({ name, groupedBy, isDeclared, vms }) => {
      const how = `${say(MEMBERS)}${say(groupedBy)}${isDeclared ? "" : say(GUESSED)}`;
      return group(`${say(TIER)} ${name} (${how})`, vms, (vm: ListedVm) => write.vm(vm, 4));
    }),
    ...inventory.entries.map(({ name, balancers }) =>
      group(`${say(ENTRY)} ${name}`, balancers, (one: ListedBalancer) => write.balancer(one, 4)),
    ),
    list(STOPPED, inventory.stoppedVms.map(stopped)),
    list(
      UNSURE,
      inventory.unsureVms.map((vm) => inPlace(vm, write.vm(vm, 4))),
    ),
    list(
      UNSURE_BALANCERS,
      inventory.unsureBalancers.map((one) => inPlace(one, write.balancer(one, 4))),
    ),
    list(
      LOOSE,
      inventory.looseVolumes.map((volume) => write.looseVolume(volume, 2)),
    ),
    list(NOT_SEEN, notSeen()),
    list(
      TICKET,
      BESIDE.map((id) => wrapped(`${id}  ${say(CLAUSES[id].paraphrase)}`, 2)),
    ),
    ending(),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;

  function heading(): string[] {
    const title = say(titleText(plan, inventory.region));
    const rows: [Text, string][] = [
      [PROJECT, named(stack)],
      ...(plan ? [] : [[WRITTEN, written(stack)] as [Text, string]]),
      ...others.flatMap((other): [Text, string][] => [
        [TOGETHER, named(other)],
        [WRITTEN, written(other)],
      ]),
      [MADE_BY, `${tool.name} ${tool.version}`],
    ];
    const width = Math.max(...rows.map(([label]) => say(label).length));
    return [
      title,
      "=".repeat(title.length),
      "",
      ...rows.map(([label, text]) => `${say(label).padEnd(width)}  ${text}`),
      "",
      ...wrapped(say(plan ? FROM_PLAN : FROM_STATE), 0),
      "",
      ...wrapped(`SLA10.zones  ${say(CLAUSES["SLA10.zones"].paraphrase)}`, 0),
    ];
  }

  function named({ project, name }: ProvenStack): string {
    return project === "" ? say(NOT_TOLD) : `${project} (${name})`;
  }

  function written({ writtenAt }: ProvenStack): string {
    return writtenAt ?? say(NOT_TOLD);
  }

  /** How many are counted in each Subregion. */
  function table(): string[] {
    const rows = [
      ["", ...inventory.subregions],
      ...inventory.tiers.map(({ name, vms }) => [`${say(TIER)} ${name}`, ...counts(vms)]),
      ...inventory.entries.map(({ name, balancers }) => [`${say(ENTRY)} ${name}`, ...counts(balancers)]),
    ];
    const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
    return [
      say(COUNTED),
      ...rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd()),
    ];
  }

  function counts({ bySubregion }: Placed<unknown>): string[] {
    return bySubregion.map(({ counted }) => (counted === 0 ? say(NONE) : String(counted)));
  }

  function group<M>(title: string, { bySubregion, elsewhere }: Placed<M>, lines: (member: M) => string[]): string[] {
    return [
      title,
      ...bySubregion.flatMap(({ subregion, counted, members }) => [
        `  ${subregion}${say(COLON)} ${counted === 0 ? say(NONE) : String(counted)}${uncounted(members.length - counted)}`,
        ...members.flatMap(lines),
      ]),
      ...(elsewhere.length > 0 ? [`  ${say(SUBREGION_NOT_KNOWN)}`, ...elsewhere.flatMap(lines)] : []),
    ];
  }

  function uncounted(number: number): string {
    return number === 0 ? "" : ` (${say(notCounted(number))})`;
  }

  function stopped(vm: StoppedVm): string[] {
    const tier = vm.tier === null ? "" : `${say(TIER).toLowerCase()} ${write.value(vm.tier)}, `;
    return [`  ${tier}${write.value(vm.subregion)}${say(COLON)}`, ...write.vm(vm, 4)];
  }

  function inPlace({ subregion }: ListedVm | ListedBalancer, lines: readonly string[]): string[] {
    return [`  ${write.value(subregion)}${say(COLON)}`, ...lines];
  }

  function list(title: Text, items: readonly (readonly string[])[]): string[] {
    return items.length === 0 ? [] : [say(title), ...items.flat()];
  }

  /** What is not on the page. */
  function notSeen(): string[][] {
    const { leftOut, unseenParts } = inventory;
    const counted: [Text, number][] = [
      [NOT_PRODUCTION.vms, leftOut.vms],
      [NOT_PRODUCTION.balancers, leftOut.balancers],
      [NOT_PRODUCTION.volumes, leftOut.volumes],
      [EPHEMERAL, leftOut.ephemeralVms],
      [OKS, leftOut.oksClusters],
    ];
    return [
      ...proof.limits.map(({ text }) => say(text)),
      ...unseenParts.map((part) => say(unseenPart(part))),
      ...counted
        .filter(([, number]) => number > 0)
        .map(([what, number]) => `${say(what)}${say(COLON)} ${String(number)}.`),
    ].map((text) => wrapped(text, 2));
  }

  function ending(): string[] {
    // A command that is broken over two lines cannot be copied.
    return [...wrapped(say(HASHED), 0), `  ${verification}`, `SHA-256  ${proofHash(proof)}`];
  }
}

/** What else a ticket is made of. */
const BESIDE: readonly ClauseId[] = ["SLA10.ticket", "SLA10.evidence"];

function titleText(isPlanned: boolean, region: string): Text {
  return isPlanned
    ? {
        en: `PLAN, NOT PROOF: resources that would be deployed in each Subregion of ${region}`,
        fr: `PLAN, PAS UNE PREUVE : ressources qui seraient déployées dans chaque Sous-région de ${region}`,
      }
    : {
        en: `Resources deployed in each Subregion of ${region}`,
        fr: `Ressources déployées dans chaque Sous-région de ${region}`,
      };
}

function notCounted(number: number): Text {
  return { en: `${String(number)} not counted`, fr: `${String(number)} hors compte` };
}

function unseenPart(stack: string): Text {
  return {
    en: `The stack ${stack} is a part of the same system, and was not given.`,
    fr: `La pile ${stack} est une partie du même système, et n'a pas été donnée.`,
  };
}

const PROJECT: Text = { en: "Project (stack)", fr: "Projet (pile)" };
const WRITTEN: Text = { en: "State written", fr: "État écrit le" };
const TOGETHER: Text = { en: "Together with", fr: "Avec la pile" };
const MADE_BY: Text = { en: "Made by", fr: "Produit par" };
const NOT_TOLD: Text = { en: "not told", fr: "non indiqué" };
const FROM_STATE: Text = {
  en: "As Pulumi recorded it in its state, with the provider's answers; the API was not asked again for this page. Counted are production VMs that run, witnesses left out, and production load balancers.",
  fr: "Tel que Pulumi l'a enregistré dans son état, avec les réponses du fournisseur ; l'API n'a pas été réinterrogée pour cette page. Sont comptées les VM de production qui tournent, sauf les témoins, et les load balancers de production.",
};
const FROM_PLAN: Text = {
  en: "Nothing here is deployed yet: this page proves nothing to support. Ids and addresses come with the deployment; `prove --state`, of the output of `pulumi stack export`, then makes the proof.",
  fr: "Rien de ceci n'est encore déployé : cette page ne prouve rien au support. Les ids et les adresses viennent avec le déploiement ; `prove --state`, sur la sortie de `pulumi stack export`, fera alors la preuve.",
};
const NOTHING_DEPLOYED: Text = {
  en: "Nothing is deployed that this page could show: no production VM is known to run and no production load balancer to stand, in any Subregion.",
  fr: "Rien n'est déployé que cette page puisse montrer : on ne connaît ni VM de production qui tourne ni load balancer de production, dans aucune Sous-région.",
};
const NOTHING_PLANNED: Text = {
  en: "No production VM and no production load balancer is planned in any Subregion.",
  fr: "Ni VM de production ni load balancer de production n'est prévu, dans aucune Sous-région.",
};
const COUNTED: Text = { en: "Counted in each Subregion", fr: "Nombre dans chaque Sous-région" };
const TIER: Text = { en: "Tier", fr: "Tier" };
/** French adjectives agree with it. */
const MEMBERS: Text = { en: "", fr: "VM " };
const GUESSED: Text = { en: ", a guessed tier", fr: ", tier deviné" };
const ENTRY: Text = { en: "Load balancers", fr: "Load balancers" };
const SUBREGION_NOT_KNOWN: Text = {
  en: "Subregion not known, not counted:",
  fr: "Sous-région non connue, hors compte :",
};
const STOPPED: Text = {
  en: "Stopped VMs, not counted",
  fr: "VM arrêtées, non comptées",
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
  en: "Volumes that none of these VMs is known to attach",
  fr: "Volumes dont on ne sait pas qu'une de ces VM les attache",
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
const TICKET: Text = { en: "What the ticket needs beside this page", fr: "Ce qu'il faut au ticket outre cette page" };
const HASHED: Text = {
  en: "The hash is of the content of this page as one line of JSON, its line break included, whatever the language. To verify it with the same version:",
  fr: "L'empreinte est celle du contenu de cette page en une ligne de JSON, saut de ligne final compris, quelle que soit la langue. Pour la vérifier avec la même version :",
};
