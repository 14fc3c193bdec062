import { writtenSecretsOf } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const noLongLivedSecretInProgram = definePolicy({
  name: "no-long-lived-secret-in-program",
  clauses: ["R9.signing"],
  ground: "obligation",
  severity: "high",
  level: "mandatory",
  title: {
    en: "Keys that sign calls are not written in plain text",
    fr: "Les clés qui signent les appels ne sont pas écrites en clair",
  },
  why: {
    en: "Calls of the API are authenticated by the client's own secret key: one that a program, its configuration or its state holds in plain text belongs to whoever reads them.",
    fr: "Les appels d'API sont authentifiés par la clé secrète du client : une clé en clair dans un programme, sa configuration ou son état appartient à quiconque les lit.",
  },
  remediation: {
    en: "Set it with `pulumi config set --secret` and read it with `requireSecret`, or leave it to the environment.",
    fr: "Écrivez-la avec `pulumi config set --secret` et lisez-la avec `requireSecret`, ou laissez-la à l'environnement.",
  },
  messages: {
    plain: {
      en: "A secret key is written here, and is not marked as secret.",
      fr: "Une clé secrète est écrite ici, et n'est pas marquée comme secrète.",
    },
  },
  subjects: (system) => writtenSecretsOf(system),
  *check(secret, { messages }) {
    if (secret.isPlain()) yield finding(secret, messages.plain);
  },
});
