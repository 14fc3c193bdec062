import { type Device, devicesOf, isBackedUp, isExpendable, isScratch } from "../../src/outscale";
import { acceptance, all, certainly, definePolicy, finding, possibly } from "../../src/policy";

export const requireDataVolumeToOutliveVm = definePolicy({
  name: "require-data-volume-to-outlive-vm",
  clauses: ["SLA7.terminate"],
  ground: "good practice",
  severity: "medium",
  level: "advisory",
  title: {
    en: "Data volumes outlive their VM, or are backed up",
    fr: "Les volumes de données survivent à leur VM, ou sont sauvegardés",
  },
  why: {
    en: "Deleting or replacing a VM deletes the devices that go with it, and what is deleted through the API is gone everywhere.",
    fr: "Supprimer ou remplacer une VM supprime les périphériques qui partent avec elle, et ce que l'API supprime disparaît partout.",
  },
  remediation: {
    en: "Write `deleteOnVmDeletion: false` in the device's `bsu`, or give the data a `Volume` of its own; for nodes that come and go, have the device backed up, or declare that it may be lost with the tag `storage: scratch`.",
    fr: "Écrivez `deleteOnVmDeletion: false` dans le `bsu` du périphérique, ou donnez aux données leur propre `Volume` ; pour des nœuds éphémères, faites sauvegarder le périphérique, ou déclarez par le tag `storage: scratch` qu'il peut être perdu.",
  },
  settings: {
    keepRoot: {
      type: "boolean",
      default: false,
      description: "Whether the devices that VMs start from must outlive them too.",
    },
  },
  messages: {
    scratch: {
      en: "It may be lost, as the tag `storage: scratch` declares.",
      fr: "Il peut être perdu, comme le déclare le tag `storage: scratch`.",
    },
    mortal: ({ backupTag }: { readonly backupTag: string }) => ({
      en: `It may go with its VM: \`deleteOnVmDeletion: false\` is not written, and no tag \`${backupTag}\` backs it up.`,
      fr: `Il peut partir avec sa VM : \`deleteOnVmDeletion: false\` n'est pas écrit, et aucun tag \`${backupTag}\` ne le fait sauvegarder.`,
    }),
  },
  subjects: (system) => devicesOf(system),
  applies: (device, { settings: { keepRoot } }) =>
    all(
      () => device.is("data") || (keepRoot && device.is("root")),
      () => device.isProduction(),
    ),
  *check(device, { system, messages }) {
    const isLost = () =>
      all(
        () => !device.outlivesVm(),
        () => !isBackedUp(device),
        () => !mayGo(device),
      );
    if (certainly(() => isScratch(device))) {
      if (possibly(isLost)) yield acceptance(messages.scratch);
    } else if (all(isLost, () => !isScratch(device)))
      yield finding(device, messages.mortal({ backupTag: system.settings.backupTag.written }));
  },
});

/** Whether the device may go with its VM: its data need no backup, and the program says what becomes of it. */
function mayGo(device: Device): boolean {
  return all(
    () => isExpendable(device),
    () => device.saysWhatBecomes(),
  );
}
