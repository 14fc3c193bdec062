import { all, attempt, type Undecided } from "../../stack";
import {
  EVERY_SERVICE,
  servicesAt,
  type ServiceRange,
  servicesOf,
  intersectServices,
  subtractServices,
} from "../openings/services";
import { type Ports, tcpPort } from "../provider/ports";
import type { Opening, OpeningRule, RangeOpening } from "../resources/rule-openings";
import { VPN } from "../tiers/job";
import { isRuleOfTier } from "./group-holders";
import { OpeningsOfGroup, type Sum } from "./openings-of-group";

/** What the network itself needs of everybody: unreachable, echo and time exceeded, and their equals of IPv6. */
const ICMP_TYPES: readonly (readonly [protocol: string, ...types: number[]])[] = [
  ["icmp", 3, 8, 11],
  ["icmpv6", 1, 2, 3, 128],
];

/** What VMs of these tiers are there to be called for by everybody. */
const BY_TIER: readonly (readonly [tier: string, services: readonly ServiceRange[]])[] = [
  [VPN, dropUnknown(servicesOf("udp", 500, 500), servicesOf("udp", 4500, 4500), servicesOf("esp"))],
  ["mail", [25, 465, 587, 993].map(tcpPort).map(servicesAt)],
  ["dns", dropUnknown(servicesOf("tcp", 53, 53), servicesOf("udp", 53, 53))],
];

function listServicesOfEverybody(ports: readonly Ports[]): ServiceRange[] {
  const icmp = ICMP_TYPES.flatMap(([protocol, ...types]) => types.map((type) => servicesOf(protocol, type)));
  return [...ports.map(servicesAt), ...dropUnknown(...icmp)];
}

function dropUnknown(...ranges: readonly (ServiceRange | undefined)[]): ServiceRange[] {
  return ranges.filter((range) => range !== undefined);
}

/**
 * What an opening lets pass beyond the services that are meant for everybody: these ports, the errors and the echo of
 * ICMP, and for the group of VMs that are a VPN, serve mail or answer for names what that is made of. An opening of every
 * protocol is named whole.
 * @throws {Undecided} when it hangs on whose group it is, and that is not known
 */
export function findServicesBeyond(opening: Opening, ports: readonly Ports[]): readonly ServiceRange[] {
  if (opening.isEveryService()) return [EVERY_SERVICE];
  const beyond = findBeyondMeant(opening.rule, ports, (services) => {
    const open = intersectServices(opening.services, services);
    return open.length > 0 ? open : undefined;
  });
  return beyond ?? [];
}

/** What the Internet reaches, by one rule or by several that add up. */
interface Excess extends Sum {
  readonly by: "rule" | "rules";
}

/**
 * What the Internet reaches beyond these ports and the other services that are meant for everybody; administration ports
 * and internal services are not among it, which are watched by themselves.
 * @throws {Undecided} when that is not known
 */
export function findExcess(way: RangeOpening | OpeningsOfGroup, ports: readonly Ports[]): Excess[] {
  const { adminPorts, internalPorts } = way.system.settings;
  const left = [...ports, ...adminPorts, ...internalPorts];
  if (way instanceof OpeningsOfGroup) {
    const sum = findBeyondMeant(way.rule, left, (services) => way.addsUp(services));
    return sum ? [{ by: "rules", ...sum }] : [];
  }
  const isTooMuch = all(
    () => way.isInForce(),
    () => way.isOpenToTheInternet(),
    () => findServicesBeyond(way, left).length > 0,
  );
  return isTooMuch ? [{ by: "rule", ranges: [way.source], services: findServicesBeyond(way, left) }] : [];
}

function findBeyondMeant<T>(
  rule: OpeningRule,
  ports: readonly Ports[],
  find: (services: readonly ServiceRange[]) => T | undefined,
): T | undefined {
  const findBeyond = (meant: readonly ServiceRange[]) => find(subtractServices(EVERY_SERVICE, meant));
  const meant = listServicesOfEverybody(ports);
  const unsure: { readonly services: readonly ServiceRange[]; readonly why: Undecided }[] = [];
  for (const [tier, services] of BY_TIER) {
    const isOfTier = attempt(() => isRuleOfTier(rule, [tier]));
    if (isOfTier.why) unsure.push({ services, why: isOfTier.why });
    else if (isOfTier.value) meant.push(...services);
  }
  const found = findBeyond([...meant, ...unsure.flatMap(({ services }) => services)]);
  // What an unsure tier would be meant for may be open.
  const decisive = unsure.find(({ services }) => find(services) !== undefined);
  // With the stack in sight the answer is exact, and a finding has to name the same services before and after.
  if (decisive && (rule.system.alone || found === undefined) && findBeyond(meant) !== undefined) throw decisive.why;
  return found;
}
