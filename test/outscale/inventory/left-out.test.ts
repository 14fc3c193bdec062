import { describe, expect, test } from "@jest/globals";
import { listLeftOut, listUnlistedEnvironments } from "../../../src/outscale";
import type { Resource } from "../../../src/stack";
import { net, subnetIn, vm, vmIn, volume } from "../../support/builders";
import { from, resource, systemOf, tags } from "../../support/resources";

const a = subnetIn("a");

/** What is left out, reason by reason. */
function leftOut(resources: readonly Resource[], settings: object = {}): Record<string, string[]> {
  const found = listLeftOut(systemOf([net(), a, ...resources], settings));
  return Object.fromEntries(found.map(({ reason, resources: out }) => [reason, out.map(({ name }) => name)]));
}

describe("what is left out of the judgement is listed:", () => {
  test.each<[name: string, resources: readonly Resource[], expected: Record<string, string[]>, settings?: object]>([
    ["nothing of what serves production", [vmIn(a, "web"), volume("data")], {}],
    [
      "what is of another environment",
      [vmIn(a, "web", { tags: tags({ environment: "test" }) }), volume("data", { tags: tags({ environment: "dev" }) })],
      { "non-production": ["web", "data"] },
    ],
    [
      "all, by a setting",
      [vmIn(a, "web")],
      { "non-production": ["net", "subnet-a", "web"] },
      { environment: { default: "dev" } },
    ],
    ["what is thrown away", [vmIn(a, "runner", { tags: tags({ lifecycle: "ephemeral" }) })], { ephemeral: ["runner"] }],
    [
      "what is no VM, and serves no production",
      [
        resource("oksCluster:OksCluster", "apps", { tags: { environment: "dev" } }),
        resource("nic:Nic", "nic", { subnetId: from(a), tags: tags({ environment: "dev" }) }),
      ],
      { "non-production": ["nic", "apps"] },
    ],
    [
      "what holds nothing that is kept",
      [volume("data", { tags: tags({ storage: "scratch" }) })],
      { scratch: ["data"] },
    ],
    ["what the program stops", [vm("spare", { state: "stopped" })], { stopped: ["spare"] }],
    ["what may stand alone", [vmIn(a, "jump", { tags: tags({ tier: "bastion" }) })], { "stands alone": ["jump"] }],
    [
      "what a setting lets stand alone",
      [vmIn(a, "web", { tags: tags({ tier: "web" }) })],
      { "stands alone": ["web"] },
      { singletons: [{ tier: "web", reason: "licence" }] },
    ],
  ])("%s", (_name, resources, expected, settings = {}) => {
    expect(leftOut(resources, settings)).toEqual(expected);
  });
});

test("an environment that is in neither list is said once", () => {
  const blue = (name: string) => vmIn(a, name, { tags: tags({ environment: "Blue " }) });
  const system = systemOf([
    net(),
    a,
    blue("web"),
    blue("app"),
    vmIn(a, "old", { tags: tags({ environment: "prod" }) }),
  ]);
  expect(listUnlistedEnvironments(system).map(({ en, fr }) => [en, fr])).toEqual([
    [
      'The environment "blue" (app and web) is in neither list of `pack-settings.environment`: it is judged as production.',
      "L'environnement « blue » (app et web) n'est dans aucune liste de `pack-settings.environment` : il est jugé comme de la production.",
    ],
  ]);
});
