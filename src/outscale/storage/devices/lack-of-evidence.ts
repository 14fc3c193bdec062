import { certainly, ifKnown } from "../../../stack";
import { joinTexts, type Text } from "../../../text";
import type { System } from "../../provider/system";
import type { KnownKeyPlace } from "../../user-data";
import type { Device, DeviceUse, EvidenceWanted } from "./device";
import { hasEnded, imageEncrypts } from "./evidence";

/** What there is in place of the evidence that is wanted: some of a weaker grade, or none of any. */
export type Shortfall = "key-at-hand" | "declared" | "unproven" | "missing";

/** Where a key lies beside a device, and by which VM. */
export type KeyBeside = KnownKeyPlace & { readonly vm: string };

/** Why a device counts as in clear. */
export interface Lack {
  readonly shortfall: Shortfall;
  /** The tag that would declare it, `encryption:luks2`; absent where no tag will do. */
  readonly tag?: string;
  /** Where the key lies that is at hand. */
  readonly key?: KeyBeside;
  /** The last day of a declaration that would do, had it not ended. */
  readonly ended?: string;
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
  const uses = ifKnown(() => device.uses()) ?? [];
  const vms = uses.filter(({ vm, name }) => !certainly(() => vm.opensEncrypted(name))).map(({ vm }) => vm);
  const untraced = vms.filter((vm) => certainly(() => vm.opensUntraceable()));
  const isUntraced = untraced.length > 0;
  const others = (isUntraced ? untraced : vms).filter(({ resource }) => resource !== device.resource);
  const isEncrypted = (weaker: EvidenceWanted) => device.isEncrypted(weaker);
  const [key] = findKeysBeside(uses);
  const ended = findEnded(device.system, wanted, isEncrypted);
  return {
    shortfall: findShortfall(wanted, isEncrypted),
    ...(wanted.encryptionTag && { tag: wanted.encryptionTag.written }),
    ...(key && { key }),
    ...(ended && { ended }),
    hasRootImage: certainly(() => vms.some((vm) => imageEncrypts(vm, "root", wanted))),
    isOfVm: vms.some(({ resource }) => resource === device.resource),
    vms: others.map(({ name }) => name),
    isUntraced,
  };
}

/** Where the keys lie beside what these VMs open. */
export function findKeysBeside(uses: readonly DeviceUse[]): KeyBeside[] {
  return uses.flatMap(({ vm, name }) => {
    const key = ifKnown(() => vm.keyBeside(name));
    return key ? [{ ...key, vm: vm.name }] : [];
  });
}

/** What lacks evidence, of a grade that is wanted, has in its place. */
export function findShortfall<Wanted extends EvidenceWanted>(
  wanted: Wanted,
  isEncrypted: (weaker: Wanted) => boolean,
): Shortfall {
  if (wanted.accept === "declared") return "missing";
  if (certainly(() => isEncrypted({ ...wanted, accept: "key at hand" }))) return "key-at-hand";
  return certainly(() => isEncrypted({ ...wanted, accept: "declared" })) ? "declared" : "unproven";
}

/** The last day on which a declaration of the settings would have done. */
function findEnded(
  { settings }: System,
  wanted: EvidenceWanted,
  isEncrypted: (before: EvidenceWanted) => boolean,
): string | undefined {
  const ended = [...settings.images, ...settings.volumes].filter((entry) => hasEnded(entry, wanted.today));
  const days = [...new Set(ended.flatMap(({ until }) => until ?? []))].sort().reverse();
  return days.find((today) => certainly(() => isEncrypted({ ...wanted, today })));
}

/** That something, as a noun phrase, lacks evidence, and what there is in its place. */
export function describeClear(shortfall: Shortfall, what: Text, instead: Text): Text {
  if (shortfall === "key-at-hand") {
    return {
      en: `A key at hand opens ${what.en}: ${instead.en}.`,
      fr: `Une clé accessible ouvre ${what.fr} : ${instead.fr}.`,
    };
  }
  const lack = LACKS[shortfall];
  return {
    en: `${lack.en} that ${what.en} is encrypted: ${instead.en}.`,
    fr: `${lack.fr} que ${what.fr} est chiffré : ${instead.fr}.`,
  };
}

const LACKS: Readonly<Record<Exclude<Shortfall, "key-at-hand">, Text>> = {
  declared: { en: "It is declared, not proven,", fr: "Il est déclaré, pas prouvé," },
  unproven: { en: "Nothing proves", fr: "Rien ne prouve" },
  missing: { en: "Nothing shows", fr: "Rien ne montre" },
};

/** What there is in place of evidence: a declaration that has ended, a key at hand, or what the user data does. */
export function describeInstead(lack: Lack): Text {
  const { key, ended, shortfall } = lack;
  const fact = shortfall === "key-at-hand" && key ? describeKeys([key]) : describeOpeners(lack);
  if (!ended) return fact;
  return {
    en: `its declaration in \`pack-settings\` ended on ${ended}, and ${fact.en}`,
    fr: `sa déclaration dans \`pack-settings\` a pris fin le ${ended}, et ${fact.fr}`,
  };
}

/** Where keys lie beside what they open. */
export function describeKeys(keys: readonly KeyBeside[]): Text {
  return joinTexts(keys.map(describeKey), ", ");
}

function describeKey(key: KeyBeside): Text {
  const { vm } = key;
  switch (key.in) {
    case "user data":
      return {
        en: `its key stands in the user data of ${vm}, line ${String(key.line)}`,
        fr: `sa clé est dans le \`userData\` de ${vm}, ligne ${String(key.line)}`,
      };
    case "file":
      return {
        en: `its key lies at \`${key.path}\`, on a disk of ${vm} that nothing proves to be encrypted`,
        fr: `sa clé est à \`${key.path}\`, sur un disque de ${vm} dont rien ne prouve le chiffrement`,
      };
    case "address":
      return {
        en: `${vm} fetches its key without encryption, from \`${key.address}\``,
        fr: `${vm} va chercher sa clé sans chiffrement, à \`${key.address}\``,
      };
  }
}

/** What the user data of the VMs that use a device does, or that there are none. */
function describeOpeners({ shortfall, tag, isOfVm, vms, isUntraced }: Lack): Text {
  if (!isOfVm && vms.length === 0) {
    return { en: "no VM of the stack attaches it", fr: "aucune VM de la stack ne l'attache" };
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
    shortfall === "missing" && tag !== undefined
      ? { en: `, or declare it by the tag \`${tag}\``, fr: `, ou déclarez-le par le tag \`${tag}\`` }
      : { en: "", fr: "" };
  return {
    en: `the user data of ${of.en} opens an encrypted device that cannot be traced to it: name it \`/dev/xvdX\` there${or.en}`,
    fr: `le \`userData\` de ${of.fr} ouvre un périphérique chiffré qui ne peut lui être rattaché : désignez-y le périphérique par \`/dev/xvdX\`${or.fr}`,
  };
}
