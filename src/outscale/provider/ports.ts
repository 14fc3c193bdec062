import { protocolName, protocolNumber } from "./protocols";

/** A run of consecutive ports, both ends included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** Every port of a protocol that has ports. */
export const EVERY_PORT: PortRange = { first: 0, last: 65535 };

/** Consecutive ports of one transport protocol, `5900-5910/tcp`; most often a single one, `22/tcp`. */
export interface Ports extends PortRange {
  readonly protocol: "tcp" | "udp";
}

/** Every port of TCP: a setting that holds them all asks for nothing. */
export const EVERY_TCP_PORT: readonly Ports[] = [{ ...EVERY_PORT, protocol: "tcp" }];

/** Reads ports as settings spell them: without a protocol they are TCP. `undefined` when they are none. */
export function portsOf(setting: number | string): Ports | undefined {
  const [numbers = "", protocol = "tcp"] = String(setting).split("/");
  const [first = NaN, last = first] = numbers.split("-").map(Number);
  const arePorts = EVERY_PORT.first <= first && first <= last && last <= EVERY_PORT.last;
  return arePorts ? { first, last, protocol: protocol === "udp" ? "udp" : "tcp" } : undefined;
}

/** One port over TCP. */
export function tcpPort(number: number): Ports {
  return { first: number, last: number, protocol: "tcp" };
}

/** Ports as settings spell them, a single one by its number: `5900-5910/tcp`. */
export function formatPorts(ports: Ports): string {
  return `${formatPortRange(ports)}/${ports.protocol}`;
}

/** How many ports some runs of them are. */
export function countPorts(ports: readonly PortRange[]): number {
  return ports.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** The numbers of ports, `22` or `5900-5910`. */
export function formatPortRange({ first, last }: PortRange): string {
  return first === last ? String(first) : `${String(first)}-${String(last)}`;
}

/**
 * The ports of a rule from its two bounds, as the provider reads them: none given, or -1, is every port;
 * one given stands for both; reversed bounds are the same range.
 */
export function portsBetween(from: number | undefined, to: number | undefined): PortRange {
  const bounds = [from ?? to, to ?? from].filter((bound) => bound !== undefined);
  if (bounds.length === 0 || bounds.includes(-1)) return EVERY_PORT;
  return { first: Math.min(...bounds), last: Math.max(...bounds) };
}

/** The name of a rule's protocol, from a name in any case or an IANA number; `-1`, and nothing at all, is every protocol. */
export function protocolOf(written: string | undefined): string {
  const text = (written ?? EVERY_PROTOCOL).trim().toLowerCase();
  if (text === "all") return EVERY_PROTOCOL;
  const number = protocolNumber(text);
  return number === undefined ? text : (protocolName(number) ?? text);
}

export const EVERY_PROTOCOL = "-1";
