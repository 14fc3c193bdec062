import {
  devicesOf,
  EVIDENCE_SETTINGS,
  type Lack,
  findLackOfEvidence,
  describeInstead,
  ROOT_SETTING,
} from "../../src/outscale";
import { certainly, definePolicy, finding } from "../../src/policy";
import type { Text } from "../../src/text";

export const requireEncryptedVolume = definePolicy({
  name: "require-encrypted-volume",
  clauses: ["R10.encryption"],
  ground: "obligation",
  severity: "high",
  level: "mandatory",
  title: {
    en: "Data volumes are encrypted",
    fr: "Les volumes de données sont chiffrés",
  },
  why: {
    en: "Encrypting data is the client's duty, and no attribute of a volume does it: what is not encrypted in the VM lies in clear on the disk, in its snapshots and in its exports.",
    fr: "Chiffrer les données incombe au client, et aucun attribut d'un volume ne le fait : ce que la VM ne chiffre pas est en clair sur le disque, dans ses snapshots et ses exports.",
  },
  remediation: {
    en: "Open the device with LUKS in the VM's `userData` (`cryptsetup open`, `/etc/crypttab`), or declare what does it elsewhere: the tag `encryption: luks2` on the volume or VM, the image in `pack-settings.images`, or the volume in `pack-settings.volumes`.",
    fr: "Ouvrez le périphérique avec LUKS dans le `userData` de la VM (`cryptsetup open`, `/etc/crypttab`), ou déclarez ce qui le fait ailleurs : le tag `encryption: luks2` sur le volume ou la VM, l'image dans `pack-settings.images`, ou le volume dans `pack-settings.volumes`.",
  },
  settings: { ...EVIDENCE_SETTINGS, ...ROOT_SETTING },
  messages: {
    "key-at-hand": (lack: Lack) => {
      const { en, fr } = describeInstead(lack);
      return { en: `A key at hand opens it: ${en}.`, fr: `Une clé accessible l'ouvre : ${fr}.` };
    },
    declared: (lack: Lack) => {
      const { en, fr } = describeInstead(lack);
      return {
        en: `Its encryption is declared, not proven: ${en}.`,
        fr: `Son chiffrement est déclaré, pas prouvé : ${fr}.`,
      };
    },
    unproven: (lack: Lack) => {
      const { en, fr } = describeInstead(lack);
      return { en: `Nothing proves that it is encrypted: ${en}.`, fr: `Rien ne prouve qu'il est chiffré : ${fr}.` };
    },
    missing: (lack: Lack) => {
      const { tag = "" } = lack;
      const [image, opened] = [describeImage(lack), describeInstead(lack)];
      return {
        en: `Nothing shows that it is encrypted: no tag \`${tag}\`, ${image.en}, and ${opened.en}.`,
        fr: `Rien ne montre qu'il est chiffré : aucun tag \`${tag}\`, ${image.fr}, et ${opened.fr}.`,
      };
    },
  },
  subjects: (system) => devicesOf(system),
  // A volume known to be sensitive is judged by require-encrypted-sensitive-volume, which asks for more.
  applies: (device, { settings }) =>
    !certainly(() => device.isSensitive()) && (device.is("data") || (settings.encryptRoot && device.is("root"))),
  hasEvidence: (device, accept, { settings, today }) => device.isEncrypted({ ...settings, accept, today }),
  *check(device, { settings, today, messages }) {
    const wanted = { ...settings, today };
    if (device.isEncrypted(wanted)) return;
    const lack = findLackOfEvidence(device, wanted);
    yield finding(device, messages[lack.shortfall](lack));
  },
});

function describeImage({ hasRootImage }: Lack): Text {
  return hasRootImage
    ? {
        en: "an image declared for the device that VMs start from alone",
        fr: "une image déclarée pour le seul périphérique de démarrage des VM",
      }
    : { en: "no declared image", fr: "aucune image déclarée" };
}
