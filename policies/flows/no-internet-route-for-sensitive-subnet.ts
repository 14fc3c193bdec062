import {
  internetWayOf,
  listInternetDestinations,
  isSensitive,
  Subnet,
  settingWithoutSensitive,
} from "../../src/outscale";
import { definePolicy, finding, withFacts } from "../../src/policy";

export const noInternetRouteForSensitiveSubnet = definePolicy({
  name: "no-internet-route-for-sensitive-subnet",
  clauses: ["R10.encryption", "R13.links"],
  ground: "obligation",
  severity: "critical",
  level: "mandatory",
  title: {
    en: "Sensitive Subnets have no way to the Internet",
    fr: "Les Subnets sensibles n'ont aucun chemin vers Internet",
  },
  why: {
    en: "Flows of sensitive data are to be encrypted by the client: what a VPN does not carry can leave in clear, and whoever takes a VM takes its data out the same way.",
    fr: "Les flux de données sensibles doivent être chiffrés par le client : ce qui ne passe pas par un VPN peut sortir en clair, et quiconque prend le contrôle d'une VM en sort les données par le même chemin.",
  },
  remediation: {
    en: "Send the Subnet's `Route`s to a virtual gateway, take `PublicIpLink`s away, and set `loadBalancerType` to `internal`.",
    fr: "Dirigez les `Route` du Subnet vers une passerelle virtuelle, retirez les `PublicIpLink`, et donnez à `loadBalancerType` la valeur `internal`.",
  },
  emptiedBy: ({ system }) => settingWithoutSensitive(system),
  messages: {
    route: {
      en: "A route leads from this sensitive Subnet to the Internet.",
      fr: "Une route mène de ce Subnet sensible à Internet.",
    },
    entry: {
      en: "What stands in this sensitive Subnet has a public IP or faces the Internet.",
      fr: "Ce qui est dans ce Subnet sensible a une IP publique ou est exposé à Internet.",
    },
  },
  subjects: (system) => system.all(Subnet),
  applies: (subnet) => isSensitive(subnet),
  *check(subnet, { messages }) {
    const wayOut = internetWayOf(subnet);
    if (wayOut) yield withFacts(finding(subnet, messages[wayOut]), { destinations: listInternetDestinations(subnet) });
  },
});
