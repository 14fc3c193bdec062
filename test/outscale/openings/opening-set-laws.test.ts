import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { AddressSet } from "../../../src/outscale/openings/address-set";
import { type Box, toBox } from "../../../src/outscale/openings/box";
import { OpeningSet } from "../../../src/outscale/openings/opening-set";
import { isOpenToTheInternet, PUBLIC_SPACE } from "../../../src/outscale/openings/public-space";
import { type AddressRange, addressesOf, type Family } from "../../../src/outscale/provider/addresses";

const RUNS = 10_000;

/** Few protocols, ports and ranges, near one another and near the ends of their lines, so that rules overlap and touch. */
const PORTS = [0, 1, 21, 22, 23, 65534, 65535];
const RANGES = [
  ...["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/23", "10.0.0.0/24", "10.0.1.0/24", "10.0.0.255", "10.0.1.0"],
  ...["203.0.112.0/23", "203.0.113.0/24", "203.0.114.0/24", "255.255.255.255", "255.255.255.254/31"],
  ...["::/0", "::/1", "8000::/1", "::", "::1", "2001:db8::/47", "2001:db8:1::/48", "ffff::/16"],
].flatMap((cidr) => addressesOf(cidr) ?? []);

interface Rule {
  readonly protocol: string;
  readonly ports: readonly [number, number];
  readonly range: AddressRange;
}

const rule: fc.Arbitrary<Rule> = fc.record({
  protocol: fc.constantFrom("tcp", "tcp", "tcp", "5", "udp", "esp", "-1"),
  ports: fc.tuple(fc.constantFrom(...PORTS), fc.constantFrom(...PORTS)),
  range: fc.constantFrom(...RANGES),
});

const rules = fc.array(rule, { maxLength: 3 });

function boxOf({ protocol, ports: [fromPortRange, toPortRange], range }: Rule): Box {
  const opening = toBox({ ipProtocol: protocol, fromPortRange, toPortRange }, "0.0.0.0/0");
  if (!opening) throw new Error(`No opening of ${protocol}.`);
  return { ...opening, addresses: range };
}

function setOf(list: readonly Rule[]): OpeningSet {
  return OpeningSet.of(list.map(boxOf));
}

interface Point {
  readonly service: number;
  readonly family: Family;
  readonly address: bigint;
}

/** Every corner of the boxes and its neighbours outside: whatever the algebra cuts, each piece has one of them in it. */
function corners(boxes: readonly Box[]): Point[] {
  const services = new Set(boxes.flatMap(({ services: { first, last } }) => [first - 1, first, last, last + 1]));
  const places = new Map(
    boxes.flatMap(({ addresses: { family, first, last } }) =>
      [first - 1n, first, last, last + 1n].map((address) => [`${family} ${String(address)}`, { family, address }]),
    ),
  );
  return [...services].flatMap((service) => [...places.values()].map((place) => ({ service, ...place })));
}

function holding(boxes: readonly Box[], point: Point): number {
  let count = 0;
  for (const { services, addresses } of boxes) {
    if (services.first > point.service || point.service > services.last) continue;
    if (addresses.family !== point.family) continue;
    if (addresses.first <= point.address && point.address <= addresses.last) count += 1;
  }
  return count;
}

/** The rules as a program may also write them: each in two, in the opposite order. */
function rewritten(list: readonly Rule[]): OpeningSet {
  const halves = list.map(boxOf).flatMap((box): Box[] => {
    const { services, addresses } = box;
    const middle = addresses.first + (addresses.last - addresses.first) / 2n;
    if (middle === addresses.last) return [box];
    return [
      { services, addresses: { ...addresses, last: middle } },
      { services, addresses: { ...addresses, first: middle + 1n } },
    ];
  });
  return OpeningSet.of(halves.reverse());
}

test("union, intersection and difference hold the points that brute force says, in boxes that are disjoint", () => {
  fc.assert(
    fc.property(rules, rules, (left, right) => {
      const [inLeft, inRight] = [left.map(boxOf), right.map(boxOf)];
      const [one, other] = [setOf(left), setOf(right)];
      const [union, intersection, difference] = [
        OpeningSet.union([one, other]),
        one.intersection(other),
        one.difference(other),
      ];
      const wrong = corners([...inLeft, ...inRight]).filter((point) => {
        const isInOne = holding(inLeft, point) > 0;
        const isInOther = holding(inRight, point) > 0;
        return (
          one.contains(point.service, point.family, point.address) !== isInOne ||
          holding(one.boxes, point) !== Number(isInOne) ||
          holding(union.boxes, point) !== Number(isInOne || isInOther) ||
          holding(intersection.boxes, point) !== Number(isInOne && isInOther) ||
          holding(difference.boxes, point) !== Number(isInOne && !isInOther)
        );
      });

      expect(wrong).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test("the laws of sets hold", () => {
  fc.assert(
    fc.property(rules, rules, (left, right) => {
      const [one, other] = [setOf(left), setOf(right)];
      const difference = one.difference(other);
      const union = OpeningSet.union([one, other]);
      const broken = Object.entries({
        "a union is the same either way": union.equals(OpeningSet.union([other, one])),
        "a union holds both": one.isSubsetOf(union) && other.isSubsetOf(union),
        "what is left is apart from what is taken": difference.isDisjointFrom(other),
        "a subset leaves nothing": one.isSubsetOf(other) === difference.isEmpty,
        "equal sets are subsets both ways": one.equals(other) === (one.isSubsetOf(other) && other.isSubsetOf(one)),
        "disjoint sets share nothing": one.isDisjointFrom(other) === one.intersection(other).isEmpty,
        "what is not left is shared": one.difference(difference).equals(one.intersection(other)),
        "the parts add up": OpeningSet.union([difference, one.intersection(other)]).equals(one),
        "the boxes are the same set": OpeningSet.of(one.boxes).equals(one),
      }).filter(([, isKept]) => !isKept);

      expect(broken).toEqual([]);
    }),
    { numRuns: RUNS / 4 },
  );
});

test("equal sets have equal boxes, however they are written", () => {
  fc.assert(
    fc.property(rules, (list) => {
      expect(rewritten(list).boxes).toEqual(setOf(list).boxes);
    }),
    { numRuns: RUNS / 10 },
  );
});

test("what is open to all, or to the Internet, is what its addresses say at each service", () => {
  fc.assert(
    fc.property(rules, fc.subarray(RANGES, { maxLength: 3 }), (list, wanted) => {
      const set = setOf(list);
      const addresses = AddressSet.of(wanted);
      const open = set.servicesOpenTo(addresses);
      const internet = set.openToTheInternet();
      const services = new Set(list.map(boxOf).flatMap(({ services: { first, last } }) => [first, last, last + 1]));
      const wrong = [...services].filter((service) => {
        const reaching = set.addressesAt(service);
        const wide = reaching
          .intersection(PUBLIC_SPACE)
          .ranges.filter((run) => isOpenToTheInternet(AddressSet.of([run])));
        return (
          (service < 2 ** 24 && open.some(({ first, last }) => first <= service && service <= last)) !==
            (service < 2 ** 24 && addresses.isSubsetOf(reaching)) ||
          !internet.addressesAt(service).equals(AddressSet.of(wide))
        );
      });

      expect(wrong).toEqual([]);
    }),
    { numRuns: RUNS / 4 },
  );
});

/** A world of 48 services and 48 addresses, small enough to look at each pair. */
const WORLD = Array.from({ length: 48 }, (_, place) => place);
const side = fc
  .tuple(fc.nat(47), fc.nat(15))
  .map(([first, size]): [number, number] => [first, Math.min(47, first + size)]);
const manyBoxes = fc.array(
  fc.tuple(side, side).map(([[first, last], [from, to]]): Box => ({
    services: { first, last },
    addresses: { family: "ipv4", first: BigInt(from), last: BigInt(to) },
  })),
  { minLength: 10, maxLength: 40 },
);

test("many boxes that overlap are united and cut as each pair of their world says", () => {
  fc.assert(
    fc.property(manyBoxes, manyBoxes, (left, right) => {
      const [one, other] = [OpeningSet.of(left), OpeningSet.of(right)];
      const [shared, rest] = [one.intersection(other).boxes, one.difference(other).boxes];
      const wrong = WORLD.flatMap((service) =>
        WORLD.map((place): Point => ({ service, family: "ipv4", address: BigInt(place) })),
      ).filter((point) => {
        const [isInOne, isInOther] = [holding(left, point) > 0, holding(right, point) > 0];
        return (
          holding(one.boxes, point) !== Number(isInOne) ||
          holding(shared, point) !== Number(isInOne && isInOther) ||
          holding(rest, point) !== Number(isInOne && !isInOther)
        );
      });

      expect(wrong).toEqual([]);
      expect(OpeningSet.of([...shared, ...rest].reverse()).boxes).toEqual(one.boxes);
    }),
    { numRuns: 30 },
  );
});
