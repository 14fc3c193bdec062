import { EVERY_PROTOCOL, type PortRange, type Ports, portsBetween, protocolOf } from "../provider/ports";
import { LAST_PROTOCOL, protocolNumber, PROTOCOLS } from "../provider/protocols";

/**
 * What a packet asks for: a protocol with one of its ports, as one number, so that all services lie on one line.
 * The protocol is the high part and the port the low 16 bits. ICMP has its type and code there, as in its header and
 * in the selectors of IPsec (RFC 4301, 4.4.1.1). A protocol without ports holds all 65,536 places of its own at once.
 */
export type Service = number;

/** A run of consecutive services, both ends included. */
export interface ServiceRange {
  readonly first: Service;
  readonly last: Service;
}

export const PORTS = 65536;
/** Codes of one ICMP type. */
export const CODES = 256;

export const EVERY_SERVICE: ServiceRange = { first: 0, last: (LAST_PROTOCOL + 1) * PORTS - 1 };

const TRANSPORTS = ["tcp", "udp"] as const;
const WITH_PORTS: readonly number[] = TRANSPORTS.map((protocol) => PROTOCOLS[protocol]);
const WITH_TYPES: readonly number[] = [PROTOCOLS.icmp, PROTOCOLS.icmpv6];

export function hasPorts(protocol: number): boolean {
  return WITH_PORTS.includes(protocol);
}

export function hasTypes(protocol: number): boolean {
  return WITH_TYPES.includes(protocol);
}

/** The services of ports. */
export function servicesAt({ first, last, protocol }: Ports): ServiceRange {
  const start: Service = PROTOCOLS[protocol] * PORTS;
  return { first: start + first, last: start + last };
}

/** Whether all of some ports are among others. */
export function coversPorts(ports: readonly Ports[], wanted: readonly Ports[]): boolean {
  const services = ports.map(servicesAt);
  return wanted.every((each) => subtractServices(servicesAt(each), services).length === 0);
}

/** What is left of some ports without others, in the order in which they are given. */
export function withoutPorts(ports: readonly Ports[], others: readonly Ports[]): Ports[] {
  const services = others.map(servicesAt);
  return ports.flatMap((each) => subtractServices(servicesAt(each), services).flatMap(portsAt));
}

/** The ports of services, as far as they are ports of TCP or UDP. */
export function portsAt(range: ServiceRange): Ports[] {
  return TRANSPORTS.flatMap((protocol) => {
    const start: Service = PROTOCOLS[protocol] * PORTS;
    const own = intersectServices(range, [{ first: start, last: start + PORTS - 1 }]);
    return own.map(({ first, last }) => ({ first: first - start, last: last - start, protocol }));
  });
}

/** What services have in common with others, in order. */
export function intersectServices(range: ServiceRange, others: readonly ServiceRange[]): ServiceRange[] {
  return others
    .map(({ first, last }) => ({ first: Math.max(first, range.first), last: Math.min(last, range.last) }))
    .filter(({ first, last }) => first <= last)
    .sort(byFirst);
}

/** What is left of services without others, in order. */
export function subtractServices(range: ServiceRange, others: readonly ServiceRange[]): ServiceRange[] {
  const left: ServiceRange[] = [];
  let { first } = range;
  for (const taken of intersectServices(range, others)) {
    if (taken.first > first) left.push({ first, last: taken.first - 1 });
    first = Math.max(first, taken.last + 1);
  }
  return first > range.last ? left : [...left, { first, last: range.last }];
}

/** Services as the fewest ranges, in order. */
export function mergeServices(ranges: readonly ServiceRange[]): ServiceRange[] {
  const runs: ServiceRange[] = [];
  for (const range of [...ranges].sort(byFirst)) {
    const previous = runs.at(-1);
    if (previous && range.first <= previous.last + 1)
      runs[runs.length - 1] = { ...previous, last: Math.max(previous.last, range.last) };
    else runs.push(range);
  }
  return runs;
}

function byFirst(a: ServiceRange, b: ServiceRange): number {
  return a.first - b.first;
}

/**
 * The services of a rule, as the provider reads its protocol and its two bounds. `-1` is every protocol, whatever
 * ports it names. For ICMP the first bound is a type and the second a code (Outscale API, `CreateSecurityGroupRule`:
 * "or an ICMP type number", "or an ICMP code number"); -1 or nothing is every one. `undefined` when the protocol has
 * no number or a bound is none of the protocol's.
 */
export function servicesOf(written: string | undefined, from?: number, to?: number): ServiceRange | undefined {
  const name = protocolOf(written);
  if (name === EVERY_PROTOCOL) return EVERY_SERVICE;
  const protocol = protocolNumber(name);
  if (protocol === undefined) return undefined;
  const ports = placesOf(protocol, from, to);
  return ports && isWithin(ports.first, PORTS) && isWithin(ports.last, PORTS)
    ? { first: protocol * PORTS + ports.first, last: protocol * PORTS + ports.last }
    : undefined;
}

function placesOf(protocol: number, from: number | undefined, to: number | undefined): PortRange | undefined {
  if (hasPorts(protocol)) return portsBetween(from, to);
  return hasTypes(protocol) ? typesOf(from ?? -1, to ?? -1) : { first: 0, last: PORTS - 1 };
}

function typesOf(type: number, code: number): PortRange | undefined {
  if (type === -1) return { first: 0, last: PORTS - 1 };
  if (!isWithin(type, CODES)) return undefined;
  if (code === -1) return { first: type * CODES, last: type * CODES + CODES - 1 };
  return isWithin(code, CODES) ? { first: type * CODES + code, last: type * CODES + code } : undefined;
}

function isWithin(number: number, end: number): boolean {
  return Number.isInteger(number) && number >= 0 && number < end;
}
