import { AddressSet } from "../../../src/outscale/openings/address-set";
import { addressesOf } from "../../../src/outscale/provider/addresses";

/** The addresses of ranges as rules write them. */
export function addresses(...cidrs: readonly string[]): AddressSet {
  return AddressSet.of(
    cidrs.map((cidr) => {
      const range = addressesOf(cidr);
      if (!range) throw new Error(`${cidr} is no range.`);
      return range;
    }),
  );
}
