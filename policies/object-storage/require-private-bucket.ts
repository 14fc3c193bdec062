import { BucketAccess } from "../../src/outscale";
import { all, certainly, definePolicy, finding, some, withFacts, withWritten } from "../../src/policy";

export const requirePrivateBucket = definePolicy({
  name: "require-private-bucket",
  clauses: ["R13.leastaccess", "R18.transfer"],
  ground: "obligation",
  severity: "high",
  level: "mandatory",
  title: {
    en: "Buckets are open to nobody but those who are named",
    fr: "Les buckets ne sont ouverts qu'à ceux qui sont nommés",
  },
  why: {
    en: "Neither EIM policies nor API access rules protect object storage: its ACLs and policies alone keep the Internet out of a bucket.",
    fr: "Ni les politiques EIM ni les règles d'accès à l'API ne protègent le stockage objet : seules ses ACL et ses politiques ferment un bucket à Internet.",
  },
  remediation: {
    en: "Write the ACL `private`, name accounts in place of `*` in `Principal`, or add a `Condition` on who calls; what is meant for everybody goes into `pack-settings.publicBuckets`.",
    fr: "Écrivez l'ACL `private`, nommez des comptes à la place de `*` dans `Principal`, ou ajoutez une `Condition` sur qui appelle ; ce qui est destiné à tous va dans `pack-settings.publicBuckets`.",
  },
  messages: {
    ACL: {
      en: "The ACL opens the bucket to everybody.",
      fr: "L'ACL ouvre le bucket à tous.",
    },
    grant: {
      en: "A grant opens the bucket to everybody.",
      fr: "Une autorisation d'ACL ouvre le bucket à tous.",
    },
    policy: {
      en: "The policy allows something to everybody, and no condition says who may call.",
      fr: "La politique autorise quelque chose à tous, et aucune condition ne dit qui peut appeler.",
    },
  },
  subjects: (system) => system.all(BucketAccess),
  *check(access, { messages }) {
    const ways = access.ways();
    const isMisused = ({ isOpen, by }: (typeof ways)[number]) =>
      all(
        isOpen,
        () => !access.isMeantForEverybody(),
        () => !access.isBlocked(by),
      );
    const misused = ways.filter((wayIn) => certainly(() => isMisused(wayIn)));
    for (const { by, path } of misused) {
      const found = finding(access, messages[by], path);
      // A policy may name what comes with the deployment: as a whole it does not read the same at every door.
      yield by === "policy" ? withFacts(found, access.publicActions(path)) : withWritten(found);
    }
    // Where it is not known whether one more is open, this throws, and the verdict is undetermined.
    some(ways, isMisused);
  },
});
