import { certainly, ifKnown } from "../../../stack";
import type { Text } from "../../../text";
import type { Device, EvidenceWanted } from "./device";
import { imageEncrypts } from "./evidence";

/** What there is in place of the evidence that is wanted: some of the weaker grade, or none of either. */
export type Shortfall = "declared" | "unproven" | "missing";

/** Why a device counts as in clear. */
export interface Lack {
  readonly shortfall: Shortfall;
  /** The tag that would declare it, `encryption:luks2`. */
  readonly tag: string;
  /** Whether an image is declared to encrypt the device that VMs start from, and no other. */
  readonly hasRootImage: boolean;
  /** Whether it is a device of the one VM that uses it, and not only attached to it. */
  readonly isOfVm: boolean;
  /** The names of the other VMs that use it; only those that open what cannot be traced, where some do. */
  readonly vms: readonly string[];
  /** Whether the user data of these VMs opens an encrypted device that may or may not be this one. */
  readonly isUntraced: boolean;
}

/** What a device without the evidence that is wanted has instead. */
export function findLackOfEvidence(device: Device, wanted: EvidenceWanted): Lack {
  const vms = ifKnown(() => device.inClearOn()) ?? [];
  const untraced = vms.filter((vm) => certainly(() => vm.opensUntraceable()));
  const isUntraced = untraced.length > 0;
  const others = (isUntraced ? untraced : vms).filter(({ resource }) => resource !== device.resource);
  return {
    shortfall: findShortfall(wanted, (weaker) => device.isEncrypted(weaker)),
    tag: wanted.encryptionTag.written,
    hasRootImage: certainly(() => vms.some((vm) => imageEncrypts(vm, "root"))),
    isOfVm: vms.some(({ resource }) => resource === device.resource),
    vms: others.map(({ name }) => name),
    isUntraced,
  };
}

/** What lacks evidence, of a grade that is wanted, has in its place. */
export function findShortfall<Wanted extends EvidenceWanted>(
  wanted: Wanted,
  isEncrypted: (weaker: Wanted) => boolean,
): Shortfall {
  if (wanted.accept === "declared") return "missing";
  return certainly(() => isEncrypted({ ...wanted, accept: "declared" })) ? "declared" : "unproven";
}

/** That something, as a noun phrase, lacks evidence, and what there is in its place. */
export function describeClear(shortfall: Shortfall, what: Text, instead: Text): Text {
  const lack = LACKS[shortfall];
  return {
    en: `${lack.en} that ${what.en} is encrypted: ${instead.en}.`,
    fr: `${lack.fr} que ${what.fr} est chiffré : ${instead.fr}.`,
  };
}

const LACKS: Readonly<Record<Shortfall, Text>> = {
  declared: { en: "It is declared, not proven,", fr: "Il est déclaré, pas prouvé," },
  unproven: { en: "Nothing proves", fr: "Rien ne prouve" },
  missing: { en: "Nothing shows", fr: "Rien ne montre" },
};

/** What the user data of the VMs that use a device does, or that there are none. */
export function describeOpeners({ shortfall, tag, isOfVm, vms, isUntraced }: Lack): Text {
  if (!isOfVm && vms.length === 0) {
    return { en: "no VM of the stack attaches it", fr: "aucune VM de la pile ne l'attache" };
  }
  const names = vms.join(", ");
  const of = isOfVm ? { en: "its VM", fr: "sa VM" } : { en: names, fr: names };
  if (!isUntraced) {
    return {
      en: `the user data of ${of.en} does not open it with LUKS`,
      fr: `le \`userData\` de ${of.fr} ne l'ouvre pas avec LUKS`,
    };
  }
  // Where proof is wanted, no tag will do.
  const or =
    shortfall === "missing"
      ? { en: `, or declare it by the tag \`${tag}\``, fr: `, ou déclarez-le par l'étiquette \`${tag}\`` }
      : { en: "", fr: "" };
  return {
    en: `the user data of ${of.en} opens an encrypted device that cannot be traced to it: name it \`/dev/xvdX\` there${or.en}`,
    fr: `le \`userData\` de ${of.fr} ouvre un périphérique chiffré qui ne peut lui être rattaché : nommez-le-y \`/dev/xvdX\`${or.fr}`,
  };
}
