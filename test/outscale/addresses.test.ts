import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type AddressRange, addressesOf, isOpenToTheInternet, publicPart, union } from "../../src/outscale/addresses";

function ranges(...cidrs: string[]): AddressRange[] {
  return cidrs.flatMap((cidr) => addressesOf(cidr) ?? []);
}

/** Small ranges of a world of 256 addresses, so that they often touch. */
const small = fc.tuple(fc.nat(255), fc.nat(40)).map(([first, size]): AddressRange => ({
  family: "ipv4",
  first: BigInt(first),
  last: BigInt(Math.min(255, first + size)),
}));

function holds(list: readonly AddressRange[], address: number): boolean {
  return list.some(({ first, last }) => first <= BigInt(address) && BigInt(address) <= last);
}

describe("a range is read from", () => {
  test.each([
    ["0.0.0.0/0", 0n, 0xffffffffn],
    ["203.0.113.9/24", 0xcb007100n, 0xcb0071ffn],
    ["203.0.113.9", 0xcb007109n, 0xcb007109n],
    ["::/0", 0n, (1n << 128n) - 1n],
    ["2001:db8::/32", 0x20010db8n << 96n, (0x20010db9n << 96n) - 1n],
  ])("%s", (cidr, first, last) => {
    expect(addressesOf(cidr)).toMatchObject({ first, last });
  });
});

test.each(["", "everywhere", "10", "10.0.0.0/33", "::/129", "0x7f.1", "10.0.0.0/-1", "300.0.0.1/8", "10.0.0/8"])(
  "%j is no range",
  (text) => {
    expect(addressesOf(text)).toBeUndefined();
  },
);

test("a union holds the same addresses in separate runs", () => {
  fc.assert(
    fc.property(fc.array(small), (list) => {
      const joined = union(list);
      for (let address = 0; address < 256; address += 1) expect(holds(joined, address)).toBe(holds(list, address));
      const touching = joined.filter(({ first }, index) => first <= (joined[index - 1]?.last ?? -2n) + 1n);
      expect(touching).toEqual([]);
    }),
  );
});

test("the public part leaves the special ranges out, and nothing else", () => {
  expect(publicPart(ranges("10.0.0.0/8", "192.168.1.0/24", "fe80::/10", "240.0.0.0/4"))).toEqual([]);
  expect(publicPart(ranges("198.51.100.0/24", "203.0.113.0/24"))).toEqual(ranges("198.51.100.0/24", "203.0.113.0/24"));
  expect(publicPart(ranges("172.0.0.0/8"))).toEqual([
    { family: "ipv4", first: 0xac000000n, last: 0xac0fffffn },
    { family: "ipv4", first: 0xac200000n, last: 0xacffffffn },
  ]);
});

test.each([
  [["203.0.113.0/24"], false],
  [["203.0.112.0/23"], true],
  [["203.0.112.0/24", "203.0.113.0/24"], true],
  [["203.0.112.0/24", "203.0.114.0/24"], false],
  [["0.0.0.0/1"], true],
  [["10.0.0.0/8"], false],
  [["2001:db8::/48"], false],
  [["2001:db8::/47"], true],
  [["::/0"], true],
  [["9.255.255.0/24", "10.0.0.0/8", "11.0.0.0/24"], false],
])("%j open to the Internet: %s", (cidrs, open) => {
  expect(isOpenToTheInternet(ranges(...cidrs))).toBe(open);
});
