import { describe, expect, test } from "@jest/globals";
import { addressesOf } from "../../../src/outscale/provider/addresses";

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
