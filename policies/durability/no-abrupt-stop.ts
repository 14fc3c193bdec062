import { holdsData, type SharedSettings, Vm, VolumeLink } from "../../src/outscale";
import { all, definePolicy, finding, possibly } from "../../src/policy";
import type { Text } from "../../src/text";

export const noAbruptStop = definePolicy({
  name: "no-abrupt-stop",
  clauses: ["SLA7.terminate"],
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
    fr: 'Écrivez `guestAction: "stop"` dans `shutdownBehaviorConfiguration`, et retirez `forceUnlink` : démontez le volume dans la VM avant de le détacher.',
  },
  subjects: (stack, { shared }) => [
    ...stack.all(Vm).filter((vm) => possibly(() => isJudged(vm, shared))),
    ...stack.all(VolumeLink).filter((link) => possibly(() => isJudged(link, shared))),
  ],
  *check(subject, { shared }) {
    const isAbrupt = all(
      () => (subject instanceof Vm ? subject.deletedOnShutdownBy() !== undefined : subject.isForced()),
      () => isJudged(subject, shared),
    );
    if (!isAbrupt) return;
    const property = subject instanceof Vm ? subject.deletedOnShutdownBy() : "forceUnlink";
    yield finding(subject, subject instanceof Vm ? deleted(property) : FORCED, property);
  },
});

function isJudged(subject: Vm | VolumeLink, shared: SharedSettings): boolean {
  return all(
    () => subject.isProduction(shared),
    () => !(subject instanceof Vm) || holdsData(subject, shared),
  );
}

function deleted(property = ""): Text {
  const name = property.split(".").at(-1) ?? "";
  return {
    en: `A shutdown from within deletes the VM, on which data hangs: \`${name}\` is terminate.`,
    fr: `Un arrêt depuis la VM la supprime, alors que des données y tiennent : \`${name}\` vaut terminate.`,
  };
}

const FORCED = {
  en: "The volume is taken from the VM by force, mounted or not: `forceUnlink` is true.",
  fr: "Le volume est retiré de la VM de force, monté ou non : `forceUnlink` vaut true.",
};
