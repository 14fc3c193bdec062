import { all, any, certainly, possibly, some } from "../../stack";
import { serviceAt, intersectServices } from "../openings/services";
import type { Port } from "../provider/ports";
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
  readonly ports: readonly Port[];
  /** The ranges they are open to, as written; none where a load balancer stands in between. */
  readonly ranges: readonly string[];
}

/**
 * How the Internet reaches these ports by this way; none when it does not.
 * @throws {Undecided} when that is not known
 */
export function findExposures(way: EntryPoint, ports: readonly Port[]): Exposure[] {
  if (way instanceof Listener) return byListener(way, ports);
  return way instanceof OpeningsOfGroup ? byGroup(way, ports) : byRule(way, ports);
}

function byRule(opening: RangeOpening, ports: readonly Port[]): Exposure[] {
  const isExposed = all(
    () => opening.isOpenToTheInternet(),
    () => some(ports, (port) => opening.admits(port)),
  );
  if (!isExposed) return [];
  const exposed = ports.filter((port) => certainly(() => opening.admits(port)));
  return [{ by: "rule", ports: exposed, ranges: [opening.source] }];
}

function byGroup(group: OpeningsOfGroup, ports: readonly Port[]): Exposure[] {
  const sum = group.addsUp(ports.map(serviceAt));
  if (!sum) return [];
  const exposed = ports.filter((port) => intersectServices(serviceAt(port), sum.services).length > 0);
  return [{ by: "rules", ports: exposed, ranges: sum.ranges }];
}

function byListener(listener: Listener, ports: readonly Port[]): Exposure[] {
  const listens = () => some(ports, (port) => listener.listensOn(port));
  const sends = () => some(ports, (port) => listener.sendsTo(port));
  const isExposed = all(
    () => listener.balancer.isInternetFacing(),
    () => any(listens, sends),
  );
  if (!isExposed) return [];
  // One finding for each listener: that it sends there says more than that it listens there too.
  return certainly(sends)
    ? [{ by: "backend", ports: ports.filter((port) => listener.sendsTo(port)), ranges: [] }]
    : [{ by: "listener", ports: ports.filter((port) => listener.listensOn(port)), ranges: [] }];
}
