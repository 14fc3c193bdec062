import { all, certainly, ifKnown, possibly } from "../../stack";
import { AddressSet } from "../openings/address-set";
import type { Box } from "../openings/box";
import { OpeningSet } from "../openings/opening-set";
import { coveredPublicSpaces, PUBLIC_SPACE } from "../openings/public-space";
import {
  EVERY_SERVICE,
  type ServiceRange,
  servicesOf,
  intersectServices,
  subtractServices,
} from "../openings/services";
import type { RangeOpening } from "../resources/rule-openings";
import { type OpeningsOfGroup, whyHidden } from "./openings-of-group";

/** Who may send whatever over TCP is held back by nothing else: that is everything. */
const EVERYTHING = servicesOf("tcp") ?? EVERY_SERVICE;

/**
 * Whether an opening lets everything out: TCP on every port, to the whole Internet.
 * @throws {Undecided} when that is not known
 */
export function letsEverythingOut(opening: RangeOpening): boolean {
  return all(
    () => opening.isInForce(),
    () => isEverything([opening.services]),
    () => coveredPublicSpaces(AddressSet.of([opening.addresses])).length > 0,
  );
}

/**
 * The ranges by which several rules of a group let everything out together, where none of them does alone.
 * @throws {Undecided} when an opening that is not known could make the difference
 */
export function rangesThatLetEverythingOut(group: OpeningsOfGroup): readonly string[] | undefined {
  const { own, loose } = group;
  const known = own.filter(
    (opening) => certainly(() => opening.isInForce()) && ifKnown(() => opening.box) !== undefined,
  );
  if (known.some(letsEverythingOut)) return undefined;
  if (isEverythingOut(known)) return [...new Set(known.filter(isOfTcp).map(({ source }) => source))];
  const isKnown = new Set(known);
  const hidden = [...own.filter((opening) => !isKnown.has(opening)).map((value) => ({ value })), ...loose].filter(
    // What may do so alone is not known by itself.
    ({ value: opening }) => possibly(() => opening.isInForce()) && !possibly(() => letsEverythingOut(opening)),
  );
  const [first] = hidden;
  const others = loose.map(({ value }) => value);
  const isOthers = own.length > 0 && isEverythingOut(others);
  if (first && !isOthers && isEverythingOut([...known, ...hidden.map(({ value }) => value)])) throw whyHidden(first);
  return undefined;
}

function isOfTcp(opening: RangeOpening): boolean {
  return intersectServices(opening.servicesAtMost, [EVERYTHING]).length > 0;
}

function isEverything(services: readonly ServiceRange[]): boolean {
  return subtractServices(EVERYTHING, services).length === 0;
}

function isEverythingOut(openings: readonly RangeOpening[]): boolean {
  const set = OpeningSet.of(openings.flatMap(boxesAtMost));
  return (["ipv4", "ipv6"] as const).some((family) => isEverything(set.servicesOpenTo(PUBLIC_SPACE.of(family))));
}

/** What an opening lets out of TCP at the most: to any address where it is not known to which. */
function boxesAtMost(opening: RangeOpening): readonly Box[] {
  const services = intersectServices(opening.servicesAtMost, [EVERYTHING]);
  const addresses = ifKnown(() => opening.addresses);
  if (!addresses) return OpeningSet.toServices(...services).boxes;
  return services.map((each) => ({ services: each, addresses }));
}
