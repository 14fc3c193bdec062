import { hasPublicEntry, holdsVms, findInternetRoutesOf, type Route, Subnet } from "../../src/outscale";
import { all, definePolicy, finding, ifKnown, some } from "../../src/policy";
import { formatList } from "../../src/text";

export const noInternetRouteForPrivateSubnet = definePolicy({
  name: "no-internet-route-for-private-subnet",
  clauses: ["R13.leastaccess"],
  ground: "obligation",
  severity: "medium",
  level: "advisory",
  title: {
    en: "Private Subnets have no route straight to the Internet",
    fr: "Les Subnets privés n'ont pas de route directe vers Internet",
  },
  why: {
    en: "The client limits access to what is needed: with such a route, one public IP linked to a VM by mistake puts the VM on the Internet, and nothing shows it.",
    fr: "Le client limite les accès au nécessaire : avec une telle route, une seule IP publique liée par erreur à une VM la met sur Internet, sans que rien ne le montre.",
  },
  remediation: {
    en: "Give the Subnet a `RouteTable` of its own whose default route names a `NatService` in `natServiceId`, or no default route, and link it by a `RouteTableLink`.",
    fr: "Donnez au Subnet sa propre `RouteTable` dont la route par défaut nomme un `NatService` dans `natServiceId`, ou sans route par défaut, et liez-la par un `RouteTableLink`.",
  },
  messages: {
    routed: ({ ranges }: { readonly ranges: readonly string[] }) => {
      const { en, fr } = formatList(ranges);
      return {
        en: `This Subnet has a route to an Internet service for ${en}, and VMs that nothing reaches from there.`,
        fr: `Ce Subnet a une route vers un service Internet pour ${fr}, et des VM que rien ne joint de là.`,
      };
    },
  },
  subjects: (system) => system.all(Subnet),
  applies: (subnet) => holdsVms(subnet),
  *check(subnet, { messages }) {
    const routes = findInternetRoutesOf(subnet);
    const isOpenForNothing = all(
      () => some(routes, (route) => route().leadsStraightToInternet()),
      () => !hasPublicEntry(subnet),
    );
    if (!isOpenForNothing) return;
    const ranges = routes.flatMap((route) => ifKnown(() => destinationOf(route())) ?? []);
    yield finding(subnet, messages.routed({ ranges: [...new Set(ranges)] }));
  },
});

function destinationOf(route: Route): string | undefined {
  return route.leadsStraightToInternet() ? route.written.destinationIpRange : undefined;
}
