import { describe, expect, test } from "@jest/globals";
import type { ServiceRange } from "../../../src/outscale/openings/services";
import { serviceTexts } from "../../../src/outscale/openings/service-text";
import { OpeningSet } from "../../../src/outscale/openings/opening-set";
import { toBox } from "../../../src/outscale/openings/box";
import { PUBLIC_SPACE } from "../../../src/outscale/openings/public-space";
import { addresses } from "./addresses";
import { openings, texts } from "./rules";

const SSH = 6 * 65536 + 22;
const ANYWHERE = ["0.0.0.0/0", "::/0"];

function names(ranges: readonly ServiceRange[]): string[] {
  return ranges.flatMap(serviceTexts).map(({ en }) => en);
}

describe("an opening is none when", () => {
  test.each([
    ["its protocol has no number", { ipProtocol: "ssh" }, "10.0.0.0/8"],
    ["its port is none", { ipProtocol: "tcp", fromPortRange: 70000 }, "10.0.0.0/8"],
    ["its range is none", { ipProtocol: "tcp", fromPortRange: 22 }, "anywhere"],
  ])("%s", (_, form, range) => {
    expect(toBox(form, range)).toBeUndefined();
  });
});

describe("the boxes of a union", () => {
  test("join address ranges and ports that touch", () => {
    const set = openings(
      ["tcp", 22, 22, "10.0.0.0/24", "10.0.1.0/24"],
      ["tcp", 23, 80, "10.0.0.0/23"],
      ["udp", 22, 22, "10.0.0.0/23"],
    );

    expect(texts(set)).toEqual(["TCP 22-80 from 10.0.0.0/23", "UDP 22 from 10.0.0.0/23"]);
  });

  test("are cut where the addresses change", () => {
    const set = openings(["tcp", 20, 30, "10.0.0.0/24"], ["tcp", 25, 25, "10.0.1.0/24", "192.0.2.1"]);

    expect(texts(set)).toEqual([
      "TCP 20-24 from 10.0.0.0/24",
      "TCP 25 from 10.0.0.0/23",
      "TCP 25 from 192.0.2.1/32",
      "TCP 26-30 from 10.0.0.0/24",
    ]);
  });

  test("keep the families apart", () => {
    const set = openings(["icmp", 8, -1, "255.255.255.255", "::"], ["icmp", 8, -1, "255.255.255.254"]);

    expect(texts(set)).toEqual(["ICMP type 8 from 255.255.255.254/31", "ICMP type 8 from ::/128"]);
  });

  test("take every protocol in one", () => {
    const set = openings(["-1", 443, 443, ...ANYWHERE], ["esp", undefined, undefined, ...ANYWHERE]);

    expect(texts(set)).toEqual(["every protocol from 0.0.0.0/0", "every protocol from ::/0"]);
  });

  test("of nothing are none", () => {
    expect(OpeningSet.union([OpeningSet.of([]), OpeningSet.of([])]).boxes).toEqual([]);
    expect(OpeningSet.union([]).isEmpty).toBe(true);
  });
});

describe("the algebra", () => {
  const web = openings(["tcp", 80, 80, ...ANYWHERE], ["tcp", 443, 443, ...ANYWHERE]);
  const office = openings(["tcp", undefined, undefined, "198.51.100.0/24"], ["udp", 443, 443, "198.51.100.0/24"]);

  test("intersection", () => {
    expect(texts(web.intersection(office))).toEqual(["TCP 80 from 198.51.100.0/24", "TCP 443 from 198.51.100.0/24"]);
  });

  test("difference", () => {
    expect(texts(office.difference(web))).toEqual([
      "TCP 0-79 from 198.51.100.0/24",
      "TCP 81-442 from 198.51.100.0/24",
      "TCP 444-65535 from 198.51.100.0/24",
      "UDP 443 from 198.51.100.0/24",
    ]);
    expect(web.difference(OpeningSet.union([office, web])).isEmpty).toBe(true);
  });

  test("the rest of everything", () => {
    const closed = OpeningSet.fromAddresses(addresses(...ANYWHERE)).difference(
      openings(
        ["tcp", undefined, undefined, ...ANYWHERE],
        ["6", 22, 22, "10.0.0.0/8"],
        ["-1", undefined, undefined, "::/0"],
      ),
    );

    expect(texts(closed)).toEqual(["protocols 0-5 from 0.0.0.0/0", "protocols 7-255 from 0.0.0.0/0"]);
  });

  test("subsets and equality", () => {
    const pieces = openings(
      ["tcp", 443, 443, "128.0.0.0/1", "0.0.0.0/1", "::/0"],
      ["tcp", 80, 80, "128.0.0.0/1", "::/1", "8000::/1", "0.0.0.0/1"],
    );

    expect(pieces.equals(web)).toBe(true);
    expect(web.isSubsetOf(pieces)).toBe(true);
    expect(web.isSubsetOf(office)).toBe(false);
    expect(web.intersection(office).isSubsetOf(office)).toBe(true);
    expect(web.isDisjointFrom(office)).toBe(false);
    expect(web.isDisjointFrom(openings(["tcp", 81, 442, ...ANYWHERE]))).toBe(true);
    expect(web.equals(OpeningSet.union([web, office]))).toBe(false);
  });

  test("one service, one address", () => {
    expect(office.contains(SSH, "ipv4", 0xc6336401n)).toBe(true);
    expect(office.contains(SSH, "ipv6", 0xc6336401n)).toBe(false);
    expect(web.contains(SSH, "ipv4", 0xc6336401n)).toBe(false);
  });
});

test("the addresses that reach a service add up", () => {
  const set = openings(
    ["tcp", 20, 30, "10.0.0.0/24"],
    ["-1", 443, 443, "10.0.1.0/24"],
    ["tcp", 22, 22, "::1"],
    ["udp", 22, 22, "10.0.2.0/24"],
  );

  expect(set.addressesAt(SSH).cidrs).toEqual(["10.0.0.0/23", "::1/128"]);
});

describe("the services open to the whole Internet", () => {
  const [ipv4, ipv6] = [PUBLIC_SPACE.of("ipv4"), PUBLIC_SPACE.of("ipv6")];

  test("add up from several rules", () => {
    const set = openings(
      ["tcp", 80, 90, "0.0.0.0/1"],
      ["tcp", 85, 95, "128.0.0.0/1"],
      ["tcp", 443, 443, ...ANYWHERE],
      ["tcp", 22, 22, "10.0.0.0/8", "8.0.0.0/8"],
      ["esp", undefined, undefined, ...PUBLIC_SPACE.cidrs],
    );

    expect(names(set.servicesOpenTo(ipv4))).toEqual(["TCP 85-90", "TCP 443", "ESP"]);
    expect(names(set.servicesOpenTo(ipv6))).toEqual(["TCP 443", "ESP"]);
    expect(names(set.servicesOpenTo(PUBLIC_SPACE))).toEqual(["TCP 443", "ESP"]);
  });

  test("are all or none", () => {
    expect(names(openings(["-1", undefined, undefined, "0.0.0.0/0"]).servicesOpenTo(ipv4))).toEqual(["every protocol"]);
    expect(names(OpeningSet.of([]).servicesOpenTo(ipv4))).toEqual([]);
    expect(names(OpeningSet.of([]).servicesOpenTo(addresses()))).toEqual(["every protocol"]);
  });
});

test("what is open to the Internet is what more than one chosen place reaches, in ranges that add up", () => {
  const set = openings(
    ["tcp", 22, 30, "203.0.112.0/24"],
    ["tcp", 25, 35, "203.0.113.0/24"],
    ["tcp", undefined, undefined, "10.0.0.0/8", "198.51.100.0/24"],
    ["udp", 500, 500, "2001:db8::/47", "2001:db8:8::/48"],
  );
  const open = set.openToTheInternet();

  expect(texts(open)).toEqual(["TCP 25-30 from 203.0.112.0/23", "UDP 500 from 2001:db8::/47"]);
  expect(texts(open.difference(OpeningSet.toServices({ first: SSH, last: SSH + 7 })))).toEqual([
    "TCP 30 from 203.0.112.0/23",
    "UDP 500 from 2001:db8::/47",
  ]);
});
