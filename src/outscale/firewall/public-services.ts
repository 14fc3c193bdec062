import { attempt } from "../../stack";
import {
  EVERY_SERVICE,
  serviceAt,
  type ServiceRange,
  servicesOf,
  intersectServices,
  subtractServices,
} from "../openings/services";
import type { Port } from "../provider/ports";
import type { Opening, OpeningRule } from "../resources/rule-openings";
import { VPN } from "../tiers/job";
import { isRuleOfTier } from "./group-holders";
import type { OpeningsOfGroup, Sum } from "./openings-of-group";

/** What the network itself needs of everybody: unreachable, echo and time exceeded, and their equals of IPv6. */
const ICMP_TYPES: readonly (readonly [protocol: string, ...types: number[]])[] = [
  ["icmp", 3, 8, 11],
  ["icmpv6", 1, 2, 3, 128],
];

function listVpnServices(): ServiceRange[] {
  return dropUnknown(servicesOf("udp", 500, 500), servicesOf("udp", 4500, 4500), servicesOf("esp"));
}

function listServicesOfEverybody(ports: readonly Port[]): ServiceRange[] {
  const icmp = ICMP_TYPES.flatMap(([protocol, ...types]) => types.map((type) => servicesOf(protocol, type)));
  return [...ports.map(serviceAt), ...dropUnknown(...icmp)];
}

function dropUnknown(...ranges: readonly (ServiceRange | undefined)[]): ServiceRange[] {
  return ranges.filter((range) => range !== undefined);
}

/**
 * What an opening lets pass beyond the services that are meant for everybody: these ports, the errors and the echo of
 * ICMP, and for the group of a VPN's VMs what a VPN is made of. An opening of every protocol is named whole.
 * @throws {Undecided} when it hangs on whose group it is, and that is not known
 */
export function findServicesBeyond(opening: Opening, ports: readonly Port[]): readonly ServiceRange[] {
  const beyond = findBeyondMeant(opening.rule, ports, (services) => {
    const open = intersectServices(opening.services, services);
    return open.length > 0 ? open : undefined;
  });
  return beyond && opening.isEveryService() ? [EVERY_SERVICE] : (beyond ?? []);
}

/**
 * What the rules of a group let pass beyond the services that are meant for everybody, only together.
 * @throws {Undecided} when an opening that is not known could make the difference
 */
export function findSumBeyond(group: OpeningsOfGroup, ports: readonly Port[]): Sum | undefined {
  return findBeyondMeant(group.rule, ports, (services) => group.addsUp(services));
}

function findBeyondMeant<T>(
  rule: OpeningRule,
  ports: readonly Port[],
  find: (services: readonly ServiceRange[]) => T | undefined,
): T | undefined {
  const usual = listServicesOfEverybody(ports);
  const beyondUsual = () => find(subtractServices(EVERY_SERVICE, usual));
  const beyondVpn = () => find(subtractServices(EVERY_SERVICE, [...usual, ...listVpnServices()]));
  const isVpn = attempt(() => isRuleOfTier(rule, [VPN]));
  if (!isVpn.why) return isVpn.value ? beyondVpn() : beyondUsual();
  const found = beyondVpn();
  if (found !== undefined || beyondUsual() === undefined) return found;
  throw isVpn.why;
}
