import { attempt, possibly, referrers } from "../stack";
import { NatService } from "./nat-service";
import { vmOf } from "./nic-link";
import { Route, tablesOf, TO_TABLE } from "./route";
import { refusal } from "./referring";
import type { SharedSettings } from "./settings";
import { Subnet } from "./subnet";
import { isOfTier } from "./tiers";
import { Nic, Vm } from "./vm";

/** What carries the traffic of a private Subnet to the Internet. */
export interface Router {
  readonly type: "NAT service" | "VM" | "NIC";
  readonly name: string;
  /** @throws {UnknownValue} when its Subnet is not known */
  readonly subregion: (region: string) => string;
  /**
   * Whether it is there to carry what others send.
   * @throws {UnreadableValue} when nothing declares it
   */
  readonly isRouter: (shared: SharedSettings) => boolean;
}

/**
 * What the default routes of a Subnet lead to: none for a Subnet that has no way out, or a public one.
 * What is not known throws when it is looked at.
 */
export function routersOf(subnet: Subnet): (() => Router)[] {
  return tablesOf(subnet).flatMap((table) => {
    const found = attempt(table);
    if ("why" in found) return [refusal(found.why)];
    const { certain, possible } = referrers(subnet.stack, found.value, Route.types, TO_TABLE);
    return [
      ...certain.flatMap((resource) => routerOf(subnet.stack.view(resource, Route))),
      ...possible.flatMap(({ from, why }) =>
        routerOf(subnet.stack.view(from, Route)).length > 0 ? [refusal(why)] : [],
      ),
    ];
  });
}

const EVERYWHERE = "0.0.0.0/0";

/** What a route leads to, when it is a default route through a NAT service, a VM or a NIC. */
function routerOf(route: Route): (() => Router)[] {
  const read = ROUTERS.find(([path]) => possibly(() => route.sets(path)))?.[1];
  if (!read) return [];
  const range = attempt(() => route.written.destinationIpRange);
  if ("why" in range) return [refusal(range.why)];
  return range.value === EVERYWHERE ? [() => read(route)] : [];
}

const ROUTERS = [
  ["natServiceId", natRouter],
  ["vmId", vmRouter],
  ["nicId", nicRouter],
] as const;

function natRouter(route: Route): Router {
  const nat = route.target("natServiceId", NatService);
  return { type: "NAT service", name: nat.name, subregion: (region) => nat.subregion(region), isRouter: () => true };
}

function vmRouter(route: Route): Router {
  const vm = route.target("vmId", Vm);
  return {
    type: "VM",
    name: vm.name,
    subregion: (region) => vm.subregion(region),
    isRouter: (shared) => isOfTier(vm, shared.routerTiers, shared),
  };
}

function nicRouter(route: Route): Router {
  const nic = route.target("nicId", Nic);
  return {
    type: "NIC",
    name: nic.name,
    subregion: (region) => nic.subregion(region),
    isRouter: (shared) => isOfTier(vmOf(nic), shared.routerTiers, shared),
  };
}

/** What carries the traffic of a VM to the Internet, from each of its Subnets. */
export function routersOfVm(vm: Vm): (() => Router)[] {
  const subnets = vm.places().filter(({ type }) => (Subnet.types as readonly string[]).includes(type));
  return subnets.flatMap((resource) => routersOf(vm.stack.view(resource, Subnet)));
}
