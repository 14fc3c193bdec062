import { describe, expect, test } from "@jest/globals";
import type { Resource } from "../../src/stack";
import { net, securityGroup, volume } from "../support/builders";
import { from, resource, tags } from "../support/resources";
import {
  BOUND,
  entry,
  EVERYWHERE,
  firewalls,
  ground,
  judge,
  kubernetes,
  machine,
  natService,
  oosBucket,
  publicGround,
  routesThroughNat,
  routesThroughVms,
  tier,
  pool,
  publicSubnet,
  reportOf,
  withPublicIp,
  group,
  type Letter,
} from "./design";

// Designs that architects draw, each right in all that it is not about: with the defaults, what ends the command, what is
// found, and what is left of the commitments.

/** What a Net and the account have in every design: whether L648 binds failures of the region's own services is open. */
const REGIONAL = ["SLA10.sev1 Net main: undetermined", "SLA10.sev1 the account: undetermined"];
const web = tier("web");

describe("what stands alone by its nature", () => {
  test("a single bastion loses its own lines, and nobody else's", () => {
    const bastion = machine(
      "door",
      "a",
      { tier: "bastion" },
      { subnetId: undefined, placementSubregionName: "cloudgouv-eu-west-1a" },
    );
    expect(judge([...ground(), ...web, bastion], { clauses: ["SLA4.firewall", "SLA10.sev1"] })).toMatchObject({
      exit: 0,
      lines: [
        "SLA4.firewall tier bastion: accepted",
        "SLA4.firewall tier web: planned",
        "SLA10.sev1 tier bastion: accepted",
        ...["SLA10.sev1 Net main: undetermined", "SLA10.sev1 the account: undetermined"],
        "SLA10.sev1 tier web: planned",
      ],
    });
  });

  test("active and passive firewalls in two Subregions take the Internet access of what goes out through them", () => {
    const stack = [
      ...ground(),
      ...publicGround(),
      ...firewalls(["a", "b"]),
      ...web,
      ...routesThroughVms({ a: "a", b: "b", c: "a" }),
    ];
    expect(judge(stack)).toEqual({
      exit: 0,
      findings: ["advisory require-nat-per-subregion private-c"],
      lines: [
        "SLA4.internet tier firewall: accepted",
        "SLA4.internet tier web: forfeited",
        "SLA4.firewall tier firewall: accepted",
        "SLA4.firewall tier web: planned",
        "SLA10.sev1 tier firewall: accepted",
        ...REGIONAL,
        "SLA10.sev1 tier web: planned",
      ],
    });
  });

  test.each([
    ["tagged ephemeral", { tier: "builder", lifecycle: "ephemeral" }, "builder"],
    ["of the tier ci", { tier: "ci" }, "ci"],
  ])("a runner %s is accepted where all Subregions are asked for, and claimed elsewhere", (_how, own, name) => {
    const verdict = judge([...ground(), ...web, machine("runner", "a", own)], {
      clauses: ["SLA3.services", "SLA4.firewall", "SLA9.vm", "SLA10.sev1"],
    });
    expect(verdict).toEqual({
      exit: 0,
      findings: [],
      lines: [
        `SLA3.services tier ${name}: enforceable`,
        "SLA3.services tier web: enforceable",
        `SLA4.firewall tier ${name}: accepted`,
        "SLA4.firewall tier web: planned",
        `SLA9.vm tier ${name}: enforceable`,
        "SLA9.vm tier web: enforceable",
        `SLA10.sev1 tier ${name}: accepted`,
        ...REGIONAL,
        "SLA10.sev1 tier web: planned",
      ],
    });
  });
});

describe("one way out for three Subregions", () => {
  test("costs the Internet access behind it, and the support times of the NAT service", () => {
    const stack = [
      ...ground(),
      ...publicGround(),
      natService("a"),
      ...web,
      ...routesThroughNat({ a: "a", b: "a", c: "a" }),
    ];
    expect(judge(stack)).toEqual({
      exit: 0,
      findings: ["advisory require-nat-per-subregion private-b", "advisory require-nat-per-subregion private-c"],
      lines: [
        "SLA4.internet tier web: forfeited",
        "SLA4.firewall tier web: planned",
        "SLA10.sev1 Net main: undetermined",
        "SLA10.sev1 NatService nat-a: forfeited",
        "SLA10.sev1 the account: undetermined",
        "SLA10.sev1 tier web: planned",
      ],
    });
  });

  test("costs nothing where each Subregion has its own", () => {
    const each = { a: "a", b: "b", c: "c" } as const;
    expect(
      judge([...ground(), ...publicGround(), ...EVERYWHERE.map(natService), ...web, ...routesThroughNat(each)]),
    ).toEqual({
      exit: 0,
      findings: [],
      lines: [
        "SLA4.internet tier web: planned",
        "SLA4.firewall tier web: planned",
        "SLA10.sev1 Net main: undetermined",
        ...EVERYWHERE.map((letter) => `SLA10.sev1 NatService nat-${letter}: planned`),
        "SLA10.sev1 the account: undetermined",
        "SLA10.sev1 tier web: planned",
      ],
    });
  });
});

describe("the way out of a tier", () => {
  const each = { a: "a", b: "b", c: "c" } as const;
  const through = (ways: typeof each) => [
    ...[...ground(), ...publicGround(), ...EVERYWHERE.map(natService)],
    ...routesThroughNat(ways),
  ];
  const internet = (stack: readonly Resource[], settings = {}) =>
    judge(stack, { clauses: ["SLA4.internet"], settings }).lines;

  test("is not missed where the tier itself is not: that is the tier's own loss, or its doubt", () => {
    const runners = ["x1", "x2"].map((name) => machine(`runner-${name}`, "a"));
    expect(internet([...through(each), ...web, ...runners])).toEqual([
      "SLA4.internet tier runner-x1: undetermined",
      "SLA4.internet tier runner-x2: undetermined",
      "SLA4.internet tier web: planned",
    ]);
    const gpu = machine("gpu-1", "a", { tier: "training", availability: "best-effort" });
    const singletons = [{ tier: "training", reason: "The GPU is in a only.", impossibleElsewhere: true }];
    expect(internet([...through(each), ...web, gpu], { singletons })).toEqual([
      "SLA4.internet tier training: undetermined",
      "SLA4.internet tier web: planned",
    ]);
  });

  test("may be the Internet service, which lies in no Subregion", () => {
    const inPublic = (letter: "b" | "c") =>
      withPublicIp(machine(`web-${letter}`, letter, { tier: "web" }, { subnetId: from(publicSubnet(letter)) }));
    const stack = [...through(each), machine("web-a", "a", { tier: "web" }), ...inPublic("b"), ...inPublic("c")];
    expect(internet(stack)).toEqual(["SLA4.internet tier web: planned"]);
  });

  test("is asked of VMs that are made to be thrown away, too", () => {
    const fleeting = tier("ci", EVERYWHERE, { tier: "build", lifecycle: "ephemeral" });
    const stack = [...ground(), ...publicGround(), natService("a"), ...fleeting];
    expect(internet([...stack, ...routesThroughNat({ a: "a", b: "a", c: "a" })])).toEqual([
      "SLA4.internet tier build: forfeited",
    ]);
    expect(internet([...ground(), ...publicGround(), ...fleeting, ...entry("shop", ["a"], fleeting)])).toEqual([
      "SLA4.internet tier build: forfeited",
      "SLA4.internet entry shop: forfeited",
    ]);
  });

  test("serves production as the VMs do that take it, whatever the Net is for", () => {
    const shared = ground(EVERYWHERE, tags({ environment: "shared" }));
    const served = tier("web", EVERYWHERE, { environment: "production" });
    const stack = [
      ...shared,
      ...publicGround(),
      natService("a"),
      ...served,
      ...routesThroughNat({ a: "a", b: "a", c: "a" }),
    ];
    const verdict = judge(stack);
    expect(verdict.findings).toContain("advisory require-nat-per-subregion private-b");
    expect(verdict.lines).toContain("SLA4.internet tier web: forfeited");
    expect(verdict.lines).toContain("SLA10.sev1 NatService nat-a: forfeited");
  });
});

describe("what runs in some Subregions only", () => {
  test("a warm standby that is declared stopped is not deployed", () => {
    const stack = [
      ...ground(),
      machine("web-a", "a", { tier: "web" }),
      machine("web-b", "b", { tier: "web" }, { state: "stopped" }),
    ];
    expect(judge(stack, { clauses: ["SLA4.firewall", "SLA10.sev1", "SLA9.vm"] })).toEqual({
      exit: 1,
      findings: ["mandatory require-tier-in-every-subregion web"],
      lines: [
        "SLA4.firewall tier web: forfeited",
        "SLA9.vm tier web: enforceable",
        ...REGIONAL,
        "SLA10.sev1 tier web: forfeited",
      ],
    });
  });

  test("VMs without a tag, whose Net has VMs everywhere, are undetermined", () => {
    const stack = [...ground(), machine("runner", "a"), machine("ledger", "b"), machine("search", "c")];
    const tiers = ["ledger", "runner", "search"];
    expect(judge(stack, { clauses: ["SLA4.firewall"] })).toEqual({
      exit: 0,
      findings: tiers.map((name) => `undetermined require-tier-in-every-subregion ${name}`),
      lines: tiers.map((name) => `SLA4.firewall tier ${name}: undetermined`),
    });
  });

  test("VMs that are declared dispensable fill no gap, and the finding names them", () => {
    const dispensable = machine("beta", "b", { availability: "best-effort" });
    const stack = [...ground(), machine("alpha", "a"), machine("gamma", "c"), dispensable];
    const { findings } = reportOf(stack);
    expect(findings.map(({ message }) => message.en)).toEqual([
      "Whatever the tiers of its VMs are, none stands in cloudgouv-eu-west-1b. No tag says what alpha and gamma do. VMs that are declared dispensable do not count: beta.",
    ]);
    const singletons = [{ tier: "beta", reason: "It may be missing." }];
    const named = [...ground(), machine("alpha", "a"), machine("gamma", "c"), machine("beta", "b")];
    expect(judge(named, { settings: { singletons } }).exit).toBe(1);
  });

  test.each([
    ["two VMs", [machine("runner", "a"), machine("ledger", "b")]],
    ["one legacy VM", [machine("legacy", "a")]],
  ])("%s without a tag cost the Net, whatever their tiers are", (_what, vms) => {
    expect(judge([...ground(), ...vms])).toEqual({
      exit: 1,
      findings: ["mandatory require-tier-in-every-subregion main"],
      lines: [
        "SLA4.internet -: not applicable",
        "SLA4.firewall Net main: forfeited",
        "SLA10.sev1 Net main: forfeited",
        "SLA10.sev1 the account: undetermined",
      ],
    });
  });

  test("two applications with a tier of one name are two systems", () => {
    const stack = [
      ...ground(),
      ...tier("shop", ["a", "b"], { tier: "web", application: "shop" }),
      ...tier("bill", EVERYWHERE, { tier: "web", application: "billing" }),
    ];
    expect(judge(stack)).toEqual({
      exit: 1,
      findings: ["mandatory require-tier-in-every-subregion web"],
      lines: [
        "SLA4.internet -: not applicable",
        "SLA4.firewall tier web (billing, production): planned",
        "SLA4.firewall tier web (shop, production): forfeited",
        ...REGIONAL,
        "SLA10.sev1 tier web (billing, production): planned",
        "SLA10.sev1 tier web (shop, production): forfeited",
      ],
    });
  });
});

describe("what votes", () => {
  test.each([
    ["three", tier("db")],
    [
      "five as two, two and one",
      [...tier("db", EVERYWHERE, { apart: "db" }), ...tier("db2", ["a", "b"], { tier: "db", apart: "db" })],
    ],
  ])("a quorum of %s is in every Subregion", (_number, vms) => {
    expect(judge([...ground(), ...vms])).toEqual({
      exit: 0,
      findings: [],
      lines: [
        "SLA4.internet -: not applicable",
        "SLA4.firewall tier db: planned",
        "SLA10.sev1 tier db: planned",
        ...REGIONAL,
      ],
    });
  });

  const witnessed = [...ground(), ...tier("db", ["a", "b"]), machine("db-c", "c", { tier: "db", quorum: "witness" })];
  test.each([
    ["is presence, and no equivalent", {}, "planned", "forfeited"],
    ["is for support to judge, where two Subregions are enough", { A1: "more-than-one" }, "planned", "undetermined"],
    ["is no presence, read strictly", { A33: "absent" }, "forfeited", "forfeited"],
  ])("a witness beside two data VMs %s", (_how, readings, star, support) => {
    expect(judge(witnessed, { settings: { readings } })).toEqual({
      exit: 0,
      findings: [],
      lines: [
        "SLA4.internet -: not applicable",
        `SLA4.firewall tier db: ${star}`,
        `SLA10.sev1 tier db: ${support}`,
        ...REGIONAL,
      ],
    });
  });
});

test("VMs without a tier beside a witness certainly lack an equivalent, whatever they do", () => {
  const voter = machine("voter", "c", { quorum: "witness" });
  expect(judge([...ground(), machine("runner", "a"), machine("ledger", "b"), voter])).toEqual({
    exit: 0,
    findings: ["undetermined require-tier-in-every-subregion main"],
    lines: [
      "SLA4.internet -: not applicable",
      "SLA4.firewall Net main: undetermined",
      "SLA10.sev1 Net main: forfeited",
      "SLA10.sev1 the account: undetermined",
    ],
  });
});

test("a tier that is guessed by its names is undetermined, though it is in every Subregion", () => {
  const vms = EVERYWHERE.map((letter) => machine(`web-${letter}`, letter));
  expect(judge([...ground(), ...vms])).toEqual({
    exit: 0,
    findings: [],
    lines: [
      "SLA4.internet -: not applicable",
      "SLA4.firewall tier web: undetermined",
      ...REGIONAL,
      "SLA10.sev1 tier web: undetermined",
    ],
  });
});

test("guessed tiers that are in every Subregion, with VMs that are not equivalent, are undetermined", () => {
  const vms = [machine("web-a", "a"), machine("web-b", "b"), machine("web-c", "c", {}, { vmType: "tinav6.c8r16p2" })];
  expect(judge([...ground(), ...vms])).toEqual({
    exit: 0,
    findings: ["undetermined require-equivalent-tier-capacity web"],
    lines: [
      "SLA4.internet -: not applicable",
      "SLA4.firewall tier web: undetermined",
      ...REGIONAL,
      "SLA10.sev1 tier web: undetermined",
    ],
  });
});

test("a bigger canary loses its own support times, and nobody else's", () => {
  const blue = tier("web", EVERYWHERE, { apart: "web" });
  const canary = machine("web-canary", "a", { tier: "web", apart: "web" }, { vmType: "tinav6.c8r16p2" });
  expect(judge([...ground(), ...blue, canary])).toEqual({
    exit: 0,
    findings: ["advisory require-equivalent-tier-capacity web"],
    lines: [
      "SLA4.internet -: not applicable",
      "SLA4.firewall tier web: planned",
      ...REGIONAL,
      "SLA10.sev1 tier web: planned",
      "SLA10.sev1 Vm web-canary: forfeited",
    ],
  });
});

test("a tier with more VMs in one Subregion has an equivalent of each: what it lacks is load", () => {
  const more = ["web-2", "web-3"].map((name) => machine(name, "a", { tier: "web", apart: "web" }));
  const stack = [...ground(), ...tier("web", EVERYWHERE, { apart: "web" }), ...more];
  expect(judge(stack, { clauses: ["SLA10.sev1"] })).toEqual({
    exit: 0,
    findings: ["advisory require-equivalent-tier-capacity web"],
    lines: [...REGIONAL, "SLA10.sev1 tier web: planned"],
  });
});

test("a canary beside a tier that is uneven as well costs its own support times alone", () => {
  const more = ["web-2", "web-3"].map((name) => machine(name, "a", { tier: "web", apart: "web" }));
  const canary = machine("web-canary", "a", { tier: "web", apart: "web" }, { vmType: "tinav6.c8r16p2" });
  const stack = [...ground(), ...tier("web", EVERYWHERE, { apart: "web" }), ...more, canary];
  expect(judge(stack, { clauses: ["SLA10.sev1"] })).toEqual({
    exit: 0,
    findings: Array(2).fill("advisory require-equivalent-tier-capacity web"),
    lines: [...REGIONAL, "SLA10.sev1 tier web: planned", "SLA10.sev1 Vm web-canary: forfeited"],
  });
});

describe("one load balancer before three VMs", () => {
  test("costs the entry, and the Internet access of what has no other way in", () => {
    expect(judge([...ground(), ...publicGround(), ...web, ...entry("shop", ["a"], web)])).toEqual({
      exit: 0,
      findings: ["advisory require-redundant-load-balancer shop"],
      lines: [
        "SLA4.internet entry shop: forfeited",
        "SLA4.internet tier web: forfeited",
        "SLA4.firewall entry shop: forfeited",
        "SLA4.firewall tier web: planned",
        "SLA10.sev1 Net main: undetermined",
        "SLA10.sev1 entry shop: forfeited",
        "SLA10.sev1 the account: undetermined",
        "SLA10.sev1 tier web: planned",
      ],
    });
  });

  test("leaves the tier its Internet access where another entry leads to it everywhere", () => {
    const stack = [
      ...ground(),
      ...publicGround(),
      ...web,
      ...entry("shop", ["a"], web),
      ...entry("api", EVERYWHERE, web),
    ];
    expect(judge(stack, { clauses: ["SLA4.internet"] }).lines).toEqual([
      "SLA4.internet entry api: planned",
      "SLA4.internet entry shop: forfeited",
      "SLA4.internet tier web: planned",
    ]);
  });
});

test("a test stack is not claimed where all Subregions are asked for, and claimed elsewhere", () => {
  const stack = [...ground(EVERYWHERE, tags({ environment: "test" })), ...tier("web", ["a"])];
  expect(judge(stack, { clauses: ["SLA3.services", "SLA4.firewall", "SLA7.volume", "SLA9.vm", "SLA10.sev1"] })).toEqual(
    {
      exit: 0,
      findings: [],
      lines: [
        "SLA3.services tier web: enforceable",
        "SLA4.firewall tier web: not applicable",
        "SLA7.volume tier web: enforceable",
        "SLA9.vm tier web: enforceable",
        "SLA10.sev1 Net main: not applicable",
        "SLA10.sev1 the account: not applicable",
        "SLA10.sev1 tier web: not applicable",
      ],
    },
  );
});

test("a network by itself has no line for machines and storage", () => {
  const stack = [
    ...ground(),
    ...publicGround(),
    ...EVERYWHERE.map(natService),
    ...routesThroughNat({ a: "a", b: "b", c: "c" }),
  ];
  expect(
    judge(stack, {
      clauses: [
        "SLA1.region",
        "SLA1.zone",
        "SLA2.network",
        "SLA4.api",
        "SLA5.lb",
        "SLA7.volume",
        "SLA9.vm",
        "SLA10.sev1",
      ],
    }),
  ).toEqual({
    exit: 0,
    findings: [],
    lines: [
      "SLA1.region Region cloudgouv-eu-west-1: enforceable",
      ...EVERYWHERE.map((letter) => `SLA1.zone Subregion cloudgouv-eu-west-1${letter}: enforceable`),
      "SLA2.network -: not applicable",
      "SLA4.api the account: enforceable",
      "SLA5.lb -: not applicable",
      "SLA7.volume -: not applicable",
      "SLA9.vm -: not applicable",
      "SLA10.sev1 Net main: undetermined",
      ...EVERYWHERE.map((letter) => `SLA10.sev1 NatService nat-${letter}: planned`),
      "SLA10.sev1 the account: undetermined",
    ],
  });
});

test("an empty program is judged by nothing, and has no line", () => {
  expect(judge([], { clauses: [...BOUND, "SLA1.region"] })).toEqual({ exit: 4, findings: [], lines: [] });
});

describe("recovery in another region", () => {
  const paris = resource("pulumi:providers:outscale", "paris", { region: "eu-west-2" });
  const away = {
    ...net("away", {
      ipRange: "10.9.0.0/16",
      tags: tags({ sensitivity: "internal", "osc.fcu.enable_lan_security_groups": "true" }),
    }),
    provider: paris.urn,
  };
  const there = resource(
    "subnet:Subnet",
    "recovery",
    { netId: from(away), ipRange: "10.9.1.0/24", subregionName: "eu-west-2a" },
    { provider: paris.urn },
  );
  const spare = { ...machine("spare", "a", { tier: "recovery" }, { subnetId: from(there) }), provider: paris.urn };
  const stack = [...ground(), ...web, paris, away, there, spare];
  const asked = { clauses: ["SLA1.region", "SLA4.firewall", "SLA9.vm", "SLA10.sev1"] };

  test("is outside the convention, and costs what is here nothing", () => {
    expect(judge(stack, { ...asked, settings: { recoverySites: ["outscale:eu-west-2"] } })).toEqual({
      exit: 0,
      findings: [],
      lines: [
        "SLA1.region Region cloudgouv-eu-west-1: enforceable",
        "SLA1.region Region eu-west-2: not applicable",
        "SLA4.firewall tier recovery: not applicable",
        "SLA4.firewall tier web: planned",
        "SLA9.vm tier recovery: not applicable",
        "SLA9.vm tier web: enforceable",
        "SLA10.sev1 Net away: not applicable",
        "SLA10.sev1 Net main: undetermined",
        "SLA10.sev1 tier recovery: not applicable",
        "SLA10.sev1 the account: undetermined",
        "SLA10.sev1 tier web: planned",
      ],
    });
  });

  test("is a violation about what stands there only, where no setting names it", () => {
    expect(judge(stack, asked)).toEqual({
      exit: 1,
      findings: ["recovery", "paris"].map((name) => `mandatory require-secteur-public-region ${name}`),
      lines: [
        "SLA1.region Region cloudgouv-eu-west-1: enforceable",
        "SLA1.region Region eu-west-2: forfeited",
        "SLA4.firewall tier recovery: forfeited",
        "SLA4.firewall tier web: planned",
        "SLA9.vm tier recovery: forfeited",
        "SLA9.vm tier web: enforceable",
        "SLA10.sev1 Net away: forfeited",
        "SLA10.sev1 Net main: undetermined",
        "SLA10.sev1 tier recovery: forfeited",
        "SLA10.sev1 the account: undetermined",
        "SLA10.sev1 tier web: planned",
      ],
    });
  });
});

describe("Kubernetes by itself", () => {
  const POOL = ["SLA3.services", ...BOUND];
  const attestation = { reference: "ANSSI 2026", validUntil: "2026-12-31", services: ["OKS"] };

  test.each([
    [
      "is undetermined in all Subregions, since the convention does not name it",
      EVERYWHERE,
      {},
      0,
      [],
      "undetermined",
      "undetermined",
    ],
    [
      "is as tiers are, where the attestation in force names it",
      EVERYWHERE,
      { attestation },
      0,
      [],
      "enforceable",
      "planned",
    ],
    [
      "is forfeited for a pool in one Subregion",
      ["a"] as const,
      {},
      1,
      ["mandatory require-oks-nodes-in-every-subregion workers"],
      "undetermined",
      "forfeited",
    ],
  ])("%s", (_how, letters, settings, exit, findings, unstarred, starred) => {
    const verdict = judge(kubernetes(letters), { clauses: POOL, settings });
    expect({ ...verdict, lines: verdict.lines.filter((line) => line.includes("node pool")) }).toEqual({
      exit,
      findings: [...findings, ...("attestation" in settings ? [] : ["advisory limit-to-qualified-services shop"])],
      lines: [
        `SLA3.services node pool workers: ${unstarred}`,
        ...BOUND.map((clause) => `${clause} node pool workers: ${starred}`),
      ],
    });
  });
});

test.each([
  [1, 1, "forfeited"],
  [2, 1, "forfeited"],
  [3, 0, "planned"],
])("a pool of %d nodes for three Subregions", (nodes, exit, status) => {
  const attestation = { reference: "ANSSI 2026", validUntil: "2026-12-31", services: ["OKS"] };
  const verdict = judge(kubernetes(EVERYWHERE, nodes), { settings: { attestation } });
  expect(verdict.exit).toBe(exit);
  expect(verdict.lines.filter((line) => line.includes("node pool"))).toEqual(
    BOUND.map((clause) => `${clause} node pool workers: ${status}`),
  );
});

test.each([
  ["are undetermined where they fill each other's gaps", ["a", "b", "c"], 0, "undetermined"],
  ["are forfeited where all of them miss a Subregion", ["a", "b", "b"], 1, "forfeited"],
] as const)("node pools that only names tell apart %s", (_how, zones, exit, status) => {
  const [first, second, third] = zones;
  const pools = [pool("north", [first]), pool("south", [second]), pool("west", [third])];
  const verdict = judge([...kubernetes([]).filter(({ type }) => !type.includes("Manifest")), ...pools]);
  expect(verdict.exit).toBe(exit);
  expect(verdict.lines.filter((line) => line.startsWith("SLA4.firewall"))).toEqual(
    ["north", "south", "west"].map((name) => `SLA4.firewall node pool ${name}: ${status}`),
  );
});

test("a copy from another region costs the Region nothing", () => {
  const foreign = resource("snapshot:Snapshot", "copy", {
    sourceSnapshotId: "snap-12345678",
    sourceRegionName: "eu-west-2",
  });
  expect(judge([...ground(), ...web, foreign], { clauses: ["SLA1.region"] }).lines).toEqual([
    "SLA1.region Region cloudgouv-eu-west-1: enforceable",
  ]);
});

test("what the provider placed elsewhere than was written stands where it was placed", () => {
  const moved = web.map((vm) =>
    vm.name === "web-c"
      ? { ...vm, isDeployed: true as const, outputs: { placementSubregionName: "cloudgouv-eu-west-1b" } }
      : vm,
  );
  expect(judge([...ground(), ...moved], { source: "state", clauses: ["SLA4.firewall"] })).toEqual({
    exit: 1,
    findings: expect.arrayContaining(["mandatory require-tier-in-every-subregion web"]),
    lines: ["SLA4.firewall tier web: forfeited"],
  });
});

describe("what an entry cannot answer without", () => {
  const database = (letters: readonly Letter[]) => {
    const own = securityGroup("db", { netId: from(net("main")), removeDefaultOutboundRule: true });
    const opened = resource("securityGroupRule:SecurityGroupRule", "db", {
      ...{ flow: "Inbound", securityGroupId: from(own), ipProtocol: "tcp", fromPortRange: 5432, toPortRange: 5432 },
      ipRange: "10.0.0.0/16",
    });
    const outward = resource("securityGroupRule:SecurityGroupRule", "to-db", {
      ...{ flow: "Outbound", securityGroupId: from(group), ipProtocol: "tcp", fromPortRange: 5432, toPortRange: 5432 },
      ipRange: "10.0.0.0/16",
    });
    const vms = letters.map((letter) =>
      machine(`db-${letter}`, letter, { tier: "db" }, { securityGroupIds: [from(own)] }),
    );
    return [own, opened, outward, ...vms];
  };
  const shop = (letters: readonly Letter[]) =>
    reportOf([...ground(), ...publicGround(), ...web, ...entry("shop", EVERYWHERE, web), ...database(letters)])
      .resilience;

  test("is in its figure: three load balancers, three web VMs and one database VM are worth 98.89 % a year", () => {
    const { estimates, losses } = shop(["a"]);
    expect(
      estimates.map(({ availability, needs }) => [availability?.toFixed(4), needs.called.map(({ name }) => name)]),
    ).toEqual([["0.9889", ["db"]]]);
    expect(Math.ceil((1 - (estimates[0]?.availability ?? 0)) * 365 * 24)).toBe(97);
    expect(losses.map(({ entries }) => entries.map(({ answers }) => answers.value))).toEqual([[false], [true], [true]]);
  });

  test("costs nothing more where it is in every Subregion", () => {
    const { estimates, losses } = shop(EVERYWHERE);
    expect(estimates.map(({ availability }) => availability?.toFixed(5))).toEqual(["0.99689"]);
    expect(losses.flatMap(({ entries }) => entries.map(({ answers }) => answers.value))).toEqual([true, true, true]);
  });
});

test("good practice breaches no obligation", () => {
  const key = resource("keypair:Keypair", "made", {});
  const { ledger } = reportOf([...ground(), key]);
  expect(ledger.duties.filter(({ clause }) => clause === "R10.encryption").map(({ status }) => status)).not.toContain(
    "unmet",
  );
});

test("object storage by itself has the lines of objects, of the region and of support", () => {
  const clauses = [
    "SLA1.region",
    "SLA1.zone",
    "SLA2.network",
    "SLA2.ooslatency",
    "SLA6.durability",
    "SLA6.publishapi",
    "SLA6.accessapi",
    "SLA9.vm",
    "SLA10.sev1",
  ];
  const [data] = oosBucket("data").filter(({ name }) => name === "data");
  expect(judge(oosBucket("data"), { clauses })).toEqual({
    exit: 0,
    findings: [],
    lines: [
      "SLA1.region Region cloudgouv-eu-west-1: enforceable",
      "SLA1.zone -: not applicable",
      "SLA2.network -: not applicable",
      ...["SLA2.ooslatency", "SLA6.durability", "SLA6.publishapi", "SLA6.accessapi"].map(
        (clause) => `${clause} BucketV2 data: enforceable`,
      ),
      "SLA9.vm -: not applicable",
      "SLA10.sev1 BucketV2 data: undetermined",
      "SLA10.sev1 the account: undetermined",
    ],
  });
  expect(data?.type).toBe("aws:s3/bucketV2:BucketV2");
});

describe("a GPU VM whose data may be lost", () => {
  const gpu = machine(
    "train",
    "a",
    { tier: "training", storage: "scratch", availability: "best-effort" },
    {
      blockDeviceMappings: [
        { deviceName: "/dev/sda1", bsu: { volumeSize: 20, volumeType: "gp2" } },
        { deviceName: "/dev/xvdb", bsu: { volumeSize: 500, volumeType: "gp2" } },
      ],
      deletionProtection: false,
    },
  );

  test("is an accepted loss, asked for neither backup nor protection", () => {
    expect(judge([...ground(), ...web, gpu], { clauses: ["SLA4.firewall", "SLA9.vm", "SLA10.sev1"] })).toEqual({
      exit: 0,
      findings: [],
      lines: [
        "SLA4.firewall tier training: accepted",
        "SLA4.firewall tier web: planned",
        "SLA9.vm tier training: enforceable",
        "SLA9.vm tier web: enforceable",
        "SLA10.sev1 Net main: undetermined",
        "SLA10.sev1 tier training: accepted",
        "SLA10.sev1 the account: undetermined",
        "SLA10.sev1 tier web: planned",
      ],
    });
  });

  test("is asked for encryption all the same", () => {
    const clear = {
      ...gpu,
      inputs: { ...gpu.inputs, tags: tags({ tier: "training", storage: "scratch", availability: "best-effort" }) },
    };
    const { exit, findings } = judge([...ground(), ...web, clear]);
    expect({ exit, findings: [...new Set(findings)] }).toEqual({
      exit: 1,
      findings: ["mandatory require-encrypted-volume train"],
    });
  });

  test.each([
    ["is perhaps not possible elsewhere, for Outscale to confirm", {}, "undetermined", "forfeited"],
    ["is an accepted loss where it is read so", { A30: "accepted" }, "accepted", "forfeited"],
  ])("declared impossible elsewhere, it %s", (_how, readings, star, support) => {
    const singletons = [{ tier: "training", reason: "The GPU is in a only.", impossibleElsewhere: true }];
    const { lines } = judge([...ground(), ...web, gpu], {
      settings: { singletons, readings },
      clauses: ["SLA4.firewall", "SLA10.sev1"],
    });
    expect(lines.filter((line) => line.includes("training"))).toEqual([
      `SLA4.firewall tier training: ${star}`,
      `SLA10.sev1 tier training: ${support}`,
    ]);
  });
});

describe("the client reads otherwise", () => {
  test.each([
    [{}, "enforceable", "enforceable"],
    [{ A3: "every-commitment" }, "forfeited", "enforceable"],
  ])("being in one Subregion costs what %p says", (readings, alone, spread) => {
    const stack = [...ground(), ...tier("alone", ["a"]), ...tier("pair", ["a", "b"])];
    const lines = (clause: string) => judge(stack, { clauses: [clause], settings: { readings } }).lines;
    for (const clause of ["SLA3.services", "SLA7.volume", "SLA9.vm"]) {
      expect(lines(clause)).toEqual([`${clause} tier alone: ${alone}`, `${clause} tier pair: ${spread}`]);
    }
    expect(lines("SLA2.network")).toEqual(["SLA2.network Net main: enforceable"]);
  });

  test("being in one Subregion costs whatever stands there every commitment, and is accepted where it is declared", () => {
    const stack = [
      ...[
        ...ground(),
        ...publicGround(),
        ...tier("web", ["a"]),
        ...tier("batch", ["a"], { availability: "best-effort" }),
      ],
      ...[...entry("shop", ["a"], tier("web", ["a"])), volume("loose")],
    ];
    const clauses = ["SLA1.region", "SLA2.network", "SLA3.services", "SLA4.api", "SLA5.lb", "SLA7.volume"];
    expect(judge(stack, { clauses, settings: { readings: { A3: "every-commitment" } } }).lines).toEqual([
      "SLA1.region Region cloudgouv-eu-west-1: forfeited",
      "SLA2.network Net main: forfeited",
      "SLA3.services tier batch: accepted",
      "SLA3.services tier web: forfeited",
      "SLA4.api the account: forfeited",
      "SLA5.lb entry shop: forfeited",
      "SLA7.volume tier batch: accepted",
      "SLA7.volume Volume loose: undetermined",
      "SLA7.volume tier web: forfeited",
    ]);
    const pool = judge(kubernetes(["a"]), {
      clauses: ["SLA3.services"],
      settings: { readings: { A3: "every-commitment" } },
    });
    expect(pool.lines).toEqual(["SLA3.services node pool workers: forfeited"]);
  });

  test.each([
    [{}, "enforceable", "undetermined"],
    [{ A12: "unconfirmed" }, "undetermined", "undetermined"],
    [{ A31: "not-bound" }, "enforceable", "enforceable"],
  ])("objects are durable, and support is bound, as %p says", (readings, durability, support) => {
    expect(
      judge(oosBucket("data"), { clauses: ["SLA6.durability", "SLA10.sev1"], settings: { readings } }).lines,
    ).toEqual([
      `SLA6.durability BucketV2 data: ${durability}`,
      `SLA10.sev1 BucketV2 data: ${support}`,
      `SLA10.sev1 the account: ${support}`,
    ]);
  });
});

test("what a state shows is to be proved", () => {
  const stack = [...ground(), ...publicGround(), ...web, ...entry("shop", EVERYWHERE, web)];
  expect(judge(stack, { source: "state" }).lines).toEqual([
    "SLA4.internet entry shop: to be proved",
    "SLA4.internet tier web: to be proved",
    "SLA4.firewall entry shop: to be proved",
    "SLA4.firewall tier web: to be proved",
    "SLA10.sev1 Net main: undetermined",
    "SLA10.sev1 entry shop: to be proved",
    "SLA10.sev1 the account: undetermined",
    "SLA10.sev1 tier web: to be proved",
  ]);
});

describe("ways in and out are counted together, tier by tier", () => {
  const internet = { clauses: ["SLA4.internet"] };
  const twoEntries = (other: readonly ("a" | "b" | "c")[]) => {
    const [first, ...rest] = entry("api", other, web);
    return [...ground(), ...publicGround(), ...web, ...entry("shop", ["a"], web), ...(first ? [first] : []), ...rest];
  };

  test("two entries that miss one Subregion together cost the tier behind them", () => {
    const stack = twoEntries(["b"]).map((each) =>
      each.name === "api-b" && each.type.endsWith("LoadBalancer")
        ? {
            ...each,
            inputs: {
              ...each.inputs,
              listeners: [{ loadBalancerPort: 80, loadBalancerProtocol: "TCP", backendPort: 80 }],
            },
          }
        : each,
    );
    expect(judge(stack, internet).lines).toEqual([
      "SLA4.internet entry api: forfeited",
      "SLA4.internet entry shop: forfeited",
      "SLA4.internet tier web: forfeited",
    ]);
  });

  test("a public IP beside the entry is a way in where its VM stands", () => {
    const withIps = (vms: readonly Resource[]) =>
      vms.map((vm, index) => {
        const link = { vmId: from(vm), publicIp: `198.51.100.${String(index + 1)}` };
        return resource("publicIpLink:PublicIpLink", `ip of ${vm.name}`, link);
      });
    const stack = [...ground(), ...publicGround(), ...web, ...entry("shop", ["a"], web)];
    const lines = (...vms: readonly Resource[]) => judge([...stack, ...withIps(vms)], internet).lines;
    expect(lines(...web.slice(0, 1))).toEqual([
      "SLA4.internet entry shop: forfeited",
      "SLA4.internet tier web: forfeited",
    ]);
    expect(lines(...web.slice(1))).toEqual(["SLA4.internet entry shop: forfeited", "SLA4.internet tier web: planned"]);
  });

  test("backends by address lead to the tier as VMs by id do", () => {
    const vms = EVERYWHERE.map((letter, index) =>
      machine(`web-${letter}`, letter, { tier: "web" }, { privateIps: [`10.0.${String(97 + index)}.5`] }),
    );
    const byAddress = resource("loadBalancerVms:LoadBalancerVms", "shop-a", {
      loadBalancerName: "shop-a",
      backendIps: ["10.0.97.5", "10.0.98.5", "10.0.99.5"],
    });
    const balancers = entry("shop", ["a"], []).filter(({ type }) => !type.endsWith("LoadBalancerVms"));
    const { lines } = judge([...ground(), ...publicGround(), ...vms, ...balancers, byAddress], internet);
    expect(lines[0]).toBe("SLA4.internet entry shop: forfeited");
  });

  test("NAT services in every Subregion keep their support times, whatever routes cross", () => {
    const stack = [
      ...ground(),
      ...publicGround(),
      ...EVERYWHERE.map(natService),
      ...web,
      ...routesThroughNat({ a: "a", b: "a", c: "c" }),
    ];
    expect(judge(stack, { clauses: ["SLA4.internet", "SLA10.sev1"] }).lines).toEqual([
      "SLA4.internet tier web: forfeited",
      "SLA10.sev1 Net main: undetermined",
      ...EVERYWHERE.map((letter) => `SLA10.sev1 NatService nat-${letter}: planned`),
      "SLA10.sev1 the account: undetermined",
      "SLA10.sev1 tier web: planned",
    ]);
  });
});

describe("what is guessed", () => {
  test.each(["bastion", "bastion-a", "nat-1"])("a lone VM named %s is undetermined, and blocks nobody", (name) => {
    const { exit, lines } = judge([...ground(), machine(name, "a")], { clauses: ["SLA4.firewall"] });
    expect({ exit, lines }).toEqual({ exit: 0, lines: [`SLA4.firewall tier ${name}: undetermined`] });
  });

  test("is not planned in two Subregions either, where these are enough for a tier", () => {
    const stack = [...ground(), machine("x", "a"), machine("y", "b")];
    expect(judge(stack, { settings: { readings: { A1: "more-than-one" } } }).lines).toEqual([
      "SLA4.internet -: not applicable",
      "SLA4.firewall Net main: undetermined",
      "SLA10.sev1 Net main: undetermined",
      "SLA10.sev1 the account: undetermined",
    ]);
  });

  test("is told apart where one Net has VMs of two environments", () => {
    const stack = [
      ...ground(),
      machine("x", "a", { environment: "prod" }),
      machine("y", "b", { environment: "production" }),
    ];
    expect(judge(stack, { clauses: ["SLA4.firewall"] }).lines).toEqual([
      "SLA4.firewall Net main (prod): forfeited",
      "SLA4.firewall Net main (production): forfeited",
    ]);
  });
});
