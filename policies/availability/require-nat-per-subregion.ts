import { type Router, routersOf, type SharedSettings, Subnet } from "../../src/outscale";
import { all, any, certainly, definePolicy, finding, possibly } from "../../src/policy";

export const requireNatPerSubregion = definePolicy({
  name: "require-nat-per-subregion",
  clauses: ["GEN.asterisk"],
  severity: "medium",
  level: "advisory",
  weakens: ["SLA4.internet"],
  title: {
    en: "Private Subnets go out through their own Subregion",
    fr: "Les Subnets privés sortent par leur propre Sous-région",
  },
  why: {
    en: "A NAT service lies in one Subregion: the Subnets of the others lose their Internet access with it, though nothing of theirs has failed.",
    fr: "Un service NAT tient dans une seule Sous-région : les Subnets des autres perdent avec lui leur accès à Internet, alors que rien chez eux n'est en panne.",
  },
  remediation: {
    en: "Make a `NatService` in each Subregion, and give the Subnets of each a route table of their own whose default route names it in `natServiceId`.",
    fr: "Créez un `NatService` dans chaque Sous-région, et donnez aux Subnets de chacune leur propre table de routage dont la route par défaut le nomme dans `natServiceId`.",
  },
  subjects: (stack, { shared }) =>
    stack.all(Subnet).filter((subnet) => routersOf(subnet).length > 0 && possibly(() => subnet.isProduction(shared))),
  *check(subnet, { shared }) {
    for (const router of routersOf(subnet)) {
      const isFar = () => router().subregion(shared.region) !== subnet.subregion(shared.region);
      const isNone = () => !router().isRouter(shared);
      const isWrong = all(
        () => subnet.isProduction(shared),
        () => any(isFar, isNone),
      );
      if (!isWrong) continue;
      if (certainly(isFar)) yield finding(subnet, far(router(), subnet, shared));
      if (certainly(isNone)) yield finding(subnet, none(router()));
    }
  },
});

const NAMED = {
  "NAT service": { en: "NAT service", fr: "le service NAT" },
  VM: { en: "VM", fr: "la VM" },
  NIC: { en: "NIC", fr: "la NIC" },
} as const;

function far(router: Router, subnet: Subnet, { region }: SharedSettings) {
  const { en, fr } = NAMED[router.type];
  const there = router.subregion(region);
  const here = subnet.subregion(region);
  return {
    en: `The default route of this Subnet in ${here} goes to ${en} ${router.name} in ${there}.`,
    fr: `La route par défaut de ce Subnet de ${here} mène à ${fr} ${router.name} dans ${there}.`,
  };
}

function none({ type, name }: Router) {
  const { en, fr } = NAMED[type];
  return {
    en: `The default route of this Subnet goes to ${en} ${name}, which is of no router tier.`,
    fr: `La route par défaut de ce Subnet mène à ${fr} ${name}, qui n'est d'aucun tier de routeurs.`,
  };
}
