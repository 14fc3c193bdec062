import { all, any, ifKnown, some, UnknownValue } from "../../stack";
import { isBehindPublicBalancer } from "../firewall/load-balancers-in-front";
import { openingsByGroup, type OpeningsOfGroup } from "../firewall/openings-of-group";
import type { SecurityGroupTarget } from "../firewall/security-group-targets";
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
  return any(
    () =>
      findOpenings(system, group, "Inbound").some((opening) =>
        all(
          () => opening instanceof RangeOpening && opening.isOpenToTheInternet(),
          () => opening.admits(...ports),
        ),
      ),
    () => findRulesOf(system, group)?.addsUp(ports.map(servicesAt)) !== undefined,
  );
}

/** All the rules of a group together, where it has several. */
function findRulesOf(system: System, { key }: GroupReference): OpeningsOfGroup | undefined {
  const byGroup = system.memo(findRulesOf, system, () => {
    const certain = openingsByGroup(system, "Inbound").filter(({ own }) => own.length > 0);
    return new Map(certain.map((openings) => [ifKnown(() => openings.rule.group().key), openings]));
  });
  return byGroup.get(key);
}

/** Every port but those of administration. */
function listPortsOfEntries(system: System): readonly Ports[] {
  return system.memo(listPortsOfEntries, system, () => withoutPorts(EVERY_PORT, system.settings.adminPorts));
}

const EVERY_PORT: readonly Ports[] = [
  { first: 0, last: 65535, protocol: "tcp" },
  { first: 0, last: 65535, protocol: "udp" },
];
