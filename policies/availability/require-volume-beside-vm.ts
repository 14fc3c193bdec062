import { VolumeLink } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const requireVolumeBesideVm = definePolicy({
  name: "require-volume-beside-vm",
  clauses: ["SLA7.volume"],
  ground: "good practice",
  severity: "medium",
  level: "advisory",
  weakens: ["SLA7.volume"],
  title: {
    en: "A volume lies in the Subregion of the VM it is linked to",
    fr: "Un volume se trouve dans la Sous-région de la VM à laquelle il est lié",
  },
  why: {
    en: "Outscale commits to a volume in its own Subregion only: a VM elsewhere cannot attach it, and the program describes storage that its VM never has.",
    fr: "Outscale s'engage sur un volume dans sa seule Sous-région : une VM placée ailleurs ne peut pas l'attacher, et le programme décrit un stockage que sa VM n'a jamais.",
  },
  remediation: {
    en: "Give the volume the `subregionName` of the VM's Subnet, or link it to a VM of its own Subregion.",
    fr: "Donnez au volume le `subregionName` du Subnet de la VM, ou liez-le à une VM de sa propre Sous-région.",
  },
  messages: {
    apart: ({ volume, here, vm, there }: Apart) => ({
      en: `The volume ${volume} lies in ${here}, its VM ${vm} in ${there}.`,
      fr: `Le volume ${volume} est dans ${here}, sa VM ${vm} dans ${there}.`,
    }),
  },
  subjects: (system) => system.all(VolumeLink),
  applies: (link) => link.isProduction(),
  *check(link, { messages }) {
    const [volume, vm] = [link.linkedVolume(), link.vm()];
    const [here, there] = [volume.subregion(), vm.subregion()];
    if (here !== there) {
      yield finding(link, messages.apart({ volume: volume.name, here, vm: vm.name, there }), "volumeId");
    }
  },
});

/** The names of a volume and its VM, and the Subregion of each. */
interface Apart {
  readonly volume: string;
  readonly here: string;
  readonly vm: string;
  readonly there: string;
}
