import { describe, expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { readConfiguration } from "../../src/config";
import { System } from "../../src/outscale";
import { PACK_POLICIES } from "../../src/policy";
import { Stack } from "../../src/stack";
import { TODAY } from "../support/judgement";

/** Which policies a configuration keeps from judging what their clauses name, and by which setting. */
function emptied(configuration: object): Record<string, string> {
  const { shared, settingsOf } = readConfiguration(configuration, { policies: POLICIES, packPolicies: PACK_POLICIES });
  const system = new System(Stack.of([], { project: "test", name: "unit" }), shared);
  return Object.fromEntries(
    POLICIES.flatMap((policy) => {
      const setting = policy.emptiedBy({ system, settings: settingsOf(policy), today: TODAY });
      return setting === undefined ? [] : [[policy.name, setting]];
    }),
  );
}

const EVERY_PORT = ["0-65535/tcp", "0-65535/udp"];
const SENSITIVE = "pack-settings.classification.sensitive";
const OF_SENSITIVE_DATA = [
  ...["limit-sensitive-sources", "no-internet-route-for-sensitive-subnet", "no-peering-across-classification"],
  ...["require-encrypted-sensitive-volume", "require-internal-load-balancer", "require-private-access-to-services"],
  ...["require-redundant-vpn", "require-regional-sensitive-data", "require-tls-to-sensitive-backend"],
  ...["require-vpn-for-sensitive-net", "require-vpn-routes"],
];

describe("a setting empties", () => {
  test.each<[name: string, configuration: object, policies: Record<string, string>]>([
    ["nothing, by default", {}, {}],
    [
      "all about sensitive data, where no class is sensitive",
      { "pack-settings": { classification: { sensitive: ["zzz"] } } },
      Object.fromEntries(OF_SENSITIVE_DATA.map((name) => [name, SENSITIVE])),
    ],
    [
      "nothing, where another class is",
      { "pack-settings": { classification: { values: ["open", "Secret"], sensitive: ["secret"] } } },
      {},
    ],
    [
      "what is open to everybody, where every port is public",
      { "pack-settings": { publicPorts: EVERY_PORT } },
      { "limit-public-ports": "pack-settings.publicPorts", "limit-source-range": "pack-settings.publicPorts" },
    ],
    [
      "a policy's own, by its own setting",
      {
        "limit-source-range": { maxSource: { ipv4: 0, ipv6: 0 } },
        "limit-port-range": { maxPorts: 65536 },
        "require-load-balancer-tls": { tlsPorts: ["0-65535"] },
      },
      {
        "limit-source-range": "limit-source-range.maxSource",
        "limit-port-range": "limit-port-range.maxPorts",
        "require-load-balancer-tls": "require-load-balancer-tls.tlsPorts",
      },
    ],
  ])("%s", (_name, configuration, policies) => {
    expect(emptied(configuration)).toEqual(policies);
  });
});
