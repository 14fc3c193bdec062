import { attempt } from "../stack";
import { isRuleOfTier } from "./group-holders";
import { EVERY_SERVICE, serviceOf, type ServiceRange, servicesOf, without } from "./openings/services";
import type { Port } from "./ports";
import type { SecurityGroupRule } from "./security-group-rule";
import type { SharedSettings } from "./settings";

/** What the network itself needs of everybody: unreachable, echo and time exceeded, and their equals of IPv6. */
const ICMP_TYPES: readonly (readonly [protocol: string, ...types: number[]])[] = [
  ["icmp", 3, 8, 11],
  ["icmpv6", 1, 2, 3, 128],
];
const VPN = "vpn";

function ofVpn(): ServiceRange[] {
  return known(servicesOf("udp", 500, 500), servicesOf("udp", 4500, 4500), servicesOf("esp"));
}

function ofEverybody(ports: readonly Port[]): ServiceRange[] {
  const icmp = ICMP_TYPES.flatMap(([protocol, ...types]) => types.map((type) => servicesOf(protocol, type)));
  return [...ports.map((port) => ({ first: serviceOf(port), last: serviceOf(port) })), ...known(...icmp)];
}

function known(...ranges: readonly (ServiceRange | undefined)[]): ServiceRange[] {
  return ranges.filter((range) => range !== undefined);
}

/**
 * What a rule opens beyond the services that are meant for everybody: these ports, the errors and the echo of ICMP, and
 * for the group of a VPN's VMs what a VPN is made of.
 * @param find what of some services the rule opens; `undefined` for nothing
 * @throws {Undecided} when it hangs on whose group it is, and that is not known
 */
export function beyondPublicServices<T>(
  rule: SecurityGroupRule,
  { ports, shared }: { readonly ports: readonly Port[]; readonly shared: SharedSettings },
  find: (services: readonly ServiceRange[]) => T | undefined,
): T | undefined {
  const usual = ofEverybody(ports);
  const beyondUsual = () => find(without(EVERY_SERVICE, usual));
  const beyondVpn = () => find(without(EVERY_SERVICE, [...usual, ...ofVpn()]));
  const isVpn = attempt(() => isRuleOfTier(rule, [VPN], shared));
  if ("value" in isVpn) return isVpn.value ? beyondVpn() : beyondUsual();
  const found = beyondVpn();
  if (found !== undefined || beyondUsual() === undefined) return found;
  throw isVpn.why;
}
