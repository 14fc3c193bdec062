import { EimPolicy, EimUserGroup, type Excess, type PolicyHolder } from "../../src/outscale";
import { certainly, definePolicy, finding, ifKnown, withDetail } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const noWildcardPermission = definePolicy({
  name: "no-wildcard-permission",
  clauses: ["R9.policies", "R13.leastaccess"],
  severity: "high",
  level: "advisory",
  title: {
    en: "No policy of EIM allows everything",
    fr: "Aucune politique EIM n'autorise tout",
  },
  why: {
    en: "The client defines the policies of its users and limits access to the need: where one allows everything, whoever takes its user has the account.",
    fr: "Le client définit les politiques de ses utilisateurs et limite l'accès au besoin : là où l'une autorise tout, qui prend son utilisateur a le compte.",
  },
  remediation: {
    en: "Name in `Action` the calls that the work needs, `api:Read*`, and in `Resource` what they are about; take `NotAction` out of what is allowed.",
    fr: "Nommez dans `Action` les appels que demande le travail, `api:Read*`, et dans `Resource` ce qu'ils concernent ; retirez `NotAction` de ce qui est autorisé.",
  },
  settings: {
    findServices: {
      type: "boolean",
      default: false,
      description: "Whether every action of one service, `api:*`, on every resource is found too.",
    },
  },
  subjects: (stack) => stack.all(EimPolicy),
  *check(policy, { settings }) {
    const services = settings.findServices ? (["a whole service"] as const) : [];
    const given = policy.givenAmong(["everything", "all but some", ...services]);
    if (!given) yield finding(policy, NO_DOCUMENT, "document");
    for (const excess of given ?? []) yield withDetail(finding(policy, FACTS[excess], "document"), whoHas(policy));
  },
});

const NO_DOCUMENT = {
  en: "The document is no policy: it is not JSON with statements.",
  fr: "Le document n'est pas une politique : ce n'est pas du JSON avec des déclarations.",
};

const FACTS: Readonly<Record<Excess, Text>> = {
  everything: {
    en: "A statement allows every action on every resource.",
    fr: "Une déclaration autorise toutes les actions sur toutes les ressources.",
  },
  "all but some": {
    en: "A statement allows every action but those that it names.",
    fr: "Une déclaration autorise toutes les actions sauf celles qu'elle nomme.",
  },
  "a whole service": {
    en: "A statement allows every action of a service on every resource.",
    fr: "Une déclaration autorise toutes les actions d'un service sur toutes les ressources.",
  },
};

/** To whom the stack gives it; what is written can be given by hand too. */
function whoHas(policy: EimPolicy): Text | undefined {
  if (certainly(() => !policy.isDefault())) return NOT_DEFAULT;
  const holders = ifKnown(() => policy.holders());
  if (!holders || holders.certain.length === 0) return holders?.mayBeMore === false ? NOBODY : undefined;
  const en = formatList(holders.certain.map((holder) => holderText(holder).en)).en;
  const fr = formatList(holders.certain.map((holder) => holderText(holder).fr)).fr;
  return certainly(() => policy.isDefault())
    ? { en: `It is given to ${en}.`, fr: `Elle est donnée ${fr}.` }
    : {
        en: `Where this version is the default, it is given to ${en}.`,
        fr: `Là où cette version est celle par défaut, elle est donnée ${fr}.`,
      };
}

const NOBODY = { en: "Nobody in the stack has it.", fr: "Personne ne l'a dans la pile." };

const NOT_DEFAULT = {
  en: "Another version is the default: nobody has this one yet.",
  fr: "Une autre version est celle par défaut : personne n'a encore celle-ci.",
};

function holderText(holder: PolicyHolder): Text {
  const { name } = holder;
  if (!(holder instanceof EimUserGroup)) return { en: `user ${name}`, fr: `à l'utilisateur ${name}` };
  const users = holder.users().map((user) => user.name);
  const among = formatList(users);
  const [many, several] = users.length > 1 ? ["users", "utilisateurs"] : ["user", "utilisateur"];
  return users.length === 0
    ? { en: `group ${name}`, fr: `au groupe ${name}` }
    : { en: `group ${name} (${many} ${among.en})`, fr: `au groupe ${name} (${several} ${among.fr})` };
}
