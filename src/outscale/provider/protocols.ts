/** IP protocols by the names that people write, with their IANA numbers. */
export const PROTOCOLS = {
  icmp: 1,
  igmp: 2,
  tcp: 6,
  udp: 17,
  gre: 47,
  esp: 50,
  ah: 51,
  icmpv6: 58,
  vrrp: 112,
  sctp: 132,
} as const;

const NAMES: ReadonlyMap<number, string> = new Map(Object.entries(PROTOCOLS).map(([name, number]) => [number, name]));
const NUMBERS: ReadonlyMap<string, number> = new Map(Object.entries(PROTOCOLS));

export const LAST_PROTOCOL = 255;

/** The name of a protocol by its number, where it has one. */
export function protocolName(number: number): string | undefined {
  return NAMES.get(number);
}

/** The number of a protocol from its name or its number as text; `undefined` when it is neither. */
export function protocolNumber(written: string): number | undefined {
  const number = /^\d{1,3}$/.test(written) ? Number(written) : NUMBERS.get(written);
  return number === undefined || number > LAST_PROTOCOL ? undefined : number;
}
