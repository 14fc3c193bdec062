import {
  type CopyLack,
  copiesOf,
  EVIDENCE_SETTINGS,
  describeClear,
  describeKeys,
  originText,
  ROOT_SETTING,
} from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList, joinTexts } from "../../src/text";

export const requireEncryptedSource = definePolicy({
  name: "require-encrypted-source",
  clauses: ["R10.encryption"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  title: {
    en: "Snapshots, images and exports are made of encrypted volumes",
    fr: "Les snapshots, les images et les exports proviennent de volumes chiffrés",
  },
  why: {
    en: "Encrypting data is the client's duty, and a copy of a volume in clear is in clear: it outlives the volume, can be shared with other accounts, and leaves for object storage.",
    fr: "Chiffrer les données incombe au client, et la copie d'un volume en clair est en clair : elle survit au volume, peut être partagée avec d'autres comptes, et part vers le stockage objet.",
  },
  remediation: {
    en: "Encrypt the volume before it is copied: open its device with LUKS in the VM's `userData`, or declare what encrypts it with the tag `encryption: luks2` on the volume, its VM, the snapshot or the image.",
    fr: "Chiffrez le volume avant de le copier : ouvrez son périphérique avec LUKS dans le `userData` de la VM, ou déclarez ce qui le chiffre par le tag `encryption: luks2` sur le volume, sa VM, le snapshot ou l'image.",
  },
  settings: { ...EVIDENCE_SETTINGS, ...ROOT_SETTING },
  messages: {
    "in-clear": ({ shortfall, origins, keys }: CopyLack) => {
      const parts = [formatList(origins.map(originText)), ...(keys.length > 0 ? [describeKeys(keys)] : [])];
      return describeClear(shortfall, { en: "what it copies", fr: "ce qui est copié" }, joinTexts(parts, ", "));
    },
  },
  subjects: (system) => copiesOf(system),
  applies: (copy, { settings }) => copy.holdsData(settings.encryptRoot),
  hasEvidence: (copy, accept, { settings, today }) => !copy.isInClear({ ...settings, accept, today }),
  *check(copy, { settings, today, messages }) {
    const wanted = { ...settings, today };
    if (copy.isInClear(wanted)) yield finding(copy, messages["in-clear"](copy.lackOfEvidence(wanted)));
  },
});
