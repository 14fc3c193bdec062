import type { AddressRange } from "../provider/addresses";

/** Where IPv6 begins on the line of all addresses: far from the last IPv4 address, so that no run holds both. */
const IPV6 = 1n << 64n;

/** The place of a range's first address on the line of all addresses, IPv4 before IPv6. */
export function startOf({ family, first }: AddressRange): bigint {
  return family === "ipv4" ? first : IPV6 + first;
}

/** The place after a range's last address. */
export function endOf({ family, last }: AddressRange): bigint {
  return (family === "ipv4" ? last : IPV6 + last) + 1n;
}

/** The range from a place up to the one before the end. */
export function rangeBetween(start: bigint, end: bigint): AddressRange {
  return start < IPV6
    ? { family: "ipv4", first: start, last: end - 1n }
    : { family: "ipv6", first: start - IPV6, last: end - 1n - IPV6 };
}
