import { OksCluster } from "../../src/outscale";
import { any, certainly, definePolicy, finding } from "../../src/policy";

export const requireManagedOks = definePolicy({
  name: "require-managed-oks",
  // The convention does not speak of Kubernetes: the closest duty is to deploy by the state of the art.
  clauses: ["R13.leastaccess"],
  ground: "good practice",
  severity: "low",
  level: "advisory",
  alone: [OksCluster],
  title: {
    en: "Kubernetes clusters are kept up to date, with the plugins they come with",
    fr: "Les clusters Kubernetes sont tenus à jour, avec les plugins d'origine",
  },
  why: {
    en: "A deployment by the state of the art is the client's: a cluster that nobody updates keeps every hole that is found, and one without its admission plugins takes what they would refuse.",
    fr: "Un déploiement selon l'état de l'art incombe au client : un cluster que personne ne met à jour garde chaque faille trouvée, et un cluster sans ses plugins d'admission accepte ce qu'ils refuseraient.",
  },
  remediation: {
    en: "Set `enabled` in both windows of `autoMaintenances`, take `disableAdmissionPlugins` away, and choose a `version` of the setting `versions`.",
    fr: "Activez `enabled` dans les deux fenêtres de `autoMaintenances`, retirez `disableAdmissionPlugins`, et choisissez une `version` du réglage `versions`.",
  },
  settings: {
    versions: {
      type: "array",
      items: { type: "string", pattern: "^\\d+(\\.\\d+)*$", examples: ["1.31"] },
      default: [],
      examples: [["1.31", "1.32"]],
      description: "The versions of Kubernetes that you run; none is every one.",
    },
  },
  messages: {
    unmaintained: {
      en: "No window is set for both new versions and their patches.",
      fr: "Aucune fenêtre n'est fixée à la fois pour les nouvelles versions et leurs correctifs.",
    },
    stripped: {
      en: "Admission plugins that clusters come with are disabled.",
      fr: "Des plugins d'admission d'origine sont désactivés.",
    },
    "other-version": {
      en: "Its version is none of those of the setting `versions`.",
      fr: "Sa version n'est pas parmi celles du réglage `versions`.",
    },
  },
  subjects: (system) => system.all(OksCluster),
  *check(cluster, { settings: { versions }, messages }) {
    const isUnmaintained = () => !cluster.isMaintained();
    const isStripped = () => cluster.disablesAdmissionPlugins();
    const isOtherVersion = () => versions.length > 0 && !cluster.isOfVersion(versions);
    if (!any(isUnmaintained, isStripped, isOtherVersion)) return;
    if (certainly(isUnmaintained)) yield finding(cluster, messages.unmaintained, "autoMaintenances");
    if (certainly(isStripped)) yield finding(cluster, messages.stripped, "admissionFlags.disableAdmissionPlugins");
    if (certainly(isOtherVersion)) yield finding(cluster, messages["other-version"], "version");
  },
});
