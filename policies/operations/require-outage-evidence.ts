import { COMMITMENTS } from "../../src/contract";
import {
  hasAccessLog,
  isEntryByPublicIp,
  isOfTierOrNamed,
  LoadBalancer,
  nameFirst,
  type Tier,
  tiersOf,
  type Vm,
} from "../../src/outscale";
import { all, certainly, definePolicy, finding } from "../../src/policy";
import { pluralize } from "../../src/text";

export const requireOutageEvidence = definePolicy({
  name: "require-outage-evidence",
  clauses: ["SLA10.evidence", "R16.monitoring"],
  ground: "condition",
  severity: "high",
  level: "advisory",
  // Whatever has failed, what the support has not seen itself is measured by the client's trace alone (A37).
  weakens: COMMITMENTS.map(({ clause }) => clause),
  title: {
    en: "Outages of every entry leave a trace of the client's own",
    fr: "Les pannes de chaque entrée laissent une trace propre au client",
  },
  why: {
    en: "An incident that Outscale's support has not seen itself counts only with the client's own trace of it: without one, there is nothing to claim.",
    fr: "Un incident que le support d'Outscale n'a pas vu lui-même ne compte qu'avec la trace qu'en a le client : sans elle, il n'y a rien à faire valoir.",
  },
  remediation: {
    en: "Turn `accessLog` on in a `LoadBalancerAttributes`, on a bucket of yours, or name what something outside watches, load balancer or VM, in the setting `probes` or by the tag `probe`.",
    fr: "Activez `accessLog` dans un `LoadBalancerAttributes`, sur un bucket à vous, ou nommez ce qu'une sonde externe surveille, load balancer ou VM, dans le réglage `probes` ou par le tag `probe`.",
  },
  settings: {
    probes: {
      type: "array",
      items: { type: "string", minLength: 1 },
      default: [],
      examples: [["shop", "api-*"]],
      description:
        "The entries that something outside the region watches, by globs on the names of load balancers, VMs and tiers.",
    },
  },
  messages: {
    unrecorded: {
      en: "Nothing records its outages: no access log on a bucket, and no declared probe.",
      fr: "Rien ne garde trace de ses pannes : ni journal d'accès sur un bucket, ni sonde déclarée.",
    },
    unwatched: ({ vms }: { readonly vms: readonly string[] }) => {
      const names = nameFirst(vms);
      const them = pluralize(vms.length, { en: "it", fr: "la" }, { en: "them", fr: "les" });
      return {
        en: `The Internet reaches ${names.en} by public IP, without a load balancer, and no declared probe watches ${them.en}.`,
        fr: `Internet atteint ${names.fr} par IP publique, sans load balancer, et aucune sonde déclarée ne ${them.fr} surveille.`,
      };
    },
  },
  subjects: (system): (LoadBalancer | Tier)[] => [...system.all(LoadBalancer), ...tiersOf(system)],
  applies: (entry) =>
    entry instanceof LoadBalancer
      ? all(
          () => entry.isInternetFacing(),
          () => entry.isProduction(),
        )
      : entry.vms.some(isEntry),
  *check(entry, { settings: { probes }, messages }) {
    if (entry instanceof LoadBalancer) {
      const isUnrecorded = all(
        () => !hasAccessLog(entry),
        () => !entry.isProbed(probes),
      );
      if (isUnrecorded) yield finding(entry, messages.unrecorded);
      return;
    }
    const isUnwatched = (vm: Vm) =>
      all(
        () => isEntry(vm),
        () => !vm.isProbed(probes, entry.name),
      );
    if (!entry.vms.some(isUnwatched)) return;
    const vms = entry.members.filter((vm) => certainly(() => isUnwatched(vm))).map(({ name }) => name);
    yield finding(entry, messages.unwatched({ vms }));
  },
});

/** Whether clients enter by a VM itself: what carries others' traffic, or lets administrators in, is no entry. */
function isEntry(vm: Vm): boolean {
  const { routerTiers, standaloneTiers } = vm.system.settings;
  return all(
    () => isEntryByPublicIp(vm),
    () => !isOfTierOrNamed(vm, [...routerTiers, ...standaloneTiers], GUESSED),
  );
}

const GUESSED = { en: "a VM whose tier only its name tells", fr: "une VM dont seul le nom dit le tier" };
