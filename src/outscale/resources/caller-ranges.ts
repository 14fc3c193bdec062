import {
  attemptEach,
  type Resource,
  type Undecided,
  Unknown,
  UnknownValue,
  UnreadableValue,
  valueAt,
} from "../../stack";
import { AddressSet } from "../openings/address-set";
import { formatRange } from "../openings/cidrs";
import { isOpenToTheInternet } from "../openings/public-space";
import { type AddressRange, addressesOf } from "../provider/addresses";
import { elementPaths } from "../provider/view";

const NO_RANGE = { en: "text that is no address range", fr: "un texte qui n'est pas une plage d'adresses" };

/** The address ranges that a list names, in sum, and what hides others. */
export class CallerRanges {
  readonly #known: AddressSet;
  readonly #why: Undecided | undefined;

  constructor(resource: Resource, list: string) {
    const ranges = elementPaths(resource.inputs, list).map((path) => () => rangeAt(resource, path));
    const { known, why } = attemptEach(ranges);
    this.#known = AddressSet.of(known);
    this.#why = why;
  }

  /**
   * Those that take in more public addresses than one chosen place has.
   * @throws {Undecided} when none is known, and one may be
   */
  wide(): string[] {
    return this.#texts(this.#known.ranges.filter((range) => isOpenToTheInternet(AddressSet.of([range]))));
  }

  /**
   * Those outside some networks.
   * @throws {Undecided} when none is known, and one may be
   */
  beyond(networks: readonly AddressRange[]): string[] {
    return this.#texts(this.#known.difference(AddressSet.of(networks)).ranges);
  }

  #texts(ranges: readonly AddressRange[]): string[] {
    if (ranges.length === 0 && this.#why) throw this.#why;
    return ranges.map(formatRange);
  }
}

function rangeAt(resource: Resource, path: string): AddressRange {
  const value = valueAt(resource.inputs, path);
  if (value instanceof Unknown) throw new UnknownValue(resource, path, { value });
  const range = typeof value === "string" ? addressesOf(value) : undefined;
  if (range) return range;
  throw new UnreadableValue(resource, path, NO_RANGE);
}
