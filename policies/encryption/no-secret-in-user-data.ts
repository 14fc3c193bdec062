import { listDecodedLines, type Secret, Vm } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList, type Text } from "../../src/text";

export const noSecretInUserData = definePolicy({
  name: "no-secret-in-user-data",
  clauses: ["R9.signing"],
  ground: "obligation",
  severity: "critical",
  level: "mandatory",
  alone: [Vm],
  title: {
    en: "User data hold no secret",
    fr: "Le `userData` ne contient aucun secret",
  },
  why: {
    en: "Every process of the VM reads its user data from the metadata server, whoever may read VMs reads them through the API, and they stay in the state: what is written there is no secret any more.",
    fr: "Tout processus de la VM lit son `userData` auprès du serveur de métadonnées, quiconque peut lire les VM le lit par l'API, et il reste dans l'état : ce qui y est écrit n'est plus un secret.",
  },
  remediation: {
    en: "Renew the secret, take it out of `userData`, and have the VM fetch it at boot from a store of secrets, with a right of its own.",
    fr: "Renouvelez le secret, retirez-le de `userData`, et faites-le chercher par la VM au démarrage dans un coffre de secrets, avec un droit qui lui est propre.",
  },
  messages: {
    held: ({ secrets }: { readonly secrets: readonly Secret[] }) => {
      const kinds = formatList([...new Set(secrets.map(({ kind }) => kind))].map((kind) => NAMES[kind]));
      const where = listDecodedLines(secrets);
      return {
        en: `The user data hold ${kinds.en} (${where.en}).`,
        fr: `Le \`userData\` contient ${kinds.fr} (${where.fr}).`,
      };
    },
  },
  subjects: (system) => system.all(Vm).filter((vm) => vm.sets("userData")),
  *check(vm, { messages }) {
    const secrets = vm.userData()?.secrets ?? [];
    if (secrets.length === 0) vm.assertDecoded();
    else yield finding(vm, messages.held({ secrets: secrets.map(({ kind, line }) => ({ kind, line })) }), "userData");
  },
});

const NAMES = {
  "private-key": { en: "a private key", fr: "une clé privée" },
  password: { en: "a password", fr: "un mot de passe" },
  "access-key": { en: "the secret of an access key", fr: "le secret d'une clé d'accès" },
  token: { en: "a token", fr: "un jeton" },
} as const satisfies Readonly<Record<Secret["kind"], Text>>;
