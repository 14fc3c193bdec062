import { holdsData, Vm, VolumeLink } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const noAbruptStop = definePolicy({
  name: "no-abrupt-stop",
  clauses: ["SLA7.terminate"],
  ground: "good practice",
  severity: "high",
  level: "mandatory",
  alone: [Vm, VolumeLink],
  title: {
    en: "Nothing stops a VM or takes a volume from it abruptly",
    fr: "Rien n'arrête brutalement une VM ni ne lui retire un volume de force",
  },
  why: {
    en: "A VM that stops abruptly may corrupt the volumes attached to it, and Outscale does not answer for their coherence.",
    fr: "Une VM arrêtée brutalement peut corrompre les volumes qui lui sont attachés, et Outscale ne répond pas de leur cohérence.",
  },
  remediation: {
    en: 'Write `guestAction: "stop"` in `shutdownBehaviorConfiguration`, and remove `forceUnlink`: unmount the volume in the VM before it is unlinked.',
    fr: 'Écrivez `guestAction: "stop"` dans `shutdownBehaviorConfiguration`, et retirez `forceUnlink` : démontez le volume dans la VM avant de le détacher.',
  },
  messages: {
    deleted: ({ property }: { readonly property: string }) => ({
      en: `A shutdown from within deletes the VM, on which data hangs: \`${property}\` is terminate.`,
      fr: `Un arrêt depuis la VM la supprime, alors que des données en dépendent : \`${property}\` vaut terminate.`,
    }),
    forced: {
      en: "The volume is taken from the VM by force, mounted or not: `forceUnlink` is true.",
      fr: "Le volume est retiré de la VM de force, monté ou non : `forceUnlink` vaut true.",
    },
  },
  subjects: (system) => [...system.all(Vm), ...system.all(VolumeLink)],
  applies: (subject) =>
    all(
      () => subject.isProduction(),
      () => !(subject instanceof Vm) || holdsData(subject),
    ),
  *check(subject, { messages }) {
    if (subject instanceof VolumeLink) {
      if (subject.isForced()) yield finding(subject, messages.forced, "forceUnlink");
      return;
    }
    const path = subject.deletedOnShutdownBy();
    if (path === undefined) return;
    yield finding(subject, messages.deleted({ property: path.split(".").at(-1) ?? "" }), path);
  },
});
