import {
  type Device,
  devicesOf,
  EVIDENCE_SETTINGS,
  lackOfEvidence,
  ROOT_SETTING,
  type SharedSettings,
} from "../../src/outscale";
import { all, certainly, definePolicy, finding, possibly } from "../../src/policy";

export const requireEncryptedVolume = definePolicy({
  name: "require-encrypted-volume",
  clauses: ["R10.encryption"],
  severity: "high",
  level: "mandatory",
  title: {
    en: "Data volumes are encrypted",
    fr: "Les volumes de données sont chiffrés",
  },
  why: {
    en: "Encrypting data is the client's duty, and no attribute of a volume does it: what is not encrypted in the VM lies in clear on the disk, in its snapshots and in its exports.",
    fr: "Chiffrer les données incombe au client, et aucun attribut d'un volume ne le fait : ce que la VM ne chiffre pas est en clair sur le disque, dans ses snapshots et ses exports.",
  },
  remediation: {
    en: "Open the device with LUKS in the VM's `userData` (`cryptsetup open`, `/etc/crypttab`), or declare what does it elsewhere: the tag `encryption: luks2` on the volume or VM, or the image in `pack-settings.images`.",
    fr: "Ouvrez le périphérique avec LUKS dans le `userData` de la VM (`cryptsetup open`, `/etc/crypttab`), ou déclarez ce qui le fait ailleurs : l'étiquette `encryption: luks2` sur le volume ou la VM, ou l'image dans `pack-settings.images`.",
  },
  settings: { ...EVIDENCE_SETTINGS, ...ROOT_SETTING },
  subjects: (stack, { settings, shared }) =>
    devicesOf(stack).filter((device) => possibly(() => isJudged(device, settings.encryptRoot, shared))),
  isShown: (device, accept, { settings, shared }) =>
    device.isEncrypted({ shared, tag: settings.encryptionTag, accept }),
  *check(device, { settings, shared }) {
    const { accept, encryptRoot, encryptionTag: tag } = settings;
    const wanted = { shared, tag, accept };
    const isInClear = all(
      () => isJudged(device, encryptRoot, shared),
      () => !device.isEncrypted(wanted),
    );
    if (!isInClear) return;
    const { isDeclared, image, opened } = lackOfEvidence(device, wanted);
    const [shown, montre] = isDeclared
      ? ["Its encryption is declared, not proven: ", "Son chiffrement est déclaré, pas prouvé : "]
      : accept === "proven"
        ? ["Nothing proves that it is encrypted: ", "Rien ne prouve qu'il est chiffré : "]
        : [
            `Nothing shows that it is encrypted: no tag \`${tag}\`, ${image.en}, and `,
            `Rien ne montre qu'il est chiffré : ni étiquette \`${tag}\`, ${image.fr}, et `,
          ];
    yield finding(device, { en: `${shown}${opened.en}.`, fr: `${montre}${opened.fr}.` });
  },
});

/** What is certainly sensitive is left to the policy that asks more of it. */
function isJudged(device: Device, encryptRoot: boolean, shared: SharedSettings): boolean {
  if (certainly(() => device.isSensitive(shared))) return false;
  return device.is("data") || (encryptRoot && device.is("root"));
}
