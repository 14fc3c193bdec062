import { foreignDataIn } from "../../src/outscale";
import { certainly, definePolicy, finding, ifKnown, withFacts } from "../../src/policy";

export const noForeignCloud = definePolicy({
  name: "no-foreign-cloud",
  clauses: ["DATA.eu", "R18.transfer"],
  ground: "good practice",
  severity: "medium",
  level: "advisory",
  title: {
    en: "No other cloud or region holds data beside sensitive data",
    fr: "Aucun autre cloud ni aucune autre région ne détient de données à côté de données sensibles",
  },
  why: {
    en: "Transferring data is entirely the client's responsibility: what another cloud or region holds is under none of this convention's promises, and perhaps under another law.",
    fr: "Le transfert de données relève entièrement du client : ce que détient un autre cloud ou une autre région ne relève d'aucun engagement de cette convention, et peut-être d'un autre droit.",
  },
  remediation: {
    en: "Move the resource to the region, or list its place in `pack-settings.recoverySites`, as `aws:eu-west-3`.",
    fr: "Déplacez la ressource dans la région, ou listez son emplacement dans `pack-settings.recoverySites`, comme `aws:eu-west-3`.",
  },
  messages: {
    beside: {
      en: "It may hold data elsewhere than in the region, beside sensitive data of this stack.",
      fr: "Cette ressource peut détenir des données hors de la région, à côté de données sensibles de cette stack.",
    },
  },
  subjects: (system) => foreignDataIn(system),
  // Data that are certainly sensitive are left to require-regional-sensitive-data, which is stricter.
  applies: (data) => !certainly(() => data.holdsSensitive()) && data.isForeign(),
  *check(data, { messages }) {
    if (!data.isBesideSensitive()) return;
    yield withFacts(finding(data, messages.beside), { place: ifKnown(() => data.place()) });
  },
});
