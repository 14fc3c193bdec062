import { VolumeLink } from "../../src/outscale";
import { all, definePolicy, finding, possibly } from "../../src/policy";

export const requireVolumeBesideVm = definePolicy({
  name: "require-volume-beside-vm",
  clauses: ["SLA7.volume"],
  severity: "medium",
  level: "advisory",
  weakens: ["SLA7.volume"],
  title: {
    en: "A volume lies in the Subregion of the VM it is linked to",
    fr: "Un volume se trouve dans la Sous-région de la VM à laquelle il est lié",
  },
  why: {
    en: "Outscale commits to a volume in its own Subregion only: a VM elsewhere cannot attach it, and the program describes storage that its VM never has.",
    fr: "Outscale s'engage sur un volume dans sa seule Sous-région : une VM placée ailleurs ne peut pas l'attacher, et le programme décrit un stockage que sa VM n'a jamais.",
  },
  remediation: {
    en: "Give the volume the `subregionName` of the VM's Subnet, or link it to a VM of its own Subregion.",
    fr: "Donnez au volume le `subregionName` du Subnet de la VM, ou liez-le à une VM de sa propre Sous-région.",
  },
  subjects: (stack, { shared }) => stack.all(VolumeLink).filter((link) => possibly(() => link.isProduction(shared))),
  *check(link, { shared }) {
    const { region } = shared;
    const isApart = all(
      () => link.isProduction(shared),
      () => link.linkedVolume().subregion(region) !== link.vm().subregion(region),
    );
    if (!isApart) return;
    const volume = link.linkedVolume();
    const vm = link.vm();
    const [here, there] = [volume.subregion(region), vm.subregion(region)];
    yield finding(
      link,
      {
        en: `The volume ${volume.name} lies in ${here}, its VM ${vm.name} in ${there}.`,
        fr: `Le volume ${volume.name} est dans ${here}, sa VM ${vm.name} dans ${there}.`,
      },
      "volumeId",
    );
  },
});
