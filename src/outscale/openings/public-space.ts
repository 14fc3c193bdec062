import { addressesOf, BITS, type Family, IPV4_IN_IPV6 } from "../provider/addresses";
import { AddressSet } from "./address-set";
import { splitIntoCidrs } from "./cidrs";

/** The IANA special-purpose blocks that no Internet host has; documentation blocks count as public. */
export const SPECIAL_PURPOSE = {
  "0.0.0.0/8": "this network",
  "10.0.0.0/8": "private use",
  "100.64.0.0/10": "shared between a carrier and its customers",
  "127.0.0.0/8": "loopback",
  "169.254.0.0/16": "link-local",
  "172.16.0.0/12": "private use",
  "192.0.0.0/24": "protocol assignments",
  "192.168.0.0/16": "private use",
  "198.18.0.0/15": "benchmarks",
  "224.0.0.0/4": "multicast",
  "240.0.0.0/4": "reserved, broadcast",
  "::/128": "unspecified",
  "::1/128": "loopback",
  "fc00::/7": "unique local",
  "fe80::/10": "link-local",
  "ff00::/8": "multicast",
} as const;

/** Every address that an Internet host can have. */
export const PUBLIC_SPACE = ofCidrs("0.0.0.0/0", "::/0")
  .difference(ofCidrs(...Object.keys(SPECIAL_PURPOSE)))
  // What is IPv4 in the clothes of IPv6 counts as IPv4.
  .difference(AddressSet.of(IPV4_IN_IPV6));

const PUBLIC_SPACES = { ipv4: PUBLIC_SPACE.of("ipv4"), ipv6: PUBLIC_SPACE.of("ipv6") };

function ofCidrs(...cidrs: readonly string[]): AddressSet {
  return AddressSet.of(cidrs.flatMap((cidr) => addressesOf(cidr) ?? []));
}

/** The families whose whole Internet is in the set, in one range or in many that add up. */
export function coveredPublicSpaces(set: AddressSet): Family[] {
  return (["ipv4", "ipv6"] as const).filter((family) => PUBLIC_SPACES[family].isSubsetOf(set));
}

/** The length of the widest CIDR prefix of public addresses that the set holds in full: 24 for a /24. */
export function widestPublicPrefix(set: AddressSet, family: Family): number | undefined {
  const { ranges } = set.intersection(PUBLIC_SPACES[family]);
  const prefixes = ranges.flatMap(splitIntoCidrs).map(({ prefix }) => prefix);
  return prefixes.reduce<number | undefined>((widest = BITS[family], prefix) => Math.min(widest, prefix), undefined);
}

/** The widest public source that still counts as a chosen place, as an IPv4 and an IPv6 prefix. */
const CHOSEN_PLACE = { ipv4: 24, ipv6: 48 } as const;

/** True when the set takes in more neighbouring public addresses than one chosen place has. */
export function isOpenToTheInternet(set: AddressSet): boolean {
  return set
    .intersection(PUBLIC_SPACE)
    .ranges.some(({ family, first, last }) => last - first + 1n > 1n << BigInt(BITS[family] - CHOSEN_PLACE[family]));
}
