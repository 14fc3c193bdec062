import { declaredJob, isOfTier, type PublicIpGrant, publicIpGrantsOf, type SharedSettings } from "../../src/outscale";
import { all, definePolicy, finding } from "../../src/policy";
import type { Text } from "../../src/text";

export const limitPublicIp = definePolicy({
  name: "limit-public-ip",
  clauses: ["SLA4.minimal", "R13.leastaccess"],
  severity: "high",
  level: "advisory",
  title: {
    en: "Only bastions and routers hold a public IP",
    fr: "Seuls les bastions et les routeurs portent une IP publique",
  },
  why: {
    en: "The convention asks the client to open no more than is needed: a VM with a public IP can be attacked from everywhere, past the load balancers and whatever filters in front of them.",
    fr: "La convention demande au client de n'ouvrir que le nécessaire : une VM à IP publique peut être attaquée de partout, sans passer par les load balancers ni par ce qui filtre devant eux.",
  },
  remediation: {
    en: "Remove the public IP: put the VM behind a load balancer and let it out by a NAT service, or name its tier in `pack-settings.publicTiers` where it must be reached by itself.",
    fr: "Retirez l'IP publique : placez la VM derrière un load balancer et faites-la sortir par un service NAT, ou nommez son tier dans `pack-settings.publicTiers` si elle doit être jointe elle-même.",
  },
  subjects: (stack) => publicIpGrantsOf(stack),
  *check(grant, { shared }) {
    const isTooMuch = all(
      () => grant.isGiven(),
      () => !isOfTier(grant.vm(), [...shared.publicTiers, ...shared.routerTiers], shared),
    );
    if (isTooMuch) yield finding(grant, holding(grant, shared));
  },
});

function holding(grant: PublicIpGrant, shared: SharedSettings): Text {
  const vm = grant.vm();
  const tier = declaredJob(vm, shared)?.name ?? "";
  const address = grant.address();
  const ip =
    address === undefined
      ? { en: "a public IP", fr: "une IP publique" }
      : { en: `public IP ${address}`, fr: `l'IP publique ${address}` };
  const nature = grant.isByNature
    ? { en: ", which the public Cloud gives it", fr: ", que le Cloud public lui donne" }
    : { en: "", fr: "" };
  return {
    en: `VM ${vm.name} of tier ${tier} holds ${ip.en}${nature.en}.`,
    fr: `La VM ${vm.name} du tier ${tier} porte ${ip.fr}${nature.fr}.`,
  };
}
