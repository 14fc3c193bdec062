import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { AddressSet } from "../../../src/outscale/openings/address-set";
import { formatRange } from "../../../src/outscale/openings/cidrs";
import type { AddressRange } from "../../../src/outscale/provider/addresses";
import { addresses } from "./addresses";

describe("a set of addresses", () => {
  test.each<[readonly string[], readonly string[]]>([
    [[], []],
    [["203.0.113.9"], ["203.0.113.9/32"]],
    [["10.0.1.0/24", "10.0.0.0/24"], ["10.0.0.0/23"]],
    [
      ["10.0.1.0/24", "10.0.2.0/24"],
      ["10.0.1.0/24", "10.0.2.0/24"],
    ],
    [["128.0.0.0/1", "0.0.0.0/1"], ["0.0.0.0/0"]],
    [["::/1", "8000::/1"], ["::/0"]],
    [
      ["::1", "255.255.255.255", "::"],
      ["255.255.255.255/32", "::/127"],
    ],
    [["2001:db8::/48", "2001:db8:1::/48", "2001:db8:0:1::/64"], ["2001:db8::/47"]],
  ])("%j is printed as the fewest blocks %j", (written, blocks) => {
    expect(addresses(...written).cidrs).toEqual(blocks);
  });

  test("has a size for each family", () => {
    const set = addresses("10.0.0.0/24", "10.0.0.128/25", "10.0.2.0/31", "::/0");

    expect(set.size("ipv4")).toBe(258n);
    expect(set.size("ipv6")).toBe(1n << 128n);
    expect(set.of("ipv4").cidrs).toEqual(["10.0.0.0/24", "10.0.2.0/31"]);
  });

  test("is joined, cut and taken from", () => {
    const [net, subnet] = [addresses("10.0.0.0/22"), addresses("10.0.1.0/24", "10.0.8.0/24", "::1")];

    expect(net.union(subnet).cidrs).toEqual(["10.0.0.0/22", "10.0.8.0/24", "::1/128"]);
    expect(net.intersection(subnet).cidrs).toEqual(["10.0.1.0/24"]);
    expect(net.difference(subnet).cidrs).toEqual(["10.0.0.0/24", "10.0.2.0/23"]);
    expect(subnet.difference(net).cidrs).toEqual(["10.0.8.0/24", "::1/128"]);
    expect(net.isSubsetOf(addresses("10.0.0.0/23", "10.0.2.0/23"))).toBe(true);
    expect(net.isSubsetOf(addresses("10.0.0.0/23", "10.0.3.0/24"))).toBe(false);
  });
});

test.each<[string, AddressRange]>([
  ["10.0.0.0/24", { family: "ipv4", first: 0x0a000000n, last: 0x0a0000ffn }],
  ["10.0.0.1-10.0.0.9", { family: "ipv4", first: 0x0a000001n, last: 0x0a000009n }],
  ["::/0", { family: "ipv6", first: 0n, last: (1n << 128n) - 1n }],
  ["::1-::ff", { family: "ipv6", first: 1n, last: 255n }],
])("a range is printed as %s", (text, range) => {
  expect(formatRange(range)).toBe(text);
});

/** The last addresses of IPv4, and some of IPv6 that hold no IPv4: ranges often touch. */
const BASES = { ipv4: (1n << 32n) - 64n, ipv6: 0x20010db8n << 96n } as const;

const range = fc
  .tuple(fc.constantFrom("ipv4" as const, "ipv6" as const), fc.nat(63), fc.nat(12))
  .map(([family, first, size]): AddressRange => ({
    family,
    first: BASES[family] + BigInt(first),
    last: BASES[family] + BigInt(Math.min(63, first + size)),
  }));

const list = fc.array(range, { maxLength: 8 });

const POINTS = (["ipv4", "ipv6"] as const).flatMap((family) =>
  Array.from({ length: 64 }, (_, offset) => ({ family, address: BASES[family] + BigInt(offset) })),
);

function holds(ranges: readonly AddressRange[], { family, address }: (typeof POINTS)[number]): boolean {
  return ranges.some((each) => each.family === family && each.first <= address && address <= each.last);
}

test("the algebra of sets is that of their addresses, one by one", () => {
  fc.assert(
    fc.property(list, list, (left, right) => {
      const [one, other] = [AddressSet.of(left), AddressSet.of(right)];
      const results = [
        { set: one, holds: (inOne: boolean) => inOne },
        { set: one.union(other), holds: (inOne: boolean, inOther: boolean) => inOne || inOther },
        { set: one.intersection(other), holds: (inOne: boolean, inOther: boolean) => inOne && inOther },
        { set: one.difference(other), holds: (inOne: boolean, inOther: boolean) => inOne && !inOther },
      ];
      const wrong = POINTS.filter((point) =>
        results.some(
          (result) =>
            result.set.contains(point.family, point.address) !== result.holds(holds(left, point), holds(right, point)),
        ),
      );

      expect(wrong).toEqual([]);
      expect(one.isSubsetOf(other)).toBe(POINTS.every((point) => !holds(left, point) || holds(right, point)));
      expect(one.equals(other)).toBe(POINTS.every((point) => holds(left, point) === holds(right, point)));
    }),
    { numRuns: 500 },
  );
});

test("the blocks hold the same addresses, each once", () => {
  fc.assert(
    fc.property(list, (ranges) => {
      const set = AddressSet.of(ranges);
      const blocks = addresses(...set.cidrs);

      expect(blocks.ranges).toEqual(set.ranges);
      expect(set.cidrs.reduce((sum, cidr) => sum + addresses(cidr).size("ipv4"), 0n)).toBe(set.size("ipv4"));
    }),
    { numRuns: 500 },
  );
});
