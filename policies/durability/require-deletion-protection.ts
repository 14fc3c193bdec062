import { holdsData, OksCluster, Vm } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const requireDeletionProtection = definePolicy({
  name: "require-deletion-protection",
  clauses: ["SLA7.terminate"],
  ground: "good practice",
  severity: "medium",
  level: "advisory",
  title: {
    en: "VMs with data and clusters are protected from deletion",
    fr: "Les VM qui portent des données et les clusters sont protégés contre la suppression",
  },
  why: {
    en: "Deleting a VM stops it abruptly, which may corrupt its volumes, and one mistaken call of the API is enough.",
    fr: "Supprimer une VM l'arrête brutalement, ce qui peut corrompre ses volumes, et un seul appel d'API par erreur y suffit.",
  },
  remediation: {
    en: "Write `deletionProtection: true` on the VM, `disableApiTermination: true` on the cluster.",
    fr: "Écrivez `deletionProtection: true` sur la VM, `disableApiTermination: true` sur le cluster.",
  },
  messages: {
    vm: {
      en: "One call of the API deletes this VM, on which data hangs.",
      fr: "Un seul appel d'API supprime cette VM, à laquelle tiennent des données.",
    },
    cluster: {
      en: "One call of the API deletes this cluster.",
      fr: "Un seul appel d'API supprime ce cluster.",
    },
  },
  subjects: (system) => [...system.all(Vm), ...system.all(OksCluster)],
  applies: (subject) =>
    all(
      () => subject.isProduction(),
      () => !(subject instanceof Vm) || holdsData(subject),
    ),
  *check(subject, { messages }) {
    if (!subject.isDeletable()) return;
    yield finding(subject, subject instanceof Vm ? messages.vm : messages.cluster, subject.protectionProperty);
  },
});
