import type { Family } from "../provider/addresses";
import { AddressSet } from "./address-set";
import type { Box } from "./box";
import { BOTH, FIRST_ONLY, SECOND_ONLY } from "./coverage";
import { Edges } from "./edges";
import { isOpenToTheInternet, PUBLIC_SPACE } from "./public-space";
import { EVERY_SERVICE, type Service, type ServiceRange } from "./services";
import { findBoxes, walkServices } from "./sweep";

/**
 * What security-group rules let through together: a set of pairs of a service and an address. All operations are exact.
 *
 * The boxes are kept as they came, overlapping, because their disjoint form can be as large as the square of their
 * number; a question sorts them once and costs n log n, an answer in boxes its own size besides.
 */
export class OpeningSet {
  readonly #boxes: readonly Box[];
  #edges: Edges | undefined;
  #canonical: readonly Box[] | undefined;

  private constructor(boxes: readonly Box[], form?: "canonical") {
    this.#boxes = boxes;
    if (form) this.#canonical = boxes;
  }

  static of(boxes: readonly Box[]): OpeningSet {
    return new OpeningSet(boxes);
  }

  /** All services for the addresses. */
  static fromAddresses(addresses: AddressSet): OpeningSet {
    return new OpeningSet(addresses.ranges.map((range) => ({ services: EVERY_SERVICE, addresses: range })));
  }

  /** The services for all addresses of both families. */
  static toServices(...services: readonly ServiceRange[]): OpeningSet {
    const everywhere = [
      { family: "ipv4", first: 0n, last: (1n << 32n) - 1n },
      { family: "ipv6", first: 0n, last: (1n << 128n) - 1n },
    ] as const;
    return new OpeningSet(services.flatMap((range) => everywhere.map((addresses) => ({ services: range, addresses }))));
  }

  static union(sets: readonly OpeningSet[]): OpeningSet {
    return new OpeningSet(sets.flatMap((set) => set.#boxes));
  }

  /**
   * The set as disjoint boxes, the same for equal sets: each includes a longest run of addresses for the longest run of
   * services that have just this run. Sorted by first service, then by address.
   */
  get boxes(): readonly Box[] {
    return (this.#canonical ??= findBoxes(FIRST_ONLY, this.#sorted, new Edges([])));
  }

  get isEmpty(): boolean {
    return this.#boxes.length === 0;
  }

  contains(service: Service, family: Family, address: bigint): boolean {
    return this.#boxes.some(
      ({ services, addresses }) =>
        includes(services, service) &&
        addresses.family === family &&
        addresses.first <= address &&
        address <= addresses.last,
    );
  }

  intersection(other: OpeningSet): OpeningSet {
    return new OpeningSet(findBoxes(BOTH, this.#sorted, other.#sorted), "canonical");
  }

  difference(other: OpeningSet): OpeningSet {
    return new OpeningSet(findBoxes(FIRST_ONLY, this.#sorted, other.#sorted), "canonical");
  }

  isSubsetOf(other: OpeningSet): boolean {
    return this.#hasNone(FIRST_ONLY, other);
  }

  equals(other: OpeningSet): boolean {
    return this.#hasNone(FIRST_ONLY | SECOND_ONLY, other);
  }

  isDisjointFrom(other: OpeningSet): boolean {
    return this.#hasNone(BOTH, other);
  }

  /** The addresses that reach a service. */
  addressesAt(service: Service): AddressSet {
    return AddressSet.of(
      this.#boxes.filter(({ services }) => includes(services, service)).map(({ addresses }) => addresses),
    );
  }

  /** The services that all of the addresses reach, in one box or in many that add up. */
  servicesOpenTo(addresses: AddressSet): ServiceRange[] {
    if (addresses.isEmpty) return [EVERY_SERVICE];
    const open: ServiceRange[] = [];
    for (const { services, cases } of walkServices(OpeningSet.fromAddresses(addresses).#sorted, this.#sorted)) {
      if ((cases & FIRST_ONLY) !== 0) continue;
      const previous = open.at(-1);
      if (previous?.last === services.first - 1) open[open.length - 1] = { ...previous, last: services.last };
      else open.push(services);
    }
    return open;
  }

  /** The part that is open to more neighbouring public addresses than one chosen place has. */
  openToTheInternet(): OpeningSet {
    const open = this.intersection(OpeningSet.fromAddresses(PUBLIC_SPACE));
    const wide = open.boxes.filter(({ addresses }) => isOpenToTheInternet(AddressSet.of([addresses])));
    return new OpeningSet(wide, "canonical");
  }

  get #sorted(): Edges {
    return (this.#edges ??= new Edges(this.#boxes));
  }

  #hasNone(cases: number, other: OpeningSet): boolean {
    for (const slab of walkServices(this.#sorted, other.#sorted)) if ((slab.cases & cases) !== 0) return false;
    return true;
  }
}

function includes({ first, last }: ServiceRange, service: Service): boolean {
  return first <= service && service <= last;
}
