import { snapshotCopiesOf } from "../../src/outscale";
import { all, definePolicy, finding, possibly } from "../../src/policy";

export const noFreshSnapshotAsOnlyCopy = definePolicy({
  name: "no-fresh-snapshot-as-only-copy",
  clauses: ["SLA7.delay", "SLA7.durability"],
  severity: "medium",
  level: "advisory",
  weakens: ["SLA7.durability"],
  title: {
    en: "The source of a fresh snapshot is kept",
    fr: "La source d'un snapshot récent est conservée",
  },
  why: {
    en: "A snapshot is durable only after its first day: a program that takes one, copies it and drops the source rests its data on what nobody guarantees.",
    fr: "Un snapshot n'est durable qu'après son premier jour : un programme qui en prend un, le copie et abandonne la source fait reposer ses données sur ce que personne ne garantit.",
  },
  remediation: {
    en: "Give the snapshot's source volume the option `protect: true` or `retainOnDelete: true`, and drop it in a later deployment, a day after.",
    fr: "Donnez au volume source du snapshot l'option `protect: true` ou `retainOnDelete: true`, et abandonnez-le lors d'un déploiement ultérieur, un jour après.",
  },
  subjects: (stack, { shared }) =>
    snapshotCopiesOf(stack).filter((copy) =>
      possibly(() =>
        all(
          () => copy.snapshot() !== undefined,
          () => copy.isProduction(shared),
        ),
      ),
    ),
  *check(copy, { shared, today }) {
    const snapshot = copy.snapshot();
    if (snapshot === undefined || snapshot.isDurableOn(today)) return;
    const source = snapshot.source();
    if (source === undefined) return;
    const isAtRisk = all(
      () => !source.isKeptWhole(),
      () => copy.isProduction(shared),
    );
    if (!isAtRisk) return;
    yield finding(
      copy,
      {
        en: `It is made from snapshot ${snapshot.name}, and nothing keeps the snapshot's source, volume ${source.name}.`,
        fr: `Il est fait du snapshot ${snapshot.name}, et rien ne conserve la source du snapshot, le volume ${source.name}.`,
      },
      copy.snapshotPath,
    );
  },
});
