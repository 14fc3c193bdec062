import { certainly, ifKnown } from "../../stack";
import { formatList, type Text } from "../../text";
import type { PolicyHolder } from "./eim-attachments";
import type { EimPolicy } from "./eim-policy";
import { EimUserGroup } from "./eim-user";

/** To whom the stack gives a policy, as a sentence, where that can be told; what is written can be given by hand too. */
export function describeGiven(policy: EimPolicy): Text | undefined {
  if (certainly(() => !policy.isDefault())) return NOT_DEFAULT;
  const holders = ifKnown(() => policy.holders());
  if (!holders || holders.certain.length === 0) return holders?.mayBeMore === false ? NOBODY : undefined;
  const { en, fr } = formatList(holders.certain.map(holderText));
  return certainly(() => policy.isDefault())
    ? { en: `It is given to ${en}.`, fr: `Cette politique est donnée ${fr}.` }
    : {
        en: `Where this version is the default, it is given to ${en}.`,
        fr: `Si cette version est celle par défaut, elle est donnée ${fr}.`,
      };
}

const NOBODY = { en: "Nobody in the stack has it.", fr: "Personne n'a cette politique dans la stack." };

const NOT_DEFAULT = {
  en: "Another version is the default: nobody has this one yet.",
  fr: "Une autre version est celle par défaut : personne n'a encore celle-ci.",
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
