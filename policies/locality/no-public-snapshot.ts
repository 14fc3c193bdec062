import { Permission, permissionsOf } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const noPublicSnapshot = definePolicy({
  name: "no-public-snapshot",
  clauses: ["R18.transfer", "R13.leastaccess"],
  ground: "obligation",
  severity: "critical",
  level: "mandatory",
  alone: [Permission],
  title: { en: "No snapshot is for every account", fr: "Aucun snapshot n'est partagé avec tous les comptes" },
  why: {
    en: "Transferring data is entirely the client's responsibility: every account of Outscale's can make a volume from a public snapshot, and read all that is on it.",
    fr: "Le transfert de données relève entièrement du client : tout compte Outscale peut créer un volume à partir d'un snapshot public, et lire tout ce qui s'y trouve.",
  },
  remediation: {
    en: "Take `globalPermission` out of `permissionsToCreateVolumeAdditions`, and name accounts in `accountIds`.",
    fr: "Retirez `globalPermission` de `permissionsToCreateVolumeAdditions`, et nommez des comptes dans `accountIds`.",
  },
  messages: {
    public: {
      en: "Every account may make volumes from this snapshot.",
      fr: "Tout compte peut créer des volumes à partir de ce snapshot.",
    },
  },
  subjects: (system) => permissionsOf(system).filter(({ of }) => of === "snapshot"),
  *check(permission, { messages }) {
    if (permission.isForEverybody()) yield finding(permission, messages.public);
  },
});
