import { Permission, permissionsOf } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const noPublicImage = definePolicy({
  name: "no-public-image",
  clauses: ["R18.transfer", "R13.leastaccess"],
  ground: "obligation",
  severity: "critical",
  level: "mandatory",
  alone: [Permission],
  title: { en: "No image is for every account", fr: "Aucune image n'est partagée avec tous les comptes" },
  why: {
    en: "Transferring data is entirely the client's responsibility: every account of Outscale's can start VMs from a public image, and read all that is on it.",
    fr: "Le transfert de données relève entièrement du client : tout compte Outscale peut démarrer des VM depuis une image publique, et lire tout ce qui s'y trouve.",
  },
  remediation: {
    en: "Take `globalPermission` out of `permissionAdditions`, and name accounts in `accountIds`.",
    fr: "Retirez `globalPermission` de `permissionAdditions`, et nommez des comptes dans `accountIds`.",
  },
  messages: {
    public: {
      en: "Every account may start VMs from this image.",
      fr: "Tout compte peut démarrer des VM depuis cette image.",
    },
  },
  subjects: (system) => permissionsOf(system).filter(({ of }) => of === "image"),
  *check(permission, { messages }) {
    if (permission.isForEverybody()) yield finding(permission, messages.public);
  },
});
