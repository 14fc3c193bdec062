import { NetPeering, NetPeeringAcceptation, Permission, permissionsOf } from "../../src/outscale";
import { definePolicy, finding, ifKnown, some, withFacts } from "../../src/policy";

export const limitSharing = definePolicy({
  name: "limit-sharing",
  clauses: ["R18.transfer", "R13.leastaccess"],
  ground: "obligation",
  severity: "high",
  level: "advisory",
  title: {
    en: "Images, snapshots and Nets are shared with trusted accounts only",
    fr: "Images, snapshots et Nets ne sont partagés qu'avec des comptes de confiance",
  },
  why: {
    en: "Transferring data is entirely the client's responsibility: what another account may use, it may copy, and keep when the permission is gone.",
    fr: "Le transfert de données relève entièrement du client : ce qu'un autre compte peut utiliser, il peut le copier, et le garder une fois la permission retirée.",
  },
  remediation: {
    en: "Take the account out of `accountIds` or `accepterOwnerId`, or list it in `pack-settings.trustedAccounts`.",
    fr: "Retirez le compte de `accountIds` ou de `accepterOwnerId`, ou listez-le dans `pack-settings.trustedAccounts`.",
  },
  messages: {
    image: {
      en: "This image is shared with an account that is not a trusted one.",
      fr: "Cette image est partagée avec un compte qui n'est pas de confiance.",
    },
    snapshot: {
      en: "This snapshot is shared with an account that is not a trusted one.",
      fr: "Ce snapshot est partagé avec un compte qui n'est pas de confiance.",
    },
    peering: {
      en: "This peering joins a Net to one of an account that is not a trusted one.",
      fr: "Ce peering joint un Net à celui d'un compte qui n'est pas de confiance.",
    },
  },
  subjects: (system) => [...permissionsOf(system), ...system.all(NetPeering), ...system.all(NetPeeringAcceptation)],
  *check(subject: Permission | NetPeering | NetPeeringAcceptation, { system, messages }) {
    const { trustedAccounts } = system.settings;
    if (subject instanceof Permission) {
      const accounts = subject.accounts();
      if (!some(accounts, (account) => !trustedAccounts.includes(account()))) return;
      const known = accounts.flatMap((account) => ifKnown(account) ?? []);
      const foreign = known.filter((account) => !trustedAccounts.includes(account));
      yield withFacts(finding(subject, messages[subject.of], `${subject.path}.accountIds`), { accounts: foreign });
    } else if (subject instanceof NetPeering) {
      const other = subject.otherAccount();
      const isForeign = other !== undefined && !trustedAccounts.includes(other);
      if (isForeign) yield withFacts(finding(subject, messages.peering, "accepterOwnerId"), { accounts: [other] });
    } else {
      // A peering of the stack is judged by itself. Who asked for any other is not known: this throws, and the verdict
      // is undetermined.
      subject.peering();
    }
  },
});
