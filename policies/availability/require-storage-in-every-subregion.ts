import { SUPPORT_TIMES } from "../../src/contract";
import {
  comparableTiersOf,
  countDisks,
  findUnevenStorage,
  GUESSED_TIER,
  hasDataDisks,
  type KnownStorage,
} from "../../src/outscale";
import { all, definePolicy, doubt, finding } from "../../src/policy";
import { joinTexts, joinWithSemicolons, type Text } from "../../src/text";

export const requireStorageInEverySubregion = definePolicy({
  name: "require-storage-in-every-subregion",
  clauses: ["SLA7.volume", "SLA10.zones"],
  ground: "condition",
  severity: "high",
  level: "advisory",
  stakes: [{ forfeits: SUPPORT_TIMES }],
  title: {
    en: "A tier has the same data volumes in each Subregion",
    fr: "Un tier a les mêmes volumes de données dans chaque Sous-région",
  },
  why: {
    en: "A volume exists in its own Subregion only, and support times bind Outscale only if an equivalent of what failed stands in the others.",
    fr: "Un volume n'existe que dans sa propre Sous-région, et les délais de support n'engagent Outscale que si l'équivalent de ce qui est tombé en panne se trouve dans les autres.",
  },
  remediation: {
    en: "Give the tier as many data volumes in each Subregion, of the same size, `volumeType` and `iops`, each linked to a VM of that Subregion.",
    fr: "Donnez au tier autant de volumes de données dans chaque Sous-région, de même taille, de mêmes `volumeType` et `iops`, chacun lié à une VM de cette Sous-région.",
  },
  messages: {
    uneven: describeUnevenStorage,
    guessed: (uneven: Uneven) => joinTexts([describeUnevenStorage(uneven), GUESSED_TIER], " "),
  },
  subjects: (system) => comparableTiersOf(system),
  applies: (tier) =>
    all(
      () => tier.isSpread(),
      () => hasDataDisks(tier),
    ),
  *check(tier, { messages }) {
    const places = findUnevenStorage(tier);
    if (!places) return;
    yield tier.isDeclared ? finding(tier, messages.uneven({ places })) : doubt(tier, messages.guessed({ places }));
  },
});

/** The data volumes of a tier in each Subregion in which it runs, where these differ. */
interface Uneven {
  readonly places: readonly KnownStorage[];
}

function describeUnevenStorage({ places }: Uneven): Text {
  const parts = places.map(({ subregion, disks }) => {
    const counted = countDisks(disks);
    const enGio = counted?.replaceAll("GiB", "Gio");
    return { en: `${subregion}: ${counted ?? "none"}`, fr: `${subregion} : ${enGio ?? "aucun"}` };
  });
  const told = joinWithSemicolons(parts);
  return {
    en: `Data volumes of this tier are not the same in each Subregion. ${told.en}.`,
    fr: `Les volumes de données de ce tier ne sont pas les mêmes dans chaque Sous-région. ${told.fr}.`,
  };
}
