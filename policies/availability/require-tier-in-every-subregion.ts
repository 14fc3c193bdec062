import { SUPPORT_TIMES } from "../../src/contract";
import {
  describeGrouping,
  enoughSubregions,
  GUESSED_TIER,
  nameOrCount,
  NetVms,
  spreadUnitsOf,
  type System,
  Tier,
  tiersUsedFor,
} from "../../src/outscale";
import {
  acceptance,
  type AcceptedStatus,
  certainly,
  definePolicy,
  doubt,
  finding,
  type Lack,
  possibly,
} from "../../src/policy";
import { formatList, joinTexts, pluralize, sameInEach, type Text } from "../../src/text";

export const requireTierInEverySubregion = definePolicy({
  name: "require-tier-in-every-subregion",
  clauses: ["GEN.asterisk", "SLA4.internet", "SLA4.firewall", "SLA10.zones"],
  ground: "condition",
  severity: "critical",
  level: "mandatory",
  stakes: [
    {
      forfeits: ["SLA4.internet"],
      extent: {
        en: "where it has a way from or to the Internet",
        fr: "s'il a un accès depuis ou vers Internet",
      },
      when: (unit: Tier | NetVms) => unit.hasInternetPath(),
      isLost: isAbsent,
      missing: describeGaps,
      onAcceptance: readImpossibility,
    },
    {
      forfeits: ["SLA4.firewall"],
      isLost: (unit: Tier | NetVms, { settings }) => settings.readings.A2 !== "unstarred" && isAbsent(unit),
      missing: describeGaps,
      onAcceptance: readImpossibility,
    },
    {
      forfeits: SUPPORT_TIMES,
      isLost: (unit: Tier | NetVms) => unit.lacksEquivalents(enoughSubregions(unit.system)),
      missing: (unit: Tier | NetVms) => ({
        what: describeNoVm(
          unit,
          unit instanceof Tier && certainly(() => unit.hasWitness()) ? MORE_THAN_VOTES : undefined,
        ),
        subregions: unit.subregionsWithoutWorker(enoughSubregions(unit.system)),
      }),
      // No grouping of its VMs would give each an equivalent.
      isSettledInDoubt: (unit: Tier | NetVms) => unit instanceof NetVms,
      // Their condition knows no exception for what cannot be elsewhere.
      onAcceptance: ({ id }) => (id === "impossible" ? "forfeited" : "accepted"),
    },
  ],
  title: {
    en: "Every production tier runs in all Subregions",
    fr: "Chaque tier de production tourne dans toutes les Sous-régions",
  },
  why: {
    en: "Internet access, firewalls and support times cannot be claimed for systems that the client could have deployed in every Subregion and did not.",
    fr: "L'accès à Internet, les pare-feu et les délais de support ne peuvent être réclamés pour des systèmes que le client pouvait déployer dans chaque Sous-région et qu'il n'y a pas déployés.",
  },
  remediation: {
    en: "Run an equivalent VM of the tier in each Subregion; declare tiers with the tag `tier`. What may be missing from one says so: `availability: best-effort`, `lifecycle: ephemeral` or `quorum: witness` in the tags of its VMs, its tier in `pack-settings.standaloneTiers`, or in `pack-settings.singletons` with the reason.",
    fr: "Faites tourner une VM équivalente du tier dans chaque Sous-région ; déclarez les tiers par le tag `tier`. Ce qui peut manquer dans une Sous-région le dit : `availability: best-effort`, `lifecycle: ephemeral` ou `quorum: witness` dans les tags de ses VM, son tier dans `pack-settings.standaloneTiers`, ou dans `pack-settings.singletons` avec la raison.",
  },
  messages: {
    singleton: ({ reason }: { readonly reason: string }) => ({
      en: `It stands alone: ${reason}`,
      fr: `Il est seul : ${reason}`,
    }),
    impossible: ({ reason }: { readonly reason: string }) => ({
      en: `It cannot be had in another Subregion: ${reason}`,
      fr: `Il ne peut exister dans une autre Sous-région : ${reason}`,
    }),
    standalone: { en: "It stands alone by its nature.", fr: "Il est seul par nature." },
    ephemeral: { en: "Its VMs are made to be thrown away.", fr: "Ses VM sont jetables." },
    "best-effort": { en: "It is run as well as may be.", fr: "Il tourne au mieux." },
    missing: describeAbsence,
    "whole-net": ({ subregions, vms, excused }: NetAbsence & { readonly excused: readonly string[] }) => {
      const where = formatList(subregions);
      const fact = { en: `none stands in ${where.en}`, fr: `aucune ne se trouve dans ${where.fr}` };
      const said = describeWhateverTheTiers(fact, vms);
      return excused.length === 0 ? said : joinTexts([said, describeExcused(excused)], " ");
    },
    "only-witnesses": ({ subregions, vms }: NetAbsence) => {
      const where = formatList(subregions);
      const fact = {
        en: `those in ${where.en} only take part in votes`,
        fr: `celles de ${where.fr} ne font que voter`,
      };
      return describeWhateverTheTiers(fact, vms);
    },
    guessed: (absence: Absence) => joinTexts([describeAbsence(absence), GUESSED_TIER], " "),
  },
  subjects: (system) => [...spreadUnitsOf(system), ...tiersUsedFor(system, "ephemeral")],
  *check(unit, { messages }) {
    if (unit instanceof NetVms) {
      const vms = unit.related.map(({ name }) => name);
      const subregions = unit.missingSubregions();
      yield subregions.length > 0
        ? finding(unit, messages["whole-net"]({ subregions, vms, excused: unit.excusedIn(subregions) }))
        : doubt(unit, messages["only-witnesses"]({ subregions: unit.subregionsWithoutWorker(), vms }));
      return;
    }
    if (!possibly(() => unit.missingSubregions().length > 0)) return;
    const accepted = unit.acceptedLoss();
    if (accepted) {
      yield acceptance("reason" in accepted ? messages[accepted.kind](accepted) : messages[accepted.kind]);
      return;
    }
    const subregions = unit.missingSubregions();
    const among = unit.nameAmongNamesakes();
    const absence = { subregions, vms: unit.members.map(({ name }) => name), by: unit.by, among };
    yield unit.isDeclared ? finding(unit, messages.missing(absence)) : doubt(unit, messages.guessed(absence));
  },
});

/** Whether something is absent from a Subregion in which it would have to be. */
function isAbsent(unit: Tier | NetVms): boolean {
  return findGaps(unit).length > 0;
}

const MORE_THAN_VOTES: Text = { en: " that does more than vote", fr: " qui fasse plus que voter" };

function describeGaps(unit: Tier | NetVms): Lack {
  return { what: describeNoVm(unit), subregions: findGaps(unit) };
}

/** @param which narrows down of which VMs there is none */
function describeNoVm({ kind }: Tier | NetVms, which = sameInEach("")): Text {
  const group = kind === "net" ? sameInEach("Net") : sameInEach("tier");
  return { en: `no VM of the ${group.en}${which.en}`, fr: `aucune VM du ${group.fr}${which.fr}` };
}

/** The Subregions in which it would have to be, and is not. */
function findGaps(unit: Tier | NetVms): string[] {
  const enough = enoughSubregions(unit.system);
  const countsWitnesses = unit.system.settings.readings.A33 !== "absent";
  return countsWitnesses ? unit.missingSubregions(enough) : unit.subregionsWithoutWorker(enough);
}

/**
 * The star excuses only where deploying everywhere is "not possible". Whether the client's reason is such a case is
 * Outscale's to confirm (A30): until then nothing is settled.
 */
function readImpossibility({ id }: { readonly id: string }, { settings }: System): AcceptedStatus {
  return id === "impossible" && settings.readings.A30 !== "accepted" ? "undetermined" : "accepted";
}

/** The Subregions in which a tier has no VM, the VMs that it has, and by what these were grouped. */
interface Absence {
  readonly subregions: readonly string[];
  readonly vms: readonly string[];
  readonly by: Tier["by"];
  /** Its application and environment, where another tier bears its name. */
  readonly among: string | undefined;
}

/** The Subregions in which a Net has no VM, or no more than witnesses, and the VMs of which no tag says what they do. */
type NetAbsence = Pick<Absence, "subregions" | "vms">;

/** Says of a Net what holds however its VMs are grouped. */
function describeWhateverTheTiers(fact: Text, vms: readonly string[]): Text {
  const names = nameOrCount(vms);
  const verb = pluralize(vms.length, { en: "does", fr: "fait" }, { en: "do", fr: "font" });
  return {
    en: `Whatever the tiers of its VMs are, ${fact.en}. No tag says what ${names.en} ${verb.en}.`,
    fr: `Quels que soient les tiers de ses VM, ${fact.fr}. Aucun tag ne dit ce que ${verb.fr} ${names.fr}.`,
  };
}

/** Says which VMs stand where none counts. */
function describeExcused(vms: readonly string[]): Text {
  const names = nameOrCount(vms);
  return {
    en: `VMs that are declared dispensable do not count: ${names.en}.`,
    fr: `Les VM déclarées dispensables ne comptent pas : ${names.fr}.`,
  };
}

function describeAbsence({ subregions, vms, by, among }: Absence): Text {
  const [where, names, how] = [formatList(subregions), nameOrCount(vms), describeGrouping(by)];
  const which = among === undefined ? "" : ` (${among})`;
  return {
    en: `This tier${which} has no VM in ${where.en}. It consists of ${names.en} (${how.en}).`,
    fr: `Ce tier${which} n'a aucune VM dans ${where.fr}. Il se compose de ${names.fr} (${how.fr}).`,
  };
}
