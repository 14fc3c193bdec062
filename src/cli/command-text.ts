import type { Text } from "../text";

/** What `--help` says of the command and its options. */
export const commandText = {
  description: {
    en: "Checks a Pulumi program against the Outscale SecNumCloud service convention, before it is deployed.",
    fr: "Vérifie un programme Pulumi au regard de la convention de service SecNumCloud d'Outscale, avant son déploiement.",
  },
  check: {
    en: "Judge what a program would deploy, without deploying anything; or a preview, or what is deployed.",
    fr: "Juger ce qu'un programme déploierait, sans rien déployer ; ou un aperçu, ou ce qui est déployé.",
  },
  withState: {
    en: "take it together with another stack, from the output of its pulumi stack export (repeatable)",
    fr: "juger l'ensemble qu'elle forme avec une autre stack, d'après la sortie de son pulumi stack export (répétable)",
  },
  data: {
    en: "answer the program's data sources from a JSON file, by name",
    fr: "répondre aux sources de données du programme d'après un fichier JSON, par nom",
  },
  facts: {
    en: "Write what other stacks need to know of a deployed one, for the setting `known` of `pack-settings`.",
    fr: "Écrire ce que d'autres stacks doivent savoir d'une stack déployée, pour le réglage `known` de `pack-settings`.",
  },
  factsState: {
    en: "the output of pulumi stack export (- for the standard input)",
    fr: "la sortie de pulumi stack export (- pour l'entrée standard)",
  },
  factsOutput: { en: "write the facts to a file", fr: "écrire les faits dans un fichier" },
  config: {
    en: "the configuration, as given to pulumi --policy-pack-config",
    fr: "la configuration, telle que donnée à pulumi --policy-pack-config",
  },
  stack: {
    en: 'the stack (default: the only Pulumi.<stack>.yaml, else "dev")',
    fr: 'la stack (par défaut : le seul Pulumi.<stack>.yaml, sinon "dev")',
  },
  cleanEnv: {
    en: "give the program PATH, HOME and what --env names of the environment, and nothing else",
    fr: "ne donner au programme que PATH, HOME et ce que --env nomme de l'environnement",
  },
  env: {
    en: "a variable that the program keeps under --clean-env (repeatable)",
    fr: "une variable que le programme garde sous --clean-env (répétable)",
  },
  timeout: { en: "how long the program may run", fr: "la durée d'exécution laissée au programme" },
  without: {
    en: "simulate another loss: Subregions (`b,c`), tiers (`tier:database`)",
    fr: "simuler une autre perte : des Sous-régions (`b,c`), des tiers (`tier:database`)",
  },
  policy: { en: "judge this policy only (repeatable)", fr: "ne juger que cette politique (répétable)" },
  format: { en: "the form of the report", fr: "le format du rapport" },
  output: { en: "write the report to a file", fr: "écrire le rapport dans un fichier" },
  lang: { en: "the language of the report", fr: "la langue du rapport" },
  failOn: { en: "the weakest level that fails", fr: "le niveau à partir duquel une violation fait échouer" },
  allowEmpty: { en: "end with 0 when nothing was judged", fr: "sortir avec le code 0 quand rien n'a été jugé" },
  strict: { en: "fail when a verdict is undetermined", fr: "échouer quand un verdict est indéterminé" },
  debug: { en: "say more about an error", fr: "en dire plus sur une erreur" },
  by: { en: "what makes a line", fr: "ce que décrit chaque ligne" },
  explain: {
    en: "Say what a policy asks for and what hangs on it, or what a clause says and how to claim it.",
    fr: "Dire ce qu'une politique demande et ce qui en dépend, ou ce que dit une clause et comment la faire valoir.",
  },
  explained: { en: "the name of a policy, or the id of a clause", fr: "le nom d'une politique, ou l'id d'une clause" },
  prove: {
    en: "Write what stands in each Subregion, for a ticket to Outscale's support.",
    fr: "Écrire ce qui se trouve dans chaque Sous-région, pour un ticket au support d'Outscale.",
  },
  claim: {
    en: "Count incidents against what Outscale committed to, and write the ticket.",
    fr: "Compter des incidents au regard de ce à quoi Outscale s'est engagée, et écrire le ticket.",
  },
  service: { en: "what the incidents struck", fr: "ce que les incidents ont touché" },
  incident: {
    en: "an incident, each time with its zone; of a ticket to support, from its opening to its resolution (repeatable)",
    fr: "un incident, chaque heure avec son fuseau ; pour un ticket au support, de son ouverture à sa résolution (répétable)",
  },
  severity: {
    en: "count the support times of this severity too",
    fr: "compter aussi les délais de support de cette sévérité",
  },
  answered: {
    en: "when support first answered a ticket (repeatable)",
    fr: "l'heure de la première réponse du support à un ticket (répétable)",
  },
  workingDay: {
    en: "the working hours of support, for severity 3: `09:00-18:00`",
    fr: "les heures ouvrées du support, pour la sévérité 3 : `09:00-18:00`",
  },
  maintenance: {
    en: "maintenance that Outscale had announced (repeatable)",
    fr: "une maintenance qu'Outscale avait annoncée (répétable)",
  },
  restart: {
    en: "when a VM could be started again and you had not done so (repeatable)",
    fr: "quand une VM pouvait être redémarrée et ne l'était pas par vous (répétable)",
  },
  throttled: {
    en: "when the API refused identical requests, more than one a second (repeatable)",
    fr: "quand l'API refusait des requêtes identiques, à plus d'une par seconde (répétable)",
  },
  blocked: {
    en: "when a protection against abusive use had cut you off (repeatable)",
    fr: "quand une protection contre un usage abusif vous avait coupé (répétable)",
  },
  waiting: {
    en: "when support waited for your answer (repeatable)",
    fr: "quand le support attendait votre réponse (répétable)",
  },
  penalties: {
    en: "the table of penalties that you have of Outscale, as JSON",
    fr: "le barème de pénalités que vous tenez d'Outscale, en JSON",
  },
  claimFormat: { en: "the form of the count", fr: "le format du décompte" },
  claimOutput: { en: "write the count to a file", fr: "écrire le décompte dans un fichier" },
  before: {
    en: "an earlier state of the same stack, such as the last one before the incident",
    fr: "un état antérieur de la même stack, comme le dernier d'avant l'incident",
  },
  live: {
    en: "the API's own answers to ReadVms, ReadLoadBalancers, ReadVolumes and ReadSubnets, as osc-cli and octl print them",
    fr: "les réponses de l'API à ReadVms, ReadLoadBalancers, ReadVolumes et ReadSubnets, telles que les écrivent osc-cli et octl",
  },
  proveTier: {
    en: "limit the page to tiers: no address and no other tier is on it (repeatable)",
    fr: "limiter la page à des tiers de VM : ni adresse ni autre tier n'y figure (répétable)",
  },
  proveEntry: { en: "limit the page to entries (repeatable)", fr: "limiter la page à des entrées (répétable)" },
  proveResource: {
    en: "limit the page to resources, by name, urn or id, and to what each is of (repeatable)",
    fr: "limiter la page à des ressources, par nom, urn ou id, et à ce dont chacune fait partie (répétable)",
  },
  proveFormat: {
    en: "a page for people, or the content that its hash is of",
    fr: "une page à lire, ou le contenu dont elle donne l'empreinte",
  },
  proveOutput: { en: "write it to a file", fr: "l'écrire dans un fichier" },
  reach: {
    en: "Write by which ways VMs and load balancers are reached.",
    fr: "Écrire par quels chemins les VM et les load balancers sont joignables.",
  },
  reachFrom: {
    en: "internet, an address or a CIDR block, a VM or a tier",
    fr: "internet, une adresse ou un bloc CIDR, une VM ou un tier",
  },
  reachTo: { en: "only to this VM, tier or load balancer", fr: "seulement vers cette VM, ce tier ou ce load balancer" },
  reachFormat: { en: "how the paths are written", fr: "le format des chemins" },
  list: { en: "List the policies.", fr: "Lister les politiques." },
} as const satisfies Readonly<Record<string, Text>>;

/** What a command reads, and by which door. */
type DoorTexts = Readonly<Record<"program" | "preview" | "state", Text>>;

/** For `check` and `reach`, which judge what they read. */
export const judgedDoors: DoorTexts = {
  program: { en: "the program's folder or file", fr: "le dossier ou le fichier du programme" },
  preview: {
    en: "judge the output of pulumi preview --json instead (- for the standard input)",
    fr: "juger plutôt la sortie de pulumi preview --json (- pour l'entrée standard)",
  },
  state: {
    en: "judge the output of pulumi stack export instead (- for the standard input)",
    fr: "juger plutôt la sortie de pulumi stack export (- pour l'entrée standard)",
  },
};

/** For `prove`, which draws up an inventory of what it reads. */
export const provedDoors: DoorTexts = {
  program: {
    en: "the program's folder or file, for the plan of a proof",
    fr: "le dossier ou le fichier du programme, pour le plan d'une preuve",
  },
  preview: {
    en: "the output of pulumi preview --json, for the plan of a proof (- for the standard input)",
    fr: "la sortie de pulumi preview --json, pour le plan d'une preuve (- pour l'entrée standard)",
  },
  state: {
    en: "the output of pulumi stack export, for the proof (- for the standard input)",
    fr: "la sortie de pulumi stack export, pour la preuve (- pour l'entrée standard)",
  },
};
