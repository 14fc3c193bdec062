import { describe, expect, test } from "@jest/globals";
import { inventoryOf } from "../../../src/outscale";
import { type Resource, Unknown, type Values } from "../../../src/stack";
import { loadBalancer, net, subnetIn, vm, volume } from "../../support/builders";
import { from, type InputsOf, resource, systemOf, tags } from "../../support/resources";

const [A, B, C] = ["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b", "cloudgouv-eu-west-1c"];
const LATER = { unknown: "later" };

/** The resource as the provider has made it, its name for its id, with what the provider answered. */
function deployed(made: Resource, outputs: Values = {}, id = made.name): Resource {
  return { ...made, id, outputs: { ...made.inputs, ...outputs } };
}

/** A VM of the tier `web` that the provider says is running. */
function running(id: string, subregion: string, inputs: InputsOf<"vm:Vm"> = {}, outputs: Values = {}): Resource {
  const made = vm(id, { placementSubregionName: subregion, tags: tags({ tier: "web" }), ...inputs });
  return deployed(made, { vmId: id, state: "running", ...outputs });
}

function inventory(
  resources: readonly Resource[],
  settings: object = {},
  isDeployed = true,
  ...interrupted: Resource[]
) {
  const cutOff = new Set(interrupted.map(({ urn }) => urn));
  return inventoryOf(systemOf(resources, settings), { isDeployed, cutOff });
}

/** What is counted in each Subregion, and the names of all that is listed there. */
function webTier(resources: readonly Resource[], isDeployed = true) {
  const { tiers, stoppedVms, unsureVms } = inventory(resources, {}, isDeployed);
  const names = (vms: readonly { readonly name: string }[]) => vms.map(({ name }) => name).join();
  return {
    counted: tiers.map(({ vms }) => vms.bySubregion.map(({ counted }) => counted)),
    listed: tiers.map(({ vms }) => vms.bySubregion.map(({ members }) => names(members))),
    elsewhere: tiers.map(({ vms }) => names(vms.elsewhere)).join(),
    stopped: names(stoppedVms),
    unsure: names(unsureVms),
  };
}

describe("a VM is counted", () => {
  test("where the provider put it, whatever the program wrote", () => {
    expect(webTier([running("i-1", A, {}, { placementSubregionName: B })])).toMatchObject({ counted: [[0, 1, 0]] });
  });

  test("in its Subnet's Subregion, where the provider does not say", () => {
    const subnet = deployed(subnetIn("c", { netId: "vpc-1" }));
    const inside = vm("i-1", { subnetId: "subnet-c", tags: tags({ tier: "web" }) });
    const all = [deployed(net("vpc-1")), subnet, deployed(inside, { state: "running" })];
    expect(webTier(all)).toMatchObject({ counted: [[0, 0, 1]] });
  });

  test.each([
    ["of whose state nothing is told", {}],
    ["whose state is a secret", { state: new Unknown(undefined, true) }],
    ["that the provider holds after its host failed", { state: "quarantine" }],
    ["that has been stopped by a failure or by hand", { state: "stopped" }],
  ])("%s: it was deployed, and its state stands beside it", (_which, outputs) => {
    expect(webTier([running("i-1", A, {}, outputs)])).toMatchObject({ counted: [[1, 0, 0]], stopped: "" });
  });

  test("in a Subregion of another region", () => {
    const { subregions, tiers } = inventory([running("i-1", "eu-west-2a")]);
    expect(subregions).toEqual([A, B, C, "eu-west-2a"]);
    expect(tiers[0]?.vms.bySubregion.map(({ counted }) => counted)).toEqual([0, 0, 0, 1]);
  });

  test("when it will run, in a plan", () => {
    const planned = vm("web-a", { placementSubregionName: A, tags: tags({ tier: "web" }) });
    expect(webTier([planned], false)).toMatchObject({ counted: [[1, 0, 0]] });
    const before = { ...planned, outputs: { state: new Unknown() } };
    expect(webTier([before], false)).toMatchObject({ counted: [[1, 0, 0]] });
  });
});

describe("a VM is listed and not counted", () => {
  const other = running("other", C);
  const planned = vm("odd", { placementSubregionName: A, tags: tags({ tier: "web" }) });

  test.each<[string, Resource]>([
    ["that has no id", planned],
    ["that only votes", running("odd", A, { tags: tags({ tier: "web", quorum: "witness" }) })],
    [
      "that may only vote",
      running("odd", A, { tags: [...tags({ tier: "web" }), { key: "quorum", value: new Unknown() }] }),
    ],
  ])("%s", (_which, odd) => {
    expect(webTier([odd, other])).toEqual({
      counted: [[0, 0, 1]],
      listed: [["odd", "", "other"]],
      ...{ elsewhere: "", stopped: "", unsure: "" },
    });
  });

  test("whose Subregion is not known", () => {
    const odd = running("odd", A, { placementSubregionName: new Unknown(undefined, true) });
    expect(webTier([odd, other])).toMatchObject({ counted: [[0, 0, 1]], elsewhere: "odd" });
  });

  test("that the program stops", () => {
    const written = running("written", B, { state: "stopped" }, { state: "running" });
    expect(webTier([written, other])).toEqual({
      counted: [[0, 0, 1]],
      listed: [["", "", "other"]],
      ...{ elsewhere: "", stopped: "written", unsure: "" },
    });
    const { stoppedVms } = inventory([written, running("secret", C, { state: "stopped", tags: new Unknown() })]);
    expect(stoppedVms.map(({ tier, state }) => [tier, state])).toEqual([
      [LATER, "running"],
      ["web", "running"],
    ]);
  });

  test("whose tier is not known", () => {
    expect(webTier([running("odd", A, { tags: new Unknown() }), other])).toMatchObject({
      counted: [[0, 0, 1]],
      unsure: "odd",
    });
  });
});

test("what does not serve production, or is told of by its number alone, is left out and counted", () => {
  const staging = { tags: tags({ environment: "staging" }) };
  const { leftOut, tiers, stoppedVms } = inventory([
    running("i-1", A, staging),
    running("i-2", A, { ...staging, state: "stopped" }),
    running("i-3", A, { tags: tags({ lifecycle: "ephemeral" }) }),
    deployed(volume("vol-1", staging)),
    deployed(loadBalancer("lb", staging)),
    deployed(resource("oksCluster:OksCluster", "oks")),
  ]);
  expect({ leftOut, tiers, stoppedVms }).toEqual({
    leftOut: { vms: 2, ephemeralVms: 1, balancers: 1, volumes: 1, oksClusters: 1 },
    tiers: [],
    stoppedVms: [],
  });
});

describe("the volumes of a VM", () => {
  function volumes(...resources: Resource[]) {
    const { tiers } = inventory(resources);
    return tiers.flatMap(({ vms }) => vms.bySubregion.flatMap(({ members }) => members.flatMap((one) => one.volumes)));
  }

  /** An attachment to `i-1` as a state tells of it, by ids. */
  const link = (name: string, volumeId: string | Unknown, inputs: InputsOf<"volumeLink:VolumeLink"> = {}) =>
    deployed(resource("volumeLink:VolumeLink", name, { vmId: "i-1", volumeId, ...inputs }));
  const created = (device: string, volumeId: string) => ({ deviceName: device, bsus: [{ volumeId }] });

  test("are those it maps, those its image brings and those that are attached, each once, without its root", () => {
    const holder = running(
      "i-1",
      A,
      {
        blockDeviceMappings: [
          { deviceName: "/dev/sda1", bsu: { volumeSize: 20 } },
          { deviceName: "/dev/xvdb", bsu: { volumeSize: "50", volumeType: "io1", iops: 100 } },
          { deviceName: "/dev/xvdz", virtualDeviceName: "ephemeral0" },
        ],
      },
      {
        blockDeviceMappingsCreateds: [
          created("/dev/sda1", "vol-root"),
          created("/dev/xvdb", "vol-b"),
          created("/dev/xvdc", "vol-c"),
          created("/dev/xvdd", "vol-d"),
        ],
      },
    );
    const attached = deployed(volume("vol-d", { size: 10 }), { subregionName: B, volumeType: "standard" });
    const unnamed = { urn: null, name: null, subregion: A };
    expect(volumes(holder, attached, link("link", "vol-d", { deviceName: "/dev/xvdd" }))).toEqual([
      {
        ...{ urn: attached.urn, name: "vol-d", id: "vol-d", device: "/dev/xvdd" },
        ...{ size: 10, type: "standard", iops: null, subregion: B },
      },
      { ...unnamed, id: "vol-b", device: "/dev/xvdb", size: 50, type: "io1", iops: 100 },
      {
        ...unnamed,
        id: "vol-c",
        device: "/dev/xvdc",
        size: { unknown: "untold" },
        type: { unknown: "untold" },
        iops: null,
      },
    ]);
  });

  test("may be another stack's, or not known", () => {
    const foreign = link("link", "vol-9", { deviceName: "/dev/xvdb" });
    const secret = link("secret", new Unknown(undefined, true));
    const outside = { unknown: "outside" };
    expect(volumes(running("i-1", A), foreign, secret)).toMatchObject([
      { id: "vol-9", device: "/dev/xvdb", size: outside, type: outside, subregion: outside },
      { id: { unknown: "secret" }, device: null, size: { unknown: "secret" } },
    ]);
  });

  test("are loose where no listed VM attaches them", () => {
    const told = (...resources: Resource[]) =>
      inventory(resources).looseVolumes.map(({ name, attachedTo }) => [name, attachedTo]);
    expect(
      told(
        deployed(volume("vol-1")),
        deployed(volume("vol-2")),
        deployed(volume("vol-3"), { linkedVolumes: [{ vmId: "i-8" }] }),
        link("out", "vol-2", { vmId: "i-9" }),
      ),
    ).toEqual([
      ["vol-1", null],
      ["vol-2", "i-9"],
      ["vol-3", "i-8"],
    ]);
    expect(told(running("i-1", A), deployed(volume("vol-1")), link("unknown", new Unknown(undefined, true)))).toEqual([
      ["vol-1", { unknown: "secret" }],
    ]);
  });
});

test("a VM with NICs is told with the provider's answers", () => {
  const nics = [{ deviceNumber: 0, nicId: "eni-1" }];
  const answers = {
    placementSubregionName: B,
    netId: "vpc-1",
    nics: [{ nicId: "eni-1", subnetId: "subnet-1", netId: "vpc-1", linkPublicIps: [{ publicIp: "192.0.2.1" }] }],
    privateIp: "10.0.0.1",
    privateIps: ["10.0.0.1", "10.0.0.2"],
    performance: "medium",
  };
  const { tiers } = inventory([
    deployed(net("vpc-1")),
    deployed(subnetIn("a", { netId: "vpc-1" }), {}, "subnet-1"),
    deployed(resource("nic:Nic", "eni-1", { subnetId: "subnet-1" })),
    running("i-1", "", { vmType: "tinav6.c1r1p3", nics }, answers),
  ]);
  expect(tiers[0]?.vms.bySubregion[1]?.members).toMatchObject([
    {
      ...{ id: "i-1", subregion: B, netId: "vpc-1", subnetIds: ["subnet-1"] },
      ...{ privateIps: ["10.0.0.1", "10.0.0.2"], publicIps: ["192.0.2.1"], type: "tinav6.c1r1p3", performance: null },
    },
  ]);
});

describe("load balancers", () => {
  test("stand where the provider put them, with what they send to", () => {
    const shop = deployed(loadBalancer("shop", { listeners: [{ loadBalancerPort: "443" }] }), { subregionNames: [B] });
    const behind = (name: string, backendVmIds: InputsOf<"loadBalancerVms:LoadBalancerVms">["backendVmIds"]) =>
      deployed(resource("loadBalancerVms:LoadBalancerVms", name, { loadBalancerName: "shop", backendVmIds }));
    const { entries } = inventory([
      shop,
      running("i-1", A),
      running("i-2", B, {}, { state: "stopped" }),
      behind("shop", ["i-1", "i-2", "i-9", new Unknown(undefined, true)]),
      behind("again", ["i-1"]),
    ]);
    expect(entries.map(({ balancers }) => balancers.bySubregion.map(({ counted }) => counted))).toEqual([[0, 1, 0]]);
    const secret = { unknown: "secret" };
    expect(entries[0]?.balancers.bySubregion[1]?.members).toMatchObject([
      {
        listeners: [{ port: 443, protocol: null, backendPort: null }],
        backends: [
          { name: "i-1", id: "i-1", state: "running", subregion: A },
          { name: "i-2", id: "i-2", state: "stopped", subregion: B },
          { name: "i-9", id: null, state: null, subregion: { unknown: "outside" } },
          { name: "backendVmIds[3]", id: null, state: null, subregion: secret },
        ],
      },
    ]);
  });

  test("are not counted where it is not known whether they serve production", () => {
    const { entries, unsureBalancers } = inventory([deployed(loadBalancer("shop", { tags: new Unknown() }))]);
    expect({ entries, unsure: unsureBalancers.map(({ name }) => name) }).toEqual({ entries: [], unsure: ["shop"] });
  });

  test("have neither id nor Net yet in a plan", () => {
    const shop = loadBalancer("shop", { loadBalancerName: undefined, subnets: [from(subnetIn("a"))] });
    const { entries } = inventory([net(), subnetIn("a"), shop], {}, false);
    expect(entries[0]?.balancers.bySubregion[0]).toMatchObject({
      counted: 1,
      members: [{ id: null, netId: LATER, subnetIds: [LATER], dnsName: null, backends: [] }],
    });
  });
});

test("what an operation was cut off on is not counted", () => {
  const web = running("i-1", A);
  const shop = deployed(loadBalancer("shop", { subregionNames: [A] }));
  const { tiers, entries } = inventory([web, shop], {}, true, web, shop);
  expect([tiers[0]?.vms, entries[0]?.balancers].map((found) => found?.bySubregion[0])).toMatchObject([
    { counted: 0, members: [{ isCutOff: true }] },
    { counted: 0, members: [{ isCutOff: true }] },
  ]);
});

test("the parts of the system that were not given are named", () => {
  const part = { of: "shop", siblings: ["network/prod", "unit"] };
  expect(inventory([], { part }).unseenParts).toEqual(["network/prod"]);
});
