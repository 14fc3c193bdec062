import { protocolName, protocolNumber } from "./protocols";

/** A run of consecutive ports, both ends included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

export const EVERY_PORT: PortRange = { first: 0, last: 65535 };

/** A port of one transport protocol, `22/tcp`. */
export interface Port {
  readonly number: number;
  readonly protocol: "tcp" | "udp";
}

/** Reads a port as settings spell it: a number is TCP. */
export function portOf(setting: number | string): Port {
  const [number, protocol = "tcp"] = String(setting).split("/");
  return { number: Number(number), protocol: protocol === "udp" ? "udp" : "tcp" };
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
