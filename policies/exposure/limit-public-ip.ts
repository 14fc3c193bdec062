import { declaredJob, isOfTier, publicIpGrantsOf } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";
import type { Text } from "../../src/text";

export const limitPublicIp = definePolicy({
  name: "limit-public-ip",
  clauses: ["SLA4.minimal", "R13.leastaccess"],
  ground: "recommendation",
  severity: "high",
  level: "advisory",
  title: {
    en: "Only bastions and routers hold a public IP",
    fr: "Seuls les bastions et les routeurs ont une IP publique",
  },
  why: {
    en: "The convention asks the client to open no more than is needed: a VM with a public IP can be attacked from everywhere, past the load balancers and whatever filters in front of them.",
    fr: "La convention demande au client de n'ouvrir que le nécessaire : une VM à IP publique peut être attaquée de partout, sans passer par les load balancers ni par ce qui filtre devant eux.",
  },
  remediation: {
    en: "Remove the public IP: put the VM behind a load balancer and let it out by a NAT service, or name its tier in `pack-settings.publicTiers` where it must be reached by itself.",
    fr: "Retirez l'IP publique : placez la VM derrière un load balancer et faites-la sortir par un service NAT, ou nommez son tier dans `pack-settings.publicTiers` si elle doit être jointe elle-même.",
  },
  messages: {
    "by-nature": ({ tier }: { readonly tier: string }) => ({
      en: `This VM of tier ${tier} holds a public IP, which the public Cloud gives it.`,
      fr: `Cette VM du tier ${tier} a une IP publique, que le Cloud public lui donne.`,
    }),
    own: ({ tier, publicIp }: Holding) => ({
      en: `This VM of tier ${tier} holds ${describeAddress(publicIp).en}.`,
      fr: `Cette VM du tier ${tier} a ${describeAddress(publicIp).fr}.`,
    }),
    given: ({ vm, tier, publicIp }: Holding & { readonly vm: string }) => ({
      en: `VM ${vm} of tier ${tier} holds ${describeAddress(publicIp).en}.`,
      fr: `La VM ${vm} du tier ${tier} a ${describeAddress(publicIp).fr}.`,
    }),
  },
  subjects: (system) => publicIpGrantsOf(system),
  applies: (grant) => grant.isGiven(),
  *check(grant, { system, messages }) {
    const vm = grant.vm();
    if (isOfTier(vm, [...system.settings.publicTiers, ...system.settings.routerTiers])) return;
    const [tier, publicIp] = [declaredJob(vm)?.name ?? "", grant.address()];
    if (grant.isByNature) yield finding(grant, messages["by-nature"]({ tier }));
    else if (grant.resource === vm.resource) yield finding(grant, messages.own({ tier, publicIp }));
    else yield finding(grant, messages.given({ vm: vm.name, tier, publicIp }));
  },
});

/** The tier of a VM, and its public IP where that is known. */
interface Holding {
  readonly tier: string;
  readonly publicIp: string | undefined;
}

function describeAddress(address: string | undefined): Text {
  return address === undefined
    ? { en: "a public IP", fr: "une IP publique" }
    : { en: `public IP ${address}`, fr: `l'IP publique ${address}` };
}
