import { holdsData, holdsScratchOnly, OksCluster, Vm } from "../../src/outscale";
import { acceptance, all, certainly, definePolicy, finding, possibly } from "../../src/policy";

export const requireDeletionProtection = definePolicy({
  name: "require-deletion-protection",
  clauses: ["SLA7.terminate"],
  ground: "good practice",
  severity: "medium",
  level: "advisory",
  title: {
    en: "VMs with data and clusters are protected from deletion",
    fr: "Les VM dont dépendent des données et les clusters sont protégés contre la suppression",
  },
  why: {
    en: "Deleting a VM stops it abruptly, which may corrupt its volumes, and one mistaken call of the API is enough.",
    fr: "Supprimer une VM l'arrête brutalement, ce qui peut corrompre ses volumes, et un seul appel d'API erroné y suffit.",
  },
  remediation: {
    en: "Write `deletionProtection: true` on the VM, `disableApiTermination: true` on the cluster; data that may be lost has the tag `storage: scratch`, on the VM or its volumes.",
    fr: "Écrivez `deletionProtection: true` sur la VM, `disableApiTermination: true` sur le cluster ; des données qui peuvent être perdues portent le tag `storage: scratch`, sur la VM ou ses volumes.",
  },
  messages: {
    vm: {
      en: "One call of the API deletes this VM, on which data hangs.",
      fr: "Un seul appel d'API supprime cette VM, dont dépendent des données.",
    },
    scratch: {
      en: "The data that hang on it may be lost, as the tag `storage: scratch` declares.",
      fr: "Les données qui en dépendent peuvent être perdues, comme le déclare le tag `storage: scratch`.",
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
    if (subject instanceof Vm && certainly(() => holdsScratchOnly(subject))) {
      if (possibly(() => subject.isDeletable())) yield acceptance(messages.scratch);
      return;
    }
    const isExposed = all(
      () => subject.isDeletable(),
      () => !(subject instanceof Vm) || !holdsScratchOnly(subject),
    );
    if (isExposed)
      yield finding(subject, subject instanceof Vm ? messages.vm : messages.cluster, subject.protectionProperty);
  },
});
