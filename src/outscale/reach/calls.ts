import type { Maybe } from "../../stack";
import { subtractServices } from "../openings/services";
import type { System } from "../provider/system";
import { Vm } from "../resources/vm";
import { type Tier, tiersOf } from "../tiers/tiers";
import { findPathsFromVm, listAdminServices } from "./paths";

/**
 * The other tiers whose services a tier reaches, straight or behind load balancers, those of administration left out. Its
 * first VM is asked: the others do the same job.
 */
export function findTiersCalledBy(tier: Tier): readonly Maybe<Tier>[] {
  const { system } = tier;
  return system.memo(findTiersCalledBy, tier, () => {
    const [vm] = tier.members;
    const admin = listAdminServices(system);
    return (vm ? findPathsFromVm(vm) : []).flatMap(({ to, services, why }): Maybe<Tier>[] => {
      const other = to instanceof Vm ? tiersByVm(system).get(to) : undefined;
      if (other === undefined || other === tier || subtractServices(services, admin).length === 0) return [];
      return [{ value: other, ...(why && { why }) }];
    });
  });
}

function tiersByVm(system: System): ReadonlyMap<Vm, Tier> {
  return system.memo(tiersByVm, system, () => {
    return new Map(tiersOf(system).flatMap((tier) => tier.members.map((vm): [Vm, Tier] => [vm, tier])));
  });
}
