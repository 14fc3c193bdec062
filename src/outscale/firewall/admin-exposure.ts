import { all, attempt, possibly, some, type Undecided } from "../../stack";
import { isOfOks } from "../kubernetes/oks-tag";
import { intersectServices, portsAt, servicesAt, subtractServices } from "../openings/services";
import { type Ports, tcpPort } from "../provider/ports";
import type { System } from "../provider/system";
import { Listener, listenersOfBalancer } from "../resources/listener";
import { hasPublicAddress } from "../resources/public-ip";
import type { Opening, OpeningRule } from "../resources/rule-openings";
import type { GroupReference } from "../resources/security-group";
import { Vm } from "../resources/vm";
import { cutPorts, type EntryPoint, type Exposure, findExposures } from "./exposure";
import { holdersOf } from "./group-holders";
import { findLoadBalancersInFront, type LoadBalancerInFront } from "./load-balancers-in-front";

/** Consoles that speak HTTP (Proxmox, Cockpit and Prometheus), and so may stand behind a load balancer like a web site. */
const CONSOLES = [8006, 9090].map(tcpPort);
/** The API of Kubernetes. */
const KUBERNETES = [6443].map(tcpPort);
const SPECIAL = [...CONSOLES, ...KUBERNETES].map(servicesAt);

/**
 * How the Internet administers machines by these ports; none when it does not.
 * @throws {Undecided} when that is not known
 */
export function findAdminExposures(way: EntryPoint, ports: readonly Ports[]): Exposure[] {
  const watched = splitSpecial(way.system, ports);
  if (way instanceof Listener) {
    const { plain, unsure } = sift(watched, (each) => isAmong(each, CONSOLES) && way.endsTlsWithCertificate());
    return decide(findExposures(way, watched, plain), unsure, (each) => findExposures(way, [], [each]));
  }
  const { plain, unsure } = sift(watched, (each) => isExcused(way.rule, each));
  const found = decide(findExposures(way, plain), unsure, (each) => findExposures(way, [each]));
  // Before and with the stack alike, a finding names all that is open: an excuse only holds for what opens nothing else.
  return found.length > 0 ? findExposures(way, watched) : [];
}

/**
 * The ports among these by which an opening lets its peer administer machines.
 * @throws {Undecided} when none certainly is open, and one may be
 */
export function findAdminPorts(opening: Opening, ports: readonly Ports[]): Ports[] {
  const watched = splitSpecial(opening.system, ports);
  if (!opening.admits(...watched)) return [];
  const open = cutPorts(watched, [opening.services]);
  return some(open, (each) => !isExcused(opening.rule, each)) ? open : [];
}

/** The same ports, with each one apart that may be excused. */
function splitSpecial(system: System, ports: readonly Ports[]): readonly Ports[] {
  // The same for every rule.
  return system.memo(splitSpecial, ports, () =>
    ports.flatMap((each) => {
      const range = servicesAt(each);
      const parts = [...subtractServices(range, SPECIAL), ...intersectServices(range, SPECIAL)];
      return parts.sort((a, b) => a.first - b.first).flatMap(portsAt);
    }),
  );
}

/** Ports that are watched, and those that may be excused, each with what hides whether it is. */
interface Sifted {
  readonly plain: readonly Ports[];
  readonly unsure: readonly { readonly ports: Ports; readonly why: Undecided }[];
}

function sift(watched: readonly Ports[], excuses: (ports: Ports) => boolean): Sifted {
  const read = watched.map((ports) => ({ ports, excused: attempt(() => excuses(ports)) }));
  return {
    plain: read.flatMap(({ ports, excused }) => (excused.value === false ? [ports] : [])),
    unsure: read.flatMap(({ ports, excused: { why } }) => (why ? [{ ports, why }] : [])),
  };
}

/** @throws {Undecided} when nothing is found for certain, and a port that may be excused is exposed */
function decide(found: Exposure[], unsure: Sifted["unsure"], find: (ports: Ports) => Exposure[]): Exposure[] {
  const decisive = unsure.find(({ ports }) => possibly(() => find(ports).length > 0));
  if (found.length === 0 && decisive) throw decisive.why;
  return found;
}

/** Whether what a rule opens by a port is no administration: the API of a cluster of OKS, or a web application. */
function isExcused(rule: OpeningRule, ports: Ports): boolean {
  const { system } = rule;
  if (isAmong(ports, KUBERNETES)) {
    // The API of a cluster of OKS is Outscale's own, and the cluster lists who may call it.
    return rule.belongsTo(({ resource }) => resource !== undefined && isOfOks(system, resource));
  }
  return isAmong(ports, CONSOLES) && rule.belongsTo((group) => isReachedOverTls(rule, group, ports));
}

/** Whether the VMs that have a group are reached on a port through load balancers that end TLS, and not by a public IP. */
function isReachedOverTls({ system }: OpeningRule, group: GroupReference, ports: Ports): boolean {
  // Asked of every rule that may be the group's.
  return system.memo(`reached over TLS at ${String(ports.first)}-${String(ports.last)}`, group.key, () =>
    all(
      () => some(findLoadBalancersInFront(system, group), (front) => endsTlsFor(front, ports)),
      () => !holdersOf(system, group).some((holder) => !(holder instanceof Vm) || hasPublicAddress(holder)),
    ),
  );
}

/** @throws {Undecided} when a load balancer that does may not be in front */
function endsTlsFor({ value: balancer, why }: LoadBalancerInFront, ports: Ports): boolean {
  const ends = some(listenersOfBalancer(balancer), (listener) =>
    all(
      () => listener.sendsTo(ports),
      () => listener.endsTlsWithCertificate(),
    ),
  );
  if (ends && why) throw why;
  return ends;
}

function isAmong({ first, last, protocol }: Ports, special: readonly Ports[]): boolean {
  return protocol === "tcp" && special.some((each) => each.first === first && each.last === last);
}
