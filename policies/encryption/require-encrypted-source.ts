import {
  type CopyLack,
  copiesOf,
  EVIDENCE_SETTINGS,
  describeClear,
  originText,
  ROOT_SETTING,
} from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import { formatList } from "../../src/text";

export const requireEncryptedSource = definePolicy({
  name: "require-encrypted-source",
  clauses: ["R10.encryption"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  title: {
    en: "Snapshots, images and exports are made of encrypted volumes",
    fr: "Les snapshots, les images et les exports sont faits de volumes chiffrés",
  },
  why: {
    en: "Encrypting data is the client's duty, and a copy of a volume in clear is in clear: it outlives the volume, can be shared with other accounts, and leaves for object storage.",
    fr: "Chiffrer les données incombe au client, et la copie d'un volume en clair est en clair : elle survit au volume, peut être partagée avec d'autres comptes, et part vers le stockage objet.",
  },
  remediation: {
    en: "Encrypt the volume before it is copied: open its device with LUKS in the VM's `userData`, or declare what encrypts it with the tag `encryption: luks2` on the volume, its VM, the snapshot or the image.",
    fr: "Chiffrez le volume avant de le copier : ouvrez son périphérique avec LUKS dans le `userData` de la VM, ou déclarez ce qui le chiffre par l'étiquette `encryption: luks2` sur le volume, sa VM, le snapshot ou l'image.",
  },
  settings: { ...EVIDENCE_SETTINGS, ...ROOT_SETTING },
  messages: {
    "in-clear": ({ shortfall, origins }: CopyLack) =>
      describeClear(shortfall, { en: "what it copies", fr: "ce qu'il copie" }, formatList(origins.map(originText))),
  },
  subjects: (system) => copiesOf(system),
  applies: (copy, { settings }) => copy.holdsData(settings),
  hasEvidence: (copy, accept, { settings }) => !copy.isInClear({ ...settings, accept }),
  *check(copy, { settings, messages }) {
    if (copy.isInClear(settings)) yield finding(copy, messages["in-clear"](copy.lackOfEvidence(settings)));
  },
});
