import { placedDataIn, settingWithoutSensitive } from "../../src/outscale";
import { acceptance, definePolicy, finding, ifKnown, withFacts } from "../../src/policy";
import { formatList } from "../../src/text";

export const requireRegionalSensitiveData = definePolicy({
  name: "require-regional-sensitive-data",
  clauses: ["OBL.location", "DATA.eu", "R18.transfer", "R8.sensitive"],
  ground: "obligation",
  severity: "critical",
  level: "mandatory",
  title: {
    en: "Sensitive data lie in the region, their backups, exports and logs among them",
    fr: "Les données sensibles se trouvent dans la région, y compris leurs sauvegardes, exports et journaux",
  },
  why: {
    en: "Outscale promises the place of data and their qualification for its region only, and transferring them is entirely the client's responsibility: sensitive data elsewhere are under another contract, and perhaps under another law.",
    fr: "Outscale ne s'engage sur le lieu des données et leur qualification que pour sa région, et leur transfert relève entièrement du client : des données sensibles ailleurs relèvent d'un autre contrat, et peut-être d'un autre droit.",
  },
  remediation: {
    en: "Move the data to the region: give the provider of the bucket the region's endpoint, `https://oos.cloudgouv-eu-west-1.outscale.com`, name a host of it, or make the resource there. For sensitive data an entry of `pack-settings.recoverySites` needs `owner`, `until` and `attestation`.",
    fr: "Déplacez les données dans la région : donnez au fournisseur du bucket l'endpoint de la région, `https://oos.cloudgouv-eu-west-1.outscale.com`, nommez-en un hôte, ou créez-y la ressource. Pour des données sensibles, une entrée de `pack-settings.recoverySites` doit porter `owner`, `until` et `attestation`.",
  },
  emptiedBy: ({ system }) => settingWithoutSensitive(system),
  messages: {
    answered: {
      en: "It lies at a site for recovery for which an owner answers, with an attestation of its own.",
      fr: "Il se trouve sur un site de secours dont répond un responsable, avec une attestation propre.",
    },
    kept: {
      en: "It holds sensitive data, outside the region.",
      fr: "Des données sensibles s'y trouvent, hors de la région.",
    },
    written: ({ writers }: { readonly writers: readonly string[] }) => {
      const names = formatList(writers);
      return {
        en: `Sensitive data are written to it, outside the region, by ${names.en}.`,
        fr: `Des données sensibles y sont écrites, hors de la région, par ${names.fr}.`,
      };
    },
  },
  subjects: (system) => placedDataIn(system),
  applies: (data) => data.holdsSensitive(),
  *check(data, { today, messages }) {
    if (!data.isOutsideRegion()) return;
    if (data.isAtAnsweredSite(today)) {
      yield acceptance(messages.answered);
      return;
    }
    const writers = data.sensitiveWriters();
    const found = finding(data, writers.length > 0 ? messages.written({ writers }) : messages.kept, data.placeProperty);
    yield withFacts(found, { place: ifKnown(() => data.place()) });
  },
});
