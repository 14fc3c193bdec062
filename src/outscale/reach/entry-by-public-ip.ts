import { all, any, ifKnown, some, UnknownValue } from "../../stack";
import { findLoadBalancersInFrontOf, type LoadBalancerInFront } from "../firewall/load-balancers-in-front";
import { openingsByGroup } from "../firewall/openings-of-group";
import type { SecurityGroupTarget } from "../firewall/security-group-targets";
import { isInAnotherPart } from "../grouping/part-of-system";
import { servicesAt, withoutPorts } from "../openings/services";
import type { Ports } from "../provider/ports";
import type { System } from "../provider/system";
import { hasPublicAddress } from "../resources/public-ip";
import { RangeOpening } from "../resources/rule-openings";
import type { GroupReference } from "../resources/security-group";
import type { Vm } from "../resources/vm";
import { findGuards } from "./filters-in-front";
import { findOpenings } from "./rules";

/**
 * Whether the Internet reaches a VM by a public IP, with no load balancer that faces the Internet in front: the VM is an
 * entry by itself. What is open for administration alone is none.
 * @throws {Undecided} when that is not known
 */
export function isEntryByPublicIp(vm: Vm): boolean {
  return all(
    () =>
      some(findGuards(vm), ({ value: guarded, why }) => {
        if (why) throw why;
        return letsEverybodyIn(vm.system, guarded);
      }),
    () => hasPublicAddress(vm),
    () => !isBehindPublicBalancer(vm),
  );
}

function isBehindPublicBalancer(vm: Vm): boolean {
  const isFacing = ({ value: balancer, why }: LoadBalancerInFront) => {
    if (!balancer.isInternetFacing()) return false;
    if (why) throw why;
    return true;
  };
  return any(
    () => some(findLoadBalancersInFrontOf(vm), isFacing),
    () => isInAnotherPart(vm.system, vm.resource, IN_FRONT),
  );
}

const IN_FRONT = {
  en: "a load balancer in front of this VM",
  fr: "un load balancer devant cette VM",
};

/** Whether one of the groups of a VM or a NIC lets everybody in. */
function letsEverybodyIn(system: System, guarded: SecurityGroupTarget): boolean {
  return some(guarded.groups(), (read) => {
    const group = read();
    if (isOpenToEverybody(system, group)) return true;
    // Of a group of another stack, only some rules are in sight.
    if (group.resource) return false;
    throw new UnknownValue(guarded.resource, guarded.groupsProperty, { outside: true });
  });
}

/** Whether the rules of a group let the whole Internet in, one by one or together. */
function isOpenToEverybody(system: System, group: GroupReference): boolean {
  const ports = listPortsOfEntries(system);
  const sums = openingsByGroup(system, "Inbound").filter(
    ({ own, rule }) => own.length > 0 && ifKnown(() => rule.group().key) === group.key,
  );
  return any(
    () =>
      findOpenings(system, group, "Inbound").some((opening) =>
        all(
          () => opening instanceof RangeOpening && opening.isOpenToTheInternet(),
          () => opening.admits(...ports),
        ),
      ),
    () => some(sums, (rules) => rules.addsUp(ports.map(servicesAt)) !== undefined),
  );
}

/** Every port but those of administration. */
function listPortsOfEntries(system: System): readonly Ports[] {
  return system.memo(listPortsOfEntries, system, () => withoutPorts(EVERY_PORT, system.settings.adminPorts));
}

const EVERY_PORT: readonly Ports[] = [
  { first: 0, last: 65535, protocol: "tcp" },
  { first: 0, last: 65535, protocol: "udp" },
];
