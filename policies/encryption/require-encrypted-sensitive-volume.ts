import {
  devicesOf,
  describeClear,
  type Lack,
  findLackOfEvidence,
  describeInstead,
  SENSITIVE_EVIDENCE_SETTINGS,
  settingWithoutSensitive,
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
    fr: "Chiffrer les données sensibles incombe au client, et elles sortent de leur volume jusque sur le disque de démarrage de la VM : dans les journaux, le swap, les fichiers temporaires, et dans chacun de ses snapshots.",
  },
  remediation: {
    en: "Open the device with LUKS in the VM's `userData`, with a key from elsewhere than the VM's own disks, such as a key server's; or list what encrypts it, with `owner` and `until`: the image in `pack-settings.images`, or the volume in `pack-settings.volumes`. A tag alone is no evidence here.",
    fr: "Ouvrez le périphérique avec LUKS dans le `userData` de la VM, avec une clé venue d'ailleurs que des disques de la VM, d'un serveur de clés par exemple ; ou listez ce qui le chiffre, avec `owner` et `until` : l'image dans `pack-settings.images`, ou le volume dans `pack-settings.volumes`. Un tag seul ne vaut pas preuve ici.",
  },
  settings: SENSITIVE_EVIDENCE_SETTINGS,
  emptiedBy: ({ system }) => settingWithoutSensitive(system),
  messages: {
    root: (lack: Lack) =>
      describeClear(
        lack.shortfall,
        { en: "the disk that this sensitive VM starts from", fr: "le disque de démarrage de cette VM sensible" },
        describeInstead(lack),
      ),
    data: (lack: Lack) =>
      describeClear(lack.shortfall, { en: "this sensitive volume", fr: "ce volume sensible" }, describeInstead(lack)),
  },
  subjects: (system) => devicesOf(system),
  applies: (device) =>
    all(
      () => device.isSensitive(),
      () => device.is("root") || device.is("data"),
    ),
  hasEvidence: (device, accept, { today }) => device.isEncrypted({ accept, today }),
  *check(device, { settings: { accept }, today, messages }) {
    const wanted = { accept, orDeclared: true, today };
    if (device.isEncrypted(wanted)) return;
    const kind = certainly(() => !device.is("root")) ? "data" : "root";
    yield finding(device, messages[kind](findLackOfEvidence(device, wanted)));
  },
});
