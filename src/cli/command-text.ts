import type { Text } from "../contract";

/** What `--help` says of the command and its options. */
export const commandText = {
  description: {
    en: "Checks a Pulumi program against the Outscale SecNumCloud service convention, before it is deployed.",
    fr: "Vérifie un programme Pulumi au regard de la convention de service SecNumCloud d'Outscale, avant son déploiement.",
  },
  check: {
    en: "Run a program without deploying anything, and judge what it would deploy.",
    fr: "Exécuter un programme sans rien déployer, et juger ce qu'il déploierait.",
  },
  program: { en: "the program's folder or file", fr: "le dossier ou le fichier du programme" },
  config: {
    en: "the configuration, as given to pulumi --policy-pack-config",
    fr: "la configuration, telle que donnée à pulumi --policy-pack-config",
  },
  stack: {
    en: 'the stack (default: the only Pulumi.<stack>.yaml, else "dev")',
    fr: 'la pile (par défaut : le seul Pulumi.<stack>.yaml, sinon "dev")',
  },
  timeout: { en: "how long the program may run", fr: "combien de temps le programme peut tourner" },
  policy: { en: "judge this policy only (repeatable)", fr: "ne juger que cette politique (répétable)" },
  format: { en: "the form of the report", fr: "la forme du rapport" },
  output: { en: "write the report to a file", fr: "écrire le rapport dans un fichier" },
  lang: { en: "the language of the report", fr: "la langue du rapport" },
  failOn: { en: "the weakest level that fails", fr: "le niveau le plus faible qui fait échouer" },
  strict: { en: "fail when a verdict is undetermined", fr: "échouer quand un verdict est indéterminé" },
  debug: { en: "say more about an error", fr: "en dire plus sur une erreur" },
  list: { en: "List the policies.", fr: "Lister les politiques." },
} as const satisfies Readonly<Record<string, Text>>;
