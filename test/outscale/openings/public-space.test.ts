import { describe, expect, test } from "@jest/globals";
import { AddressSet } from "../../../src/outscale/openings/address-set";
import {
  coveredPublicSpaces,
  isOpenToTheInternet,
  PUBLIC_SPACE,
  SPECIAL_PURPOSE,
  widestPublicPrefix,
} from "../../../src/outscale/openings/public-space";
import { IPV4_IN_IPV6 } from "../../../src/outscale/provider/addresses";
import { addresses } from "./addresses";

describe("the public space", () => {
  test("leaves out the special ranges and IPv4 within IPv6, and nothing else", () => {
    const special = addresses(...Object.keys(SPECIAL_PURPOSE));

    expect(PUBLIC_SPACE.intersection(special).cidrs).toEqual([]);
    expect(PUBLIC_SPACE.union(special).union(AddressSet.of(IPV4_IN_IPV6)).cidrs).toEqual(["0.0.0.0/0", "::/0"]);
    expect(PUBLIC_SPACE.size("ipv4")).toBe(3_702_259_456n);
  });

  test("takes the documentation ranges in", () => {
    const documentation = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"];

    expect(addresses(...documentation).intersection(PUBLIC_SPACE).cidrs).toEqual(documentation);
  });

  test("splits a range that holds a private one", () => {
    expect(addresses("172.0.0.0/10").intersection(PUBLIC_SPACE).cidrs).toEqual(["172.0.0.0/12", "172.32.0.0/11"]);
  });
});

test.each<[readonly string[], readonly string[]]>([
  [["0.0.0.0/0"], ["ipv4"]],
  [["::/0"], ["ipv6"]],
  [
    ["::/0", "0.0.0.0/0"],
    ["ipv4", "ipv6"],
  ],
  [["128.0.0.0/1", "0.0.0.0/1"], ["ipv4"]],
  [["::/1", "8000::/2", "c000::/2"], ["ipv6"]],
  [["::/1", "8000::/2"], []],
  [["0.0.0.0/1", "128.0.0.0/2"], []],
  [[], []],
])("%j cover the whole Internet of %j", (cidrs, families) => {
  expect(coveredPublicSpaces(addresses(...cidrs))).toEqual(families);
});

test("blocks that add up to it cover the whole Internet, and none of them may be missing", () => {
  const blocks = PUBLIC_SPACE.of("ipv4").cidrs;

  expect(coveredPublicSpaces(addresses(...blocks))).toEqual(["ipv4"]);
  expect(
    blocks.filter((block) => coveredPublicSpaces(PUBLIC_SPACE.difference(addresses(block))).includes("ipv4")),
  ).toEqual([]);
});

test.each<[readonly string[], "ipv4" | "ipv6", number | undefined]>([
  [["203.0.113.0/24"], "ipv4", 24],
  [["203.0.112.0/24", "203.0.113.0/24"], "ipv4", 23],
  [["203.0.113.0/24", "203.0.114.0/24"], "ipv4", 24],
  [["10.0.0.0/8", "203.0.113.7"], "ipv4", 32],
  [["10.0.0.0/8"], "ipv4", undefined],
  [["0.0.0.0/0"], "ipv4", 3],
  [["203.0.113.0/24"], "ipv6", undefined],
  [["2001:db8::/48", "2001:db8:1::/48"], "ipv6", 47],
  [["::/0"], "ipv6", 2],
])("of %j the widest public prefix in %s is %s", (cidrs, family, prefix) => {
  expect(widestPublicPrefix(addresses(...cidrs), family)).toBe(prefix);
});

test.each([
  [["203.0.113.0/24"], false],
  [["203.0.112.0/23"], true],
  [["203.0.112.0/24", "203.0.113.0/24"], true],
  [["203.0.113.0/24", "203.0.114.0/24"], true],
  [["203.0.112.0/24", "203.0.114.0/24"], false],
  [["0.0.0.0/1"], true],
  [["10.0.0.0/8"], false],
  [["2001:db8::/48"], false],
  [["2001:db8::/47"], true],
  [["::/0"], true],
  [["9.255.255.0/24", "10.0.0.0/8", "11.0.0.0/24"], false],
])("%j open to the Internet: %s", (cidrs, open) => {
  expect(isOpenToTheInternet(addresses(...cidrs))).toBe(open);
});
