import { SUPPORT_TIMES } from "../../src/contract";
import { subnetRolesOf } from "../../src/outscale";
import { certainly, definePolicy, doubt, finding } from "../../src/policy";
import { formatList, joinTexts, type Text } from "../../src/text";

export const requireSubnetsInEverySubregion = definePolicy({
  name: "require-subnets-in-every-subregion",
  clauses: ["GEN.asterisk"],
  ground: "condition",
  severity: "medium",
  level: "advisory",
  weakens: ["SLA4.internet", ...SUPPORT_TIMES],
  title: {
    en: "Nets have their Subnets in all Subregions",
    fr: "Les Nets ont leurs Subnets dans toutes les Sous-régions",
  },
  why: {
    en: "A Subnet lies in one Subregion: where none is ready no VM can stand, and the commitments that ask for every Subregion cannot be claimed.",
    fr: "Un Subnet se trouve dans une seule Sous-région : là où aucun n'est prêt, aucune VM ne peut être placée, et les engagements qui demandent toutes les Sous-régions ne peuvent être réclamés.",
  },
  remediation: {
    en: "Make a Subnet of each role in each Subregion with `subregionName`, and tag those of one role with the same `tier`.",
    fr: "Créez un Subnet de chaque rôle dans chaque Sous-région avec `subregionName`, et donnez à ceux d'un même rôle le même tag `tier`.",
  },
  messages: {
    missing: describeAbsence,
    guessed: (absence: Absence) =>
      joinTexts(
        [
          describeAbsence(absence),
          {
            en: "That role is guessed from names: tag Subnets `tier` to declare it.",
            fr: "Ce rôle est deviné d'après les noms : donnez aux Subnets le tag `tier` pour le déclarer.",
          },
        ],
        " ",
      ),
  },
  subjects: (system) => subnetRolesOf(system),
  applies: ({ role }, { system: { settings } }) =>
    !settings.singletons.some(({ tier }) => tier === role) && !settings.standaloneTiers.includes(role),
  *check(role, { messages }) {
    const subregions = role.missingSubregions();
    if (subregions.length === 0) return;
    const subnets = role.subnets.map(({ name }) => name);
    if (role.isDeclared()) yield finding(role, messages.missing({ subregions, subnets }));
    // Where a Subregion has no Subnet at all, one is missing whatever its role.
    else if (certainly(() => role.missingInNet().length > 0)) {
      yield finding(role, messages.missing({ subregions: role.missingInNet(), subnets }));
    } else yield doubt(role, messages.guessed({ subregions, subnets }));
  },
});

/** The Subregions in which Subnets are missing, and the Subnets that are there. */
interface Absence {
  readonly subregions: readonly string[];
  readonly subnets: readonly string[];
}

function describeAbsence({ subregions, subnets }: Absence): Text {
  const [where, names] = [formatList(subregions), formatList(subnets)];
  return {
    en: `The Net has no Subnet for this role in ${where.en}, only ${names.en}.`,
    fr: `Le Net n'a aucun Subnet pour ce rôle dans ${where.fr}, seulement ${names.fr}.`,
  };
}
