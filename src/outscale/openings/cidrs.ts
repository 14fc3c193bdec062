import { IPv4, IPv6 } from "ipaddr.js";
import { type AddressRange, BITS, type Family } from "../provider/addresses";

/** A block of 2^(bits - prefix) addresses, which starts at a multiple of its size. */
export interface Cidr {
  readonly family: Family;
  readonly first: bigint;
  readonly prefix: number;
}

/** The fewest blocks that hold exactly the addresses of a range, in order. */
export function splitIntoCidrs({ family, first, last }: AddressRange): Cidr[] {
  const blocks: Cidr[] = [];
  for (let from = first; from <= last;) {
    let prefix = BITS[family];
    for (let wider = 2n; from % wider === 0n && from + wider - 1n <= last; wider *= 2n) prefix -= 1;
    blocks.push({ family, first: from, prefix });
    from += 1n << BigInt(BITS[family] - prefix);
  }
  return blocks;
}

export function formatCidr({ family, first, prefix }: Cidr): string {
  return `${formatAddress(family, first)}/${String(prefix)}`;
}

/** A range as one CIDR block where it is one, or else by its ends: `10.0.0.0/24`, `10.0.0.0-10.0.0.9`. */
export function formatRange(range: AddressRange): string {
  const [block, ...more] = splitIntoCidrs(range);
  return block && more.length === 0
    ? formatCidr(block)
    : `${formatAddress(range.family, range.first)}-${formatAddress(range.family, range.last)}`;
}

function formatAddress(family: Family, address: bigint): string {
  const bytes = Array.from({ length: BITS[family] / 8 }, (_, index) =>
    Number((address >> BigInt(BITS[family] - 8 * (index + 1))) & 255n),
  );
  return family === "ipv4" ? new IPv4(bytes).toString() : new IPv6(bytes).toRFC5952String();
}
