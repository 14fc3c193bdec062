import { all, any, certainly, possibly, some } from "../../stack";
import { intersectServices, portsAt, servicesAt, type ServiceRange, withoutPorts } from "../openings/services";
import { type Ports, tcpPort } from "../provider/ports";
import type { System } from "../provider/system";
import { Listener, listenersOf } from "../resources/listener";
import type { RangeOpening } from "../resources/rule-openings";
import { SecurityGroupRule } from "../resources/security-group-rule";
import { OpeningsOfGroup, openingsByGroup } from "./openings-of-group";

/** What may let the Internet reach a port: a rule, several rules of a group together, or a load balancer. */
export type EntryPoint = RangeOpening | OpeningsOfGroup | Listener;

/** Every way there may be into the VMs of a stack; those of several rules only with the whole stack in sight. */
export function* listEntryPoints(system: System): Iterable<EntryPoint> {
  for (const rule of system.all(SecurityGroupRule)) yield* rule.rangeOpenings("Inbound");
  if (!system.alone) yield* openingsByGroup(system, "Inbound");
  yield* listenersOf(system).filter(({ balancer }) => possibly(() => balancer.isInternetFacing()));
}

/** How the Internet reaches some ports. */
export interface Exposure {
  /** A rule; several that add up; the listener's own port, or the port of the VMs that it sends to. */
  readonly by: "rule" | "rules" | "listener" | "backend";
  /** Those of the ports that are exposed, in the order in which they were asked for. */
  readonly ports: readonly Ports[];
  /** The ranges they are open to, as written; none where a load balancer stands in between. */
  readonly ranges: readonly string[];
}

/**
 * How the Internet reaches these ports by this way; none when it does not.
 * @param behind which of them no load balancer may send to
 * @throws {Undecided} when that is not known
 */
export function findExposures(way: EntryPoint, ports: readonly Ports[], behind = ports): Exposure[] {
  if (way instanceof Listener) return byListener(way, ports, behind);
  return way instanceof OpeningsOfGroup ? byGroup(way, ports) : byRule(way, ports);
}

function byRule(opening: RangeOpening, ports: readonly Ports[]): Exposure[] {
  const isExposed = all(
    () => opening.isOpenToTheInternet(),
    () => opening.admits(...ports),
  );
  if (!isExposed) return [];
  return [{ by: "rule", ports: cutPorts(ports, [opening.services]), ranges: [opening.source] }];
}

function byGroup(group: OpeningsOfGroup, ports: readonly Ports[]): Exposure[] {
  const sum = group.addsUp(ports.map(servicesAt));
  return sum ? [{ by: "rules", ports: cutPorts(ports, sum.services), ranges: sum.ranges }] : [];
}

/**
 * How the Internet reaches services that are internal to a network; none when it does not. What is administered by the
 * same port is not among them.
 * @throws {Undecided} when that is not known
 */
export function findInternalExposures(way: EntryPoint): Exposure[] {
  const { system } = way;
  const { adminPorts, internalPorts } = system.settings;
  const watched = system.memo(findInternalExposures, system, () => withoutPorts(internalPorts, adminPorts));
  return findExposures(way, watched);
}

/** What of some ports is among services. */
export function cutPorts(ports: readonly Ports[], services: readonly ServiceRange[]): Ports[] {
  return ports.flatMap((each) => intersectServices(servicesAt(each), services).flatMap(portsAt));
}

function byListener(listener: Listener, ports: readonly Ports[], behind: readonly Ports[]): Exposure[] {
  const listens = () => some(ports, (each) => listener.listensOn(each));
  const sends = () => some(behind, (each) => listener.sendsTo(each));
  const isExposed = all(
    () => listener.balancer.isInternetFacing(),
    () => any(listens, sends),
  );
  if (!isExposed) return [];
  // One finding for each listener: that it sends there says more than that it listens there too.
  const [by, port] = certainly(sends)
    ? (["backend", listener.backendPort] as const)
    : (["listener", listener.port] as const);
  return [{ by, ports: port === undefined ? [] : [tcpPort(port)], ranges: [] }];
}
