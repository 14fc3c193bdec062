import { parse, type IPv4, type IPv6 } from "ipaddr.js";

export type Family = "ipv4" | "ipv6";

/** A run of consecutive addresses, both ends included. */
export interface AddressRange {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

const BITS = { ipv4: 32, ipv6: 128 } as const;

/** The addresses of a CIDR block or a single address; host bits are ignored. `undefined` when the text is neither. */
export function addressesOf(cidr: string): AddressRange | undefined {
  const match = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(cidr.trim());
  const address = match?.[1] === undefined ? undefined : parsed(match[1]);
  if (!address) return undefined;
  const family = address.kind();
  const prefix = match?.[2] === undefined ? BITS[family] : Number(match[2]);
  if (prefix > BITS[family]) return undefined;
  const size = 1n << BigInt(BITS[family] - prefix);
  const number = address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
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

/** The IANA special-purpose blocks that no Internet host has; documentation blocks count as public. */
const NOT_PUBLIC = [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4"],
  ...["::/128", "::1/128", "fc00::/7", "fe80::/10", "ff00::/8"],
].flatMap((cidr) => addressesOf(cidr) ?? []);

/** The part of some ranges that Internet hosts can have, as separate runs: sorted, touching runs joined. */
export function publicPart(ranges: readonly AddressRange[]): AddressRange[] {
  return NOT_PUBLIC.reduce<AddressRange[]>(
    (left, special) => left.flatMap((range) => without(range, special)),
    union(ranges),
  );
}

/** Joins ranges that overlap or touch. */
export function union(ranges: readonly AddressRange[]): AddressRange[] {
  const sorted = [...ranges].sort((a, b) =>
    a.family === b.family ? (a.first < b.first ? -1 : a.first > b.first ? 1 : 0) : a.family < b.family ? -1 : 1,
  );
  const joined: AddressRange[] = [];
  for (const range of sorted) {
    const previous = joined.at(-1);
    if (previous?.family === range.family && range.first <= previous.last + 1n) {
      joined[joined.length - 1] = { ...previous, last: range.last > previous.last ? range.last : previous.last };
    } else joined.push(range);
  }
  return joined;
}

function without(range: AddressRange, taken: AddressRange): AddressRange[] {
  if (range.family !== taken.family || taken.last < range.first || taken.first > range.last) return [range];
  const before = { ...range, last: taken.first - 1n };
  const after = { ...range, first: taken.last + 1n };
  return [before, after].filter(({ first, last }) => first <= last);
}

/** The widest public source that still counts as a chosen place: a /24 (IPv4), a /48 (IPv6). */
const WIDEST_CHOSEN = { ipv4: 1n << 8n, ipv6: 1n << 80n } as const;

/** True when the ranges together take in more neighbouring public addresses than one chosen place has. */
export function isOpenToTheInternet(ranges: readonly AddressRange[]): boolean {
  return publicPart(ranges).some(({ family, first, last }) => last - first + 1n > WIDEST_CHOSEN[family]);
}
