import { SUPPORT_TIMES } from "../../src/contract";
import {
  carriesProduction,
  enoughSubregions,
  natServicesOf,
  type Router,
  routersOf,
  Subnet,
  subregionsWithoutNatService,
  subregionsWithoutWayOut,
  tiersShutInWith,
} from "../../src/outscale";
import { any, certainly, definePolicy, finding } from "../../src/policy";
import type { Text } from "../../src/text";

export const requireNatPerSubregion = definePolicy({
  name: "require-nat-per-subregion",
  clauses: ["GEN.asterisk"],
  ground: "condition",
  severity: "medium",
  level: "advisory",
  stakes: [
    {
      forfeits: ["SLA4.internet"],
      extent: {
        en: "for the tiers in the Subnet whose ways out all together miss a Subregion",
        fr: "pour les tiers du Subnet dont les accès sortants, tous ensemble, manquent dans une Sous-région",
      },
      of: (subnet: Subnet) => tiersShutInWith(subnet, enoughSubregions(subnet.system)),
      isLost: (subnet: Subnet) => tiersShutInWith(subnet, enoughSubregions(subnet.system)).length > 0,
      missing: (subnet: Subnet) => ({
        what: { en: "no way out of its own", fr: "aucun accès sortant propre" },
        subregions: subregionsWithoutWayOut(subnet, enoughSubregions(subnet.system)),
      }),
    },
    {
      forfeits: SUPPORT_TIMES,
      extent: {
        en: "for the NAT services of a Net that has none in some Subregion",
        fr: "pour les services NAT d'un Net qui n'en a aucun dans une des Sous-régions",
      },
      of: (subnet: Subnet) => natServicesOf(subnet),
      isLost: (subnet: Subnet) => subregionsWithoutNatService(subnet, enoughSubregions(subnet.system)).length > 0,
      missing: (subnet: Subnet) => ({
        what: { en: "no NAT service of this Net", fr: "aucun service NAT de ce Net" },
        subregions: subregionsWithoutNatService(subnet, enoughSubregions(subnet.system)),
      }),
    },
  ],
  title: {
    en: "Private Subnets go out through their own Subregion",
    fr: "Les Subnets privés sortent par leur propre Sous-région",
  },
  why: {
    en: "A NAT service lies in one Subregion: the Subnets of the others lose their Internet access with it, though nothing of theirs has failed.",
    fr: "Un service NAT se trouve dans une seule Sous-région : les Subnets des autres perdent avec lui leur accès à Internet, alors que rien chez eux n'est en panne.",
  },
  remediation: {
    en: "Make a `NatService` in each Subregion, and give the Subnets of each a route table of their own whose default route names it in `natServiceId`.",
    fr: "Créez un `NatService` dans chaque Sous-région, et donnez aux Subnets de chacune leur propre table de routage dont la route par défaut le nomme dans `natServiceId`.",
  },
  messages: {
    far: ({ type, name, here, there }: Named & { readonly here: string; readonly there: string }) => ({
      en: `The default route of this Subnet in ${here} goes to ${TYPES[type].en} ${name} in ${there}.`,
      fr: `La route par défaut de ce Subnet de ${here} mène ${TYPES[type].fr} ${name} dans ${there}.`,
    }),
    "no-router": ({ type, name }: Named) => ({
      en: `The default route of this Subnet goes to ${TYPES[type].en} ${name}, which is of no router tier.`,
      fr: `La route par défaut de ce Subnet mène ${TYPES[type].fr} ${name}, qui n'est d'aucun tier de routeurs.`,
    }),
  },
  subjects: (system) => system.all(Subnet).filter((subnet) => routersOf(subnet).length > 0),
  applies: carriesProduction,
  *check(subnet, { messages }) {
    for (const router of routersOf(subnet)) {
      const isFar = () => router().subregion() !== subnet.subregion();
      const isNoRouter = () => !router().isRouter();
      if (!any(isFar, isNoRouter)) continue;
      const { type, name, subregion } = router();
      if (certainly(isFar)) {
        const [here, there] = [subnet.subregion(), subregion()];
        yield finding(subnet, messages.far({ type, name, here, there }));
      }
      if (certainly(isNoRouter)) yield finding(subnet, messages["no-router"]({ type, name }));
    }
  },
});

type Named = Pick<Router, "type" | "name">;

const TYPES = {
  "NAT service": { en: "NAT service", fr: "au service NAT" },
  VM: { en: "VM", fr: "à la VM" },
  NIC: { en: "NIC", fr: "à la NIC" },
} as const satisfies Readonly<Record<Router["type"], Text>>;
