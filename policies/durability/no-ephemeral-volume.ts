import { Ephemerals, ephemeralsOf } from "../../src/outscale";
import { acceptance, all, any, certainly, definePolicy, finding } from "../../src/policy";

export const noEphemeralVolume = definePolicy({
  name: "no-ephemeral-volume",
  clauses: ["SLA8.none", "SLA8.temporary"],
  ground: "obligation",
  severity: "high",
  level: "mandatory",
  alone: [Ephemerals],
  title: {
    en: "Disks that do not persist hold temporary data only",
    fr: "Les disques non persistants ne contiennent que des données temporaires",
  },
  why: {
    en: "Non-persistent storage comes with no guarantee at all and may fail at any time: whatever is kept there is lost when the VM stops.",
    fr: "Le stockage non persistant est fourni sans la moindre garantie et peut tomber en panne à tout moment : ce qu'on y garde est perdu quand la VM s'arrête.",
  },
  remediation: {
    en: "Map a `bsu` instead of `virtualDeviceName`, or attach a `Volume`; where the disk holds temporary data only, give the VM or image the tag `storage: scratch`.",
    fr: "Associez un `bsu` au lieu de `virtualDeviceName`, ou attachez un `Volume` ; si le disque ne contient que des données temporaires, donnez à la VM ou à l'image le tag `storage: scratch`.",
  },
  messages: {
    database: ({ disk }: { readonly disk: string }) => ({
      en: `A database lies on ${disk}, a disk that does not persist.`,
      fr: `Une base de données est sur ${disk}, un disque non persistant.`,
    }),
    undeclared: ({ disk }: { readonly disk: string }) => ({
      en: `${disk} does not persist, and nothing shows that it holds temporary data only.`,
      fr: `${disk} ne persiste pas, et rien ne montre qu'il ne contient que des données temporaires.`,
    }),
    scratch: ({ disk }: { readonly disk: string }) => ({
      en: `What lies on ${disk} may be lost, as the tag \`storage: scratch\` declares.`,
      fr: `Ce que contient ${disk} peut être perdu, comme le déclare le tag \`storage: scratch\`.`,
    }),
  },
  subjects: (system) => ephemeralsOf(system),
  applies: (mapping) =>
    all(
      () => mapping.disk() !== undefined,
      () => mapping.isProduction(),
    ),
  *check(mapping, { messages }) {
    const disk = mapping.disk() ?? "";
    const isMisused = any(
      () => mapping.isUnderDatabase(),
      () =>
        all(
          () => !mapping.isDeclaredScratch(),
          () => !mapping.isUsedAsScratch(),
        ),
    );
    if (isMisused) {
      const message = certainly(() => mapping.isUnderDatabase()) ? messages.database : messages.undeclared;
      yield finding(mapping, message({ disk }), `${mapping.path}.virtualDeviceName`);
    } else if (!certainly(() => mapping.isUsedAsScratch())) yield acceptance(messages.scratch({ disk }));
  },
});
