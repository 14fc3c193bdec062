import { describe, expect, test } from "@jest/globals";
import { serviceTexts } from "../../../src/outscale/openings/service-text";
import {
  EVERY_SERVICE,
  coversPorts,
  portsAt,
  servicesAt,
  servicesOf,
  mergeServices,
  intersectServices,
  subtractServices,
} from "../../../src/outscale/openings/services";
import { tcpPort } from "../../../src/outscale/provider/ports";

const TCP = 6 * 65536;
const ICMP = 1 * 65536;

describe("the services of a rule", () => {
  test.each<[string | undefined, number | undefined, number | undefined, number, number]>([
    ["tcp", 22, 22, TCP + 22, TCP + 22],
    ["TCP", 8000, 8999, TCP + 8000, TCP + 8999],
    ["6", 8999, 8000, TCP + 8000, TCP + 8999],
    ["tcp", undefined, undefined, TCP, TCP + 65535],
    ["tcp", -1, -1, TCP, TCP + 65535],
    ["udp", 53, undefined, 17 * 65536 + 53, 17 * 65536 + 53],
    ["icmp", 8, -1, ICMP + 8 * 256, ICMP + 8 * 256 + 255],
    ["icmp", 8, undefined, ICMP + 8 * 256, ICMP + 8 * 256 + 255],
    ["icmp", 3, 4, ICMP + 3 * 256 + 4, ICMP + 3 * 256 + 4],
    ["icmp", 8, 0, ICMP + 8 * 256, ICMP + 8 * 256],
    ["icmp", -1, -1, ICMP, ICMP + 65535],
    ["icmp", undefined, undefined, ICMP, ICMP + 65535],
    ["58", 128, 0, 58 * 65536 + 128 * 256, 58 * 65536 + 128 * 256],
    ["50", undefined, undefined, 50 * 65536, 50 * 65536 + 65535],
    ["esp", 22, 22, 50 * 65536, 50 * 65536 + 65535],
    ["0", undefined, undefined, 0, 65535],
    ["-1", 443, 443, EVERY_SERVICE.first, EVERY_SERVICE.last],
    ["all", undefined, undefined, EVERY_SERVICE.first, EVERY_SERVICE.last],
    [undefined, 22, 22, EVERY_SERVICE.first, EVERY_SERVICE.last],
  ])("%s from %s to %s", (protocol, from, to, first, last) => {
    expect(servicesOf(protocol, from, to)).toEqual({ first, last });
  });

  test.each<[string, number, number]>([
    ["http", 80, 80],
    ["256", 0, 0],
    ["", 22, 22],
    ["tcp", 22, 65536],
    ["tcp", -2, 22],
    ["tcp", 22.5, 23],
    ["icmp", 0, 65535],
    ["icmp", 256, -1],
  ])("%s from %s to %s are none", (protocol, from, to) => {
    expect(servicesOf(protocol, from, to)).toBeUndefined();
  });
});

describe("ranges of services", () => {
  const range = { first: 10, last: 20 };

  test("share and lack what others have, whatever their order", () => {
    const others = [
      { first: 18, last: 30 },
      { first: 0, last: 10 },
      { first: 12, last: 13 },
      { first: 13, last: 14 },
    ];
    expect(intersectServices(range, others)).toEqual([
      { first: 10, last: 10 },
      { first: 12, last: 13 },
      { first: 13, last: 14 },
      { first: 18, last: 20 },
    ]);
    expect(subtractServices(range, others)).toEqual([
      { first: 11, last: 11 },
      { first: 15, last: 17 },
    ]);
  });

  test("lack nothing of what is elsewhere, and everything of what holds them", () => {
    expect(subtractServices(range, [{ first: 21, last: 30 }])).toEqual([range]);
    expect(subtractServices(range, [{ first: 0, last: 30 }])).toEqual([]);
    expect(intersectServices(range, [{ first: 21, last: 30 }])).toEqual([]);
  });

  test("are joined where they overlap or touch", () => {
    expect(mergeServices([{ first: 21, last: 30 }, range, { first: 32, last: 40 }, { first: 12, last: 15 }])).toEqual([
      { first: 10, last: 30 },
      { first: 32, last: 40 },
    ]);
  });

  test("hold ports by protocol", () => {
    expect(servicesAt(tcpPort(22))).toEqual({ first: TCP + 22, last: TCP + 22 });
    expect(servicesAt({ first: 500, last: 510, protocol: "udp" })).toEqual({
      first: 17 * 65536 + 500,
      last: 17 * 65536 + 510,
    });
    expect(portsAt({ first: TCP + 65535, last: TCP + 65536 })).toEqual([tcpPort(65535)]);
    expect(portsAt({ first: TCP + 80, last: 17 * 65536 + 2 })).toEqual([
      { first: 80, last: 65535, protocol: "tcp" },
      { first: 0, last: 2, protocol: "udp" },
    ]);
  });
});

test("ports cover others, one run or several", () => {
  const wanted = [tcpPort(22), { first: 80, last: 81, protocol: "tcp" }] as const;
  expect(coversPorts([tcpPort(81), tcpPort(80), { first: 20, last: 30, protocol: "tcp" }], wanted)).toBe(true);
  expect(coversPorts([tcpPort(80), tcpPort(22)], wanted)).toBe(false);
  expect(coversPorts([{ first: 0, last: 65535, protocol: "udp" }], wanted)).toBe(false);
});

describe("services in words", () => {
  test.each<[string, number, number, string[]]>([
    ["one port", TCP + 22, TCP + 22, ["TCP 22"]],
    ["ports", TCP + 20, TCP + 4000, ["TCP 20-4000"]],
    ["a protocol", TCP, TCP + 65535, ["TCP"]],
    ["a protocol without ports", 50 * 65536, 51 * 65536 - 1, ["ESP"]],
    ["an ICMP code", ICMP + 8 * 256, ICMP + 8 * 256, ["ICMP type 8 code 0"]],
    ["ICMP types", ICMP + 3 * 256, ICMP + 5 * 256 - 1, ["ICMP type 3-4"]],
    [
      "parts of ICMP types",
      ICMP + 3 * 256 + 4,
      ICMP + 5 * 256,
      ["ICMP type 3 code 4-255", "ICMP type 4", "ICMP type 5 code 0"],
    ],
    ["everything", EVERY_SERVICE.first, EVERY_SERVICE.last, ["every protocol"]],
    ["everything above SSH", TCP + 23, EVERY_SERVICE.last, ["TCP 23-65535", "protocols 7-255"]],
    ["neighbours", TCP + 65535, 7 * 65536 + 65535, ["TCP 65535", "protocol 7"]],
    ["the ends of neighbours", 16 * 65536, 17 * 65536 + 52, ["protocol 16", "UDP 0-52"]],
  ])("%s", (_, first, last, names) => {
    expect(serviceTexts({ first, last }).map(({ en }) => en)).toEqual(names);
  });

  test("in French", () => {
    const range = { first: TCP + 65535, last: EVERY_SERVICE.last };

    expect(serviceTexts(EVERY_SERVICE)).toEqual([{ en: "every protocol", fr: "tous les protocoles" }]);
    expect(serviceTexts(range).map(({ fr }) => fr)).toEqual(["TCP 65535", "protocoles 7-255"]);
  });
});
