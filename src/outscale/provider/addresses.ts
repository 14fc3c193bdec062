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

/**
 * The addresses of a CIDR block or a single address; host bits are ignored, and IPv4 written in IPv6 is that IPv4.
 * `undefined` when the text is neither.
 */
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
  const range = { family, first, last: first + size - 1n };
  return family === "ipv6" ? (ipv4Within(range) ?? range) : range;
}

/**
 * Where IPv6 holds IPv4, 96 bits each: mapped and compatible addresses (RFC 4291), translated ones (RFC 2765, 6052, 8215)
 * and those of tunnels (RFC 5214).
 */
export const IPV4_IN_IPV6: readonly AddressRange[] = [
  ...[0xffffn << 32n, 0n, 0xffffn << 48n, 0x64ff9bn << 96n, 0x64ff9b0001n << 80n, 0x5efen << 32n],
].map((first) => ({ family: "ipv6", first, last: first + (1n << 32n) - 1n }));
/** The unspecified address and the loopback look like compatible addresses, and are none. */
const OWN_IPV6 = 1n;
const EVERY_IPV4: AddressRange = { family: "ipv4", first: 0n, last: (1n << 32n) - 1n };
/** As many IPv6 addresses as one place has, a /48: a wider range says more than the IPv4 that it holds. */
const ONE_PLACE = 1n << 80n;

/** The IPv4 that an IPv6 range is, where it lies within such a block, or is little more than one. */
function ipv4Within({ first, last }: AddressRange): AddressRange | undefined {
  if (last <= OWN_IPV6) return undefined;
  const block = IPV4_IN_IPV6.find((each) => each.first <= first && last <= each.last);
  if (block) return { family: "ipv4", first: first - block.first, last: last - block.first };
  const holdsOne = IPV4_IN_IPV6.some((each) => first <= each.first && each.last <= last);
  return holdsOne && last - first < ONE_PLACE ? EVERY_IPV4 : undefined;
}

function parsed(text: string): IPv4 | IPv6 | undefined {
  // ipaddr.js also reads "10" and "0x7f.1" as addresses; the provider does not.
  if (!text.includes(":") && !/^\d+\.\d+\.\d+\.\d+$/.test(text)) return undefined;
  // Some read a leading zero as octal, others do not.
  if (/(?:^|[.:])0\d+(?:\.|$)/.test(text) && text.includes(".")) return undefined;
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
