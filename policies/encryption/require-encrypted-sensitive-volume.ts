import {
  devicesOf,
  EVIDENCE_SETTINGS,
  describeClear,
  type Lack,
  findLackOfEvidence,
  describeOpeners,
} from "../../src/outscale";
import { all, certainly, definePolicy, finding } from "../../src/policy";

export const requireEncryptedSensitiveVolume = definePolicy({
  name: "require-encrypted-sensitive-volume",
  clauses: ["R10.encryption", "R8.sensitive"],
  ground: "obligation",
  severity: "critical",
  level: "mandatory",
  title: {
    en: "Sensitive volumes are encrypted, the devices that VMs start from among them",
    fr: "Les volumes sensibles sont chiffrés, y compris les périphériques de démarrage des VM",
  },
  why: {
    en: "Encrypting sensitive data is the client's duty, and they leave their volume on the disk that the VM starts from too: in logs, in swap, in temporary files, and in every snapshot of it.",
    fr: "Chiffrer les données sensibles incombe au client, et elles sortent de leur volume jusque sur le disque de démarrage de la VM : dans les journaux, le swap, les fichiers temporaires, et dans chacun de ses snapshots.",
  },
  remediation: {
    en: "Open the device with LUKS in the VM's `userData`, start the VM from an image that encrypts its disk and list it in `pack-settings.images`, or declare what encrypts the device with the tag `encryption: luks2`.",
    fr: "Ouvrez le périphérique avec LUKS dans le `userData` de la VM, démarrez la VM depuis une image qui chiffre son disque et listez-la dans `pack-settings.images`, ou déclarez ce qui chiffre le périphérique par l'étiquette `encryption: luks2`.",
  },
  settings: EVIDENCE_SETTINGS,
  messages: {
    root: (lack: Lack) =>
      describeClear(
        lack.shortfall,
        { en: "the disk that this sensitive VM starts from", fr: "le disque de démarrage de cette VM sensible" },
        describeOpeners(lack),
      ),
    data: (lack: Lack) =>
      describeClear(lack.shortfall, { en: "this sensitive volume", fr: "ce volume sensible" }, describeOpeners(lack)),
  },
  subjects: (system) => devicesOf(system),
  applies: (device) =>
    all(
      () => device.isSensitive(),
      () => device.is("root") || device.is("data"),
    ),
  hasEvidence: (device, accept, { settings }) => device.isEncrypted({ ...settings, accept }),
  *check(device, { settings, messages }) {
    if (device.isEncrypted(settings)) return;
    const kind = certainly(() => !device.is("root")) ? "data" : "root";
    yield finding(device, messages[kind](findLackOfEvidence(device, settings)));
  },
});
