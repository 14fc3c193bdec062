import { type Drift, type System, VpnConnection } from "../outscale";
import type { Limit } from "../sources";
import { formatList, type Text } from "../text";

/** Limits that are said and not counted: an answer that nobody gave, or something that this command does not know. */
const NOT_OF_THE_PROGRAM: readonly Limit["kind"][] = [
  "unknown package",
  "other version",
  "stack reference",
  "unknown function",
  "environment",
  "left behind",
  "nothing deployed",
];

/** Whether something of this program was not seen, which leaves open what is concluded of the stack. */
export function isOfTheProgram({ kind }: Limit): boolean {
  return !NOT_OF_THE_PROGRAM.includes(kind);
}

/** What could not be seen, as a sentence. */
export function formatLimit({ kind, name }: Limit): Text {
  switch (kind) {
    case "remote component":
      return {
        en: `The component ${name} is built by another program: the resources in it are not known.`,
        fr: `Le composant ${name} est construit par un autre programme : ses ressources ne sont pas connues.`,
      };
    case "unknown package":
      return {
        en: `The schema of package ${name} is not known: its inputs were not checked, its outputs are unknown.`,
        fr: `Le schéma du paquet ${name} n'est pas connu : ses entrées n'ont pas été vérifiées, ses sorties sont inconnues.`,
      };
    case "other version":
      return {
        en: `The program uses another version of a provider, ${name}: its inputs were not checked against that version.`,
        fr: `Le programme utilise une autre version d'un fournisseur, ${name} : ses entrées n'ont pas été vérifiées au regard de cette version.`,
      };
    case "stack reference":
      return {
        en: `The outputs of stack ${name} are not known.`,
        fr: `Les sorties de la stack ${name} ne sont pas connues.`,
      };
    case "unknown function":
      return {
        en: `Nobody answered ${name}: whatever is made from its answer is not known.`,
        fr: `Rien n'a répondu à ${name} : ce qui est tiré de sa réponse n'est pas connu.`,
      };
    case "environment":
      return {
        en: `The settings of environment ${name} are not known.`,
        fr: `Les réglages de l'environnement ${name} ne sont pas connus.`,
      };
    case "made after deployment":
      return {
        en: `${name} may make resources from values that are known only after deployment: they were not seen.`,
        fr: `${name} peut créer des ressources à partir de valeurs qui ne sont connues qu'après le déploiement : elles n'ont pas été vues.`,
      };
    case "pending operation":
      return {
        en: `An operation on ${name} was cut off: what became of it is not known. \`pulumi refresh\` tells.`,
        fr: `Une opération sur ${name} a été interrompue : ce qu'il en est advenu n'est pas connu. \`pulumi refresh\` le dira.`,
      };
    case "pending deletion":
      return {
        en: `The old ${name} was replaced and is still to be deleted: what it opens or holds was not judged. \`pulumi up\` deletes it.`,
        fr: `L'ancien ${name} a été remplacé et reste à supprimer : ce qu'il ouvre ou contient n'a pas été jugé. \`pulumi up\` le supprimera.`,
      };
    case "left behind":
      return {
        en: `${name} leaves the stack and stays deployed (\`retainOnDelete\`): it is not judged any more.`,
        fr: `${name} quitte la stack et reste déployé (\`retainOnDelete\`) : il n'est plus jugé.`,
      };
    case "nothing deployed":
      return {
        en: "The state holds no resource: nothing is deployed, and nothing was judged.",
        fr: "L'état ne contient aucune ressource : rien n'est déployé, et rien n'a été jugé.",
      };
    case "unfinished":
      return {
        en: `The program ${name} ended before its end: it ends itself, or waits for a value that is known only after deployment. What comes next was not seen.`,
        fr: `Le programme ${name} s'est arrêté avant sa fin : il se termine de lui-même, ou attend une valeur qui n'est connue qu'après le déploiement. La suite n'a pas été vue.`,
      };
  }
}

/** How many resources are named before the rest is counted. */
const NAMED = 5;

/** Names the resources whose outputs in a state differ from the inputs that the program wrote. */
export function formatDrift(drifts: readonly Drift[]): Text {
  const names = formatList(
    drifts.map(({ resource, properties }) => `${resource.name} (${properties.join(", ")})`),
    NAMED,
  );
  return {
    en: `The state differs from what was written: ${names.en}. Both were judged, and the worse counts; \`pulumi up\` would change it back.`,
    fr: `L'état diffère de ce qui a été écrit : ${names.fr}. Les deux ont été jugés, et le pire compte ; \`pulumi up\` reviendrait à ce qui est écrit.`,
  };
}

/** What no source can show of what a stack holds, as sentences. */
export function listUnjudged(system: System): Text[] {
  return system.all(VpnConnection).length > 0 ? [VPN_ALGORITHMS] : [];
}

const VPN_ALGORITHMS: Text = {
  en: "The API has no setting for the algorithms of a VPN: its presence, redundancy and routes were judged, not its encryption.",
  fr: "L'API n'a aucun réglage des algorithmes d'un VPN : sa présence, sa redondance et ses routes ont été jugées, pas son chiffrement.",
};
