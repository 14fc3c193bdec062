import { parse, type IPv4, type IPv6 } from "ipaddr.js";

/** The two kinds of IP addresses. */
export type Family = "ipv4" | "ipv6";

/** A run of consecutive addresses, both ends included. */
export interface AddressRange {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

/** How long the addresses of a family are. */
export const BITS = { ipv4: 32, ipv6: 128 } as const;

/** The addresses of a CIDR block or a single address; host bits are ignored. `undefined` when the text is neither. */
export function addressesOf(cidr: string): AddressRange | undefined {
  const match = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(cidr.trim());
  const address = match?.[1] === undefined ? undefined : parsed(match[1]);
  if (!address) return undefined;
  const family = address.kind();
  const prefix = match?.[2] === undefined ? BITS[family] : Number(match[2]);
  if (prefix > BITS[family]) return undefined;
  const size = 1n << BigInt(BITS[family] - prefix);
  const number = BigInt(`0x${Buffer.from(address.toByteArray()).toString("hex")}`);
  const first = number - (number % size);
  return { family, first, last: first + size - 1n };
}

function parsed(text: string): IPv4 | IPv6 | undefined {
  // ipaddr.js also reads "10" and "0x7f.1" as addresses; the provider does not.
  if (!text.includes(":") && !/^\d+\.\d+\.\d+\.\d+$/.test(text)) return undefined;
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
