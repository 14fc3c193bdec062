import { snapshotCopiesOf } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";

export const noFreshSnapshotAsOnlyCopy = definePolicy({
  name: "no-fresh-snapshot-as-only-copy",
  clauses: ["SLA7.delay", "SLA7.durability"],
  ground: "condition",
  severity: "medium",
  level: "advisory",
  weakens: ["SLA7.durability"],
  title: {
    en: "The source of a fresh snapshot is kept",
    fr: "La source d'un snapshot récent est conservée",
  },
  why: {
    en: "A snapshot is durable only after its first day: a program that takes one, copies it and drops the source rests its data on what nobody guarantees.",
    fr: "Un snapshot n'est durable qu'après son premier jour : un programme qui en prend un, le copie et supprime la source fait reposer ses données sur ce que personne ne garantit.",
  },
  remediation: {
    en: "Give the snapshot's source volume the option `protect: true` or `retainOnDelete: true`, and drop it in a later deployment, a day after.",
    fr: "Donnez au volume source du snapshot l'option `protect: true` ou `retainOnDelete: true`, et supprimez-le lors d'un déploiement ultérieur, un jour après.",
  },
  messages: {
    unkept: ({ snapshot, source }: { readonly snapshot: string; readonly source: string }) => ({
      en: `It is made from snapshot ${snapshot}, and nothing keeps the snapshot's source, volume ${source}.`,
      fr: `Il est créé à partir du snapshot ${snapshot}, et rien ne conserve la source du snapshot, le volume ${source}.`,
    }),
  },
  subjects: (system) => snapshotCopiesOf(system),
  applies: (copy) =>
    all(
      () => copy.snapshot() !== undefined,
      () => copy.isProduction(),
    ),
  *check(copy, { today, messages }) {
    const snapshot = copy.snapshot();
    if (snapshot === undefined || snapshot.isDurableOn(today)) return;
    const source = snapshot.source();
    if (source === undefined || source.isKeptWhole()) return;
    yield finding(copy, messages.unkept({ snapshot: snapshot.name, source: source.name }), copy.snapshotPath);
  },
});
