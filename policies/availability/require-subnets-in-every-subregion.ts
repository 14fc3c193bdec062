import { SUPPORT_TIMES } from "../../src/contract";
import { type SharedSettings, type SubnetRole, subnetRolesOf } from "../../src/outscale";
import { certainly, definePolicy, doubt, finding } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const requireSubnetsInEverySubregion = definePolicy({
  name: "require-subnets-in-every-subregion",
  clauses: ["GEN.asterisk"],
  severity: "medium",
  level: "advisory",
  weakens: ["SLA4.internet", ...SUPPORT_TIMES],
  title: {
    en: "Nets have their Subnets in all Subregions",
    fr: "Les Nets ont leurs Subnets dans toutes les Sous-régions",
  },
  why: {
    en: "A Subnet lies in one Subregion: where none is ready no VM can stand, and the commitments that ask for every Subregion cannot be claimed.",
    fr: "Un Subnet tient dans une seule Sous-région : là où aucun n'est prêt, aucune VM ne peut tenir, et les engagements qui demandent toutes les Sous-régions ne peuvent être réclamés.",
  },
  remediation: {
    en: "Make a Subnet of each role in each Subregion with `subregionName`, and tag those of one role with the same `tier`.",
    fr: "Créez un Subnet de chaque rôle dans chaque Sous-région avec `subregionName`, et donnez à ceux d'un même rôle la même étiquette `tier`.",
  },
  subjects: (stack, { shared }) => subnetRolesOf(stack, shared).filter((role) => !isSingleton(role, shared)),
  *check(role, { shared }) {
    const missing = role.missingSubregions(shared);
    if (missing.length === 0) return;
    if (role.isDeclared(shared)) yield finding(role, absence(role, missing));
    // Whatever the Subnets are for, where there is none one is missing.
    else if (certainly(() => role.missingInNet(shared).length > 0)) {
      yield finding(role, absence(role, role.missingInNet(shared)));
    } else yield doubt(role, asGuess(absence(role, missing)));
  },
});

function isSingleton({ role }: SubnetRole, { singletons }: SharedSettings): boolean {
  return singletons.some(({ tier }) => tier.toLowerCase() === role);
}

function absence({ role, subnets }: SubnetRole, missing: readonly string[]): Text {
  const where = formatList(missing);
  const names = formatList(subnets.map(({ name }) => name));
  return {
    en: `The Net has no Subnet for ${role} in ${where.en}, only ${names.en}.`,
    fr: `Le Net n'a aucun Subnet pour ${role} dans ${where.fr}, seulement ${names.fr}.`,
  };
}

function asGuess({ en, fr }: Text): Text {
  return {
    en: `${en} That role is guessed from names: tag Subnets \`tier\` to declare it.`,
    fr: `${fr} Ce rôle est deviné d'après les noms : donnez aux Subnets l'étiquette \`tier\` pour le déclarer.`,
  };
}
