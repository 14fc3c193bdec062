import {
  devicesOf,
  isBackedUp,
  isDeclaredWithoutBackup,
  isExpendable,
  isScratch,
  OksCluster,
} from "../../src/outscale";
import { acceptance, all, certainly, definePolicy, doubt, finding, possibly } from "../../src/policy";

export const requireVolumeBackup = definePolicy({
  name: "require-volume-backup",
  clauses: ["SLA7.backup", "SLA7.nodurability", "R12.audit"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  title: {
    en: "Data volumes are backed up on a schedule",
    fr: "Les volumes de données sont sauvegardés régulièrement",
  },
  why: {
    en: "The durability of volumes is not guaranteed and backups are the client's: a corrupted volume without one is lost.",
    fr: "La durabilité des volumes n'est pas garantie et les sauvegardes incombent au client : un volume corrompu qui n'en a pas est perdu.",
  },
  remediation: {
    en: "Give the volume or its VM the tag by which your backup tool chooses, or name it in `pack-settings.backups`; data that needs no backup has the tags `backup: none` and `backup-reason`, and data that may be lost the tag `storage: scratch`.",
    fr: "Donnez au volume ou à sa VM le tag d'après lequel votre outil de sauvegarde choisit, ou nommez-le dans `pack-settings.backups` ; des données qui n'ont pas besoin de sauvegarde portent les tags `backup: none` et `backup-reason`, et des données qui peuvent être perdues le tag `storage: scratch`.",
  },
  messages: {
    "no-reason": {
      en: "It is declared without backup, `backup: none`, and no `backup-reason` says why.",
      fr: "Il est déclaré sans sauvegarde, `backup: none`, et aucun `backup-reason` ne dit pourquoi.",
    },
    missing: ({ backupTag }: { readonly backupTag: string }) => ({
      en: `No schedule backs it up: neither it nor its VM has the tag \`${backupTag}\`, and \`backups\` does not name it.`,
      fr: `Aucune sauvegarde régulière : ni lui ni sa VM ne porte le tag \`${backupTag}\`, et \`backups\` ne le nomme pas.`,
    }),
    scratch: {
      en: "It may be lost, as the tag `storage: scratch` declares.",
      fr: "Il peut être perdu, comme le déclare le tag `storage: scratch`.",
    },
    unseen: ({ backupTag }: { readonly backupTag: string }) => ({
      en: `The volumes that Kubernetes makes in this cluster are not seen: tag it \`${backupTag}\` when something backs them up.`,
      fr: `Les volumes que Kubernetes crée dans ce cluster ne se voient pas : donnez-lui le tag \`${backupTag}\` si quelque chose les sauvegarde.`,
    }),
  },
  subjects: (system) => [...devicesOf(system), ...system.all(OksCluster)],
  applies: (subject) =>
    all(
      () => subject instanceof OksCluster || subject.is("data"),
      () => subject.isProduction(),
    ),
  *check(subject, { system, messages }) {
    const isWithoutBackup = () =>
      all(
        () => !isBackedUp(subject),
        () => !isExpendable(subject),
      );
    if (certainly(() => isScratch(subject))) {
      if (possibly(isWithoutBackup)) yield acceptance(messages.scratch);
      return;
    }
    if (!all(isWithoutBackup, () => !isScratch(subject))) return;
    const backupTag = system.settings.backupTag.written;
    if (subject instanceof OksCluster) yield doubt(subject, messages.unseen({ backupTag }));
    else if (certainly(() => isDeclaredWithoutBackup(subject))) yield finding(subject, messages["no-reason"]);
    else yield finding(subject, messages.missing({ backupTag }));
  },
});
