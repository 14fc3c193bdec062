import { certainly, ifKnown } from "../../../stack";
import type { Text } from "../../../text";
import type { Device, EvidenceWanted } from "./device";
import { imageEncrypts } from "./evidence";

/** Why a device counts as in clear. */
interface Lack {
  /** Whether there is evidence of the weaker grade, which was not to do. */
  readonly isDeclared: boolean;
  /** What images declare, when that does not reach the device. */
  readonly image: Text;
  /** What the user data of the VMs that use it does, or that there are none. */
  readonly opened: Text;
}

/** What a device without the evidence that is wanted has instead. */
export function lackOfEvidence(device: Device, wanted: EvidenceWanted): Lack {
  return {
    isDeclared: wanted.accept === "proven" && certainly(() => device.isEncrypted({ ...wanted, accept: "declared" })),
    image: declaresRootAlone(device, wanted) ? ROOT_ALONE : NO_IMAGE,
    opened: openedText(device, wanted),
  };
}

/** How a finding begins that says what lacks evidence. */
export function lackText(isDeclared: boolean, accept: EvidenceWanted["accept"]): Text {
  if (isDeclared) return { en: "It is declared, not proven,", fr: "Il est déclaré, pas prouvé," };
  return accept === "proven"
    ? { en: "Nothing proves", fr: "Rien ne prouve" }
    : { en: "Nothing shows", fr: "Rien ne montre" };
}

const NO_IMAGE = { en: "no declared image", fr: "ni image déclarée" };
const ROOT_ALONE = {
  en: "an image declared for the device that VMs start from alone",
  fr: "une image déclarée pour le seul périphérique de démarrage des VM",
};

function declaresRootAlone(device: Device, wanted: EvidenceWanted): boolean {
  return certainly(() => device.inClearOn().some((vm) => imageEncrypts(vm, "root", wanted)));
}

function openedText(device: Device, { accept, tag }: EvidenceWanted): Text {
  const vms = ifKnown(() => device.inClearOn()) ?? [];
  if (vms.length === 0) return { en: "no VM of the stack attaches it", fr: "aucune VM de la pile ne l'attache" };
  const untraced = vms.filter((vm) => certainly(() => vm.opensUntraceable()));
  const names = (untraced.length > 0 ? untraced : vms).map(({ name }) => name).join(", ");
  if (untraced.length === 0) {
    return {
      en: `the user data of ${names} does not open it with LUKS`,
      fr: `le \`userData\` de ${names} ne l'ouvre pas avec LUKS`,
    };
  }
  const [or, ou] =
    accept === "proven"
      ? ["", ""]
      : [`, or declare it by the tag \`${tag}\``, `, ou déclarez-le par l'étiquette \`${tag}\``];
  return {
    en: `the user data of ${names} opens an encrypted device that cannot be traced to it: name it \`/dev/xvdX\` there${or}`,
    fr: `le \`userData\` de ${names} ouvre un périphérique chiffré qui ne peut lui être rattaché : nommez-le-y \`/dev/xvdX\`${ou}`,
  };
}
