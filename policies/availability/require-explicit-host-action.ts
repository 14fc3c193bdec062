import { Vm } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const requireExplicitHostAction = definePolicy({
  name: "require-explicit-host-action",
  clauses: ["SLA9.stopped", "SLA9.supervise"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  weakens: ["SLA9.hardware", "SLA9.vm"],
  alone: [Vm],
  title: {
    en: "VMs say whether they restart after their host fails",
    fr: "Les VM disent si elles redémarrent après la panne de leur hôte",
  },
  why: {
    en: "After a host failure a VM stays stopped by default, and the time until the client starts it again is not downtime under the convention.",
    fr: "Après la panne de son hôte, une VM reste arrêtée par défaut, et le temps que met le client à la redémarrer n'est pas de l'indisponibilité au sens de la convention.",
  },
  remediation: {
    en: "Write `shutdownBehaviorConfiguration.hostAction`: `restart`, or `stop` where the VM must not come back by itself, such as a replica of a database.",
    fr: "Écrivez `shutdownBehaviorConfiguration.hostAction` : `restart`, ou `stop` là où la VM ne doit pas revenir d'elle-même, comme le réplica d'une base de données.",
  },
  messages: {
    missing: {
      en: "Nothing says what becomes of the VM when its host fails.",
      fr: "Rien ne dit ce que devient la VM quand son hôte tombe en panne.",
    },
    meaningless: {
      en: "What is said for when its host fails is neither `restart` nor `stop`.",
      fr: "La valeur donnée pour la panne de son hôte n'est ni `restart` ni `stop`.",
    },
  },
  subjects: (system) => system.all(Vm),
  applies: (vm) =>
    all(
      () => vm.canSetHostAction(),
      () => vm.isProduction(),
    ),
  *check(vm, { messages }) {
    const action = vm.hostAction();
    if (ACCEPTED.includes(action ?? "")) return;
    const message = action === undefined ? messages.missing : messages.meaningless;
    yield finding(vm, message, "shutdownBehaviorConfiguration.hostAction");
  },
});

const ACCEPTED = ["restart", "stop"];
