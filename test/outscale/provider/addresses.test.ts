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

describe("IPv4 in IPv6 is that IPv4:", () => {
  test.each([
    ["::ffff:0.0.0.0/96", "0.0.0.0/0"],
    ["::ffff:10.1.2.3", "10.1.2.3/32"],
    ["::0.0.0.0/96", "0.0.0.0/0"],
    ["64:ff9b::/96", "0.0.0.0/0"],
    ["64:ff9b::cb00:7100/120", "203.0.113.0/24"],
    ["::ffff:0:203.0.113.0/120", "203.0.113.0/24"],
    ["64:ff9b:1::203.0.113.9", "203.0.113.9"],
    ["::5efe:10.1.2.3", "10.1.2.3"],
  ])("%s", (written, ipv4) => {
    expect(addressesOf(written)).toEqual(addressesOf(ipv4));
  });

  test.each(["::/80", "::ffff:0:0/95", "64:ff9b::/95", "64:ff9b:1::/48"])(
    "%s is little more than all of it",
    (written) => {
      expect(addressesOf(written)).toEqual(addressesOf("0.0.0.0/0"));
    },
  );

  test.each(["::/127", "::1", "::/0", "64:ff9b::/32", "2001:db8::/96"])("%s holds none", (written) => {
    expect(addressesOf(written)).toMatchObject({ family: "ipv6" });
  });
});

test.each([
  "012.0.0.0/8",
  "10.0.0.01",
  "::ffff:010.0.0.1",
  "",
  "everywhere",
  "10",
  "10.0.0.0/33",
  "::/129",
  "0x7f.1",
  "10.0.0.0/-1",
  "300.0.0.1/8",
  "10.0.0/8",
])("%j is no range", (text) => {
  expect(addressesOf(text)).toBeUndefined();
});
