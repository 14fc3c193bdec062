import { describe, expect, test } from "@jest/globals";
import { readPackSettings } from "../../../src/config";
import { inventoryOf } from "../../../src/outscale";
import { type Resource, Unknown, type Values } from "../../../src/stack";
import { from, resource, stackOf, tags } from "../../support/resources";

const [A, B, C] = ["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b", "cloudgouv-eu-west-1c"];
const LATER = { unknown: "later" };

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

function deployed(type: string, id: string, inputs: Inputs = {}, outputs: Values = {}): Resource {
  const made = resource(type, id, inputs, { id });
  return { ...made, outputs: { ...made.inputs, ...outputs } };
}

function vm(id: string, subregion: string, inputs: Inputs = {}, outputs: Values = {}): Resource {
  return deployed(
    "vm:Vm",
    id,
    { placementSubregionName: subregion, tags: tags({ tier: "web" }), ...inputs },
    { vmId: id, state: "running", ...outputs },
  );
}

function inventory(
  resources: readonly Resource[],
  settings: object = {},
  isDeployed = true,
  ...interrupted: Resource[]
) {
  const cutOff = new Set(interrupted.map(({ urn }) => urn));
  return inventoryOf(stackOf(resources), readPackSettings(settings).shared, { isDeployed, cutOff });
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
    expect(webTier([vm("i-1", A, {}, { placementSubregionName: B })])).toMatchObject({ counted: [[0, 1, 0]] });
  });

  test("in its Subnet's Subregion, where the provider does not say", () => {
    const subnet = deployed("subnet:Subnet", "subnet-1", { netId: "vpc-1", subregionName: C });
    const net = deployed("net:Net", "vpc-1");
    const inside = deployed(
      "vm:Vm",
      "i-1",
      { subnetId: "subnet-1", tags: tags({ tier: "web" }) },
      { state: "running" },
    );
    expect(webTier([net, subnet, inside])).toMatchObject({ counted: [[0, 0, 1]] });
  });

  test("in a Subregion of another region", () => {
    const { subregions, tiers } = inventory([vm("i-1", "eu-west-2a")]);
    expect(subregions).toEqual([A, B, C, "eu-west-2a"]);
    expect(tiers[0]?.vms.bySubregion.map(({ counted }) => counted)).toEqual([0, 0, 0, 1]);
  });

  test("when it will run, in a plan", () => {
    const planned = resource("vm:Vm", "web-a", { placementSubregionName: A, tags: tags({ tier: "web" }) });
    expect(webTier([planned], false)).toMatchObject({ counted: [[1, 0, 0]] });
    const before = { ...planned, outputs: { state: new Unknown() } };
    expect(webTier([before], false)).toMatchObject({ counted: [[1, 0, 0]] });
  });
});

describe("a VM is listed and not counted", () => {
  const other = vm("other", C);

  test.each<[string, Resource]>([
    ["that has no id", { ...resource("vm:Vm", "odd", { placementSubregionName: A, tags: tags({ tier: "web" }) }) }],
    [
      "of whose state nothing is told",
      deployed("vm:Vm", "odd", { placementSubregionName: A, tags: tags({ tier: "web" }) }),
    ],
    ["whose state is a secret", vm("odd", A, {}, { state: new Unknown(undefined, true) })],
    ["that the provider holds", vm("odd", A, {}, { state: "quarantine" })],
    ["that only votes", vm("odd", A, { tags: tags({ tier: "web", quorum: "witness" }) })],
    ["that may only vote", vm("odd", A, { tags: [...tags({ tier: "web" }), { key: "quorum", value: new Unknown() }] })],
  ])("%s", (_which, odd) => {
    expect(webTier([odd, other])).toEqual({
      counted: [[0, 0, 1]],
      listed: [["odd", "", "other"]],
      ...{ elsewhere: "", stopped: "", unsure: "" },
    });
  });

  test("whose Subregion is not known", () => {
    const odd = vm("odd", A, { placementSubregionName: new Unknown(undefined, true) });
    expect(webTier([odd, other])).toMatchObject({ counted: [[0, 0, 1]], elsewhere: "odd" });
  });

  test("that the provider says is stopped, or that the program stops", () => {
    const found = vm("found", A, {}, { state: "stopped" });
    const written = vm("written", B, { state: "stopped" }, { state: "running" });
    expect(webTier([found, written, other])).toEqual({
      counted: [[0, 0, 1]],
      listed: [["", "", "other"]],
      ...{ elsewhere: "", stopped: "found,written", unsure: "" },
    });
    const { stoppedVms } = inventory([found, written, vm("secret", C, { state: "stopped", tags: new Unknown() })]);
    expect(stoppedVms.map(({ tier, state }) => [tier, state])).toEqual([
      ["web", "stopped"],
      [LATER, "running"],
      ["web", "running"],
    ]);
  });

  test("whose tier is not known", () => {
    expect(webTier([vm("odd", A, { tags: new Unknown() }), other])).toMatchObject({
      counted: [[0, 0, 1]],
      unsure: "odd",
    });
  });
});

test("what does not serve production, or is told of by its number alone, is left out and counted", () => {
  const staging = { tags: tags({ environment: "staging" }) };
  const { leftOut, tiers, stoppedVms } = inventory([
    vm("i-1", A, staging),
    vm("i-2", A, { ...staging, state: "stopped" }),
    vm("i-3", A, { tags: tags({ lifecycle: "ephemeral" }) }),
    deployed("volume:Volume", "vol-1", { subregionName: A, ...staging }),
    deployed("loadBalancer:LoadBalancer", "lb", { loadBalancerName: "lb", ...staging }),
    deployed("oksCluster:OksCluster", "oks", {}),
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

  const created = (device: string, volumeId: string) => ({ deviceName: device, bsus: [{ volumeId }] });

  test("are those it maps, those its image brings and those that are attached, each once, without its root", () => {
    const holder = vm(
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
    const volume = deployed("volume:Volume", "vol-d", { size: 10 }, { subregionName: B, volumeType: "standard" });
    const link = deployed("volumeLink:VolumeLink", "link", { vmId: "i-1", volumeId: "vol-d", deviceName: "/dev/xvdd" });
    const unnamed = { urn: null, name: null, subregion: A };
    expect(volumes(holder, volume, link)).toEqual([
      {
        ...{ urn: volume.urn, name: "vol-d", id: "vol-d", device: "/dev/xvdd" },
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
    const link = deployed("volumeLink:VolumeLink", "link", { vmId: "i-1", volumeId: "vol-9", deviceName: "/dev/xvdb" });
    const secret = deployed("volumeLink:VolumeLink", "secret", { vmId: "i-1", volumeId: new Unknown(undefined, true) });
    const outside = { unknown: "outside" };
    expect(volumes(vm("i-1", A), link, secret)).toMatchObject([
      { id: "vol-9", device: "/dev/xvdb", size: outside, type: outside, subregion: outside },
      { id: { unknown: "secret" }, device: null, size: { unknown: "secret" } },
    ]);
  });

  test("are loose where no listed VM attaches them", () => {
    const volume = (id: string, outputs: Values = {}) => deployed("volume:Volume", id, { subregionName: A }, outputs);
    const link = (name: string, vmId: string, volumeId: string | Unknown) =>
      deployed("volumeLink:VolumeLink", name, { vmId, volumeId });
    const told = (...resources: Resource[]) =>
      inventory(resources).looseVolumes.map(({ name, attachedTo }) => [name, attachedTo]);
    expect(
      told(
        volume("vol-1"),
        volume("vol-2"),
        volume("vol-3", { linkedVolumes: [{ vmId: "i-8" }] }),
        link("out", "i-9", "vol-2"),
      ),
    ).toEqual([
      ["vol-1", null],
      ["vol-2", "i-9"],
      ["vol-3", "i-8"],
    ]);
    expect(told(vm("i-1", A), volume("vol-1"), link("unknown", "i-1", new Unknown(undefined, true)))).toEqual([
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
    deployed("net:Net", "vpc-1"),
    deployed("subnet:Subnet", "subnet-1", { netId: "vpc-1", subregionName: A }),
    deployed("nic:Nic", "eni-1", { subnetId: "subnet-1" }),
    vm("i-1", "", { vmType: "tinav6.c1r1p3", nics }, answers),
  ]);
  expect(tiers[0]?.vms.bySubregion[1]?.members).toMatchObject([
    {
      ...{ id: "i-1", subregion: B, netId: "vpc-1", subnetIds: ["subnet-1"] },
      ...{ privateIps: ["10.0.0.1", "10.0.0.2"], publicIps: ["192.0.2.1"], type: "tinav6.c1r1p3", performance: null },
    },
  ]);
});

describe("load balancers", () => {
  const balancer = (name: string, inputs: Inputs = {}, outputs: Values = {}) =>
    deployed("loadBalancer:LoadBalancer", name, { loadBalancerName: name, ...inputs }, outputs);

  test("stand where the provider put them, with what they send to", () => {
    const shop = balancer("shop", { listeners: [{ loadBalancerPort: "443" }] }, { subregionNames: [B] });
    const behind = { loadBalancerName: "shop", backendVmIds: ["i-1", "i-2", "i-9", new Unknown(undefined, true)] };
    const { entries } = inventory([
      shop,
      vm("i-1", A),
      vm("i-2", B, {}, { state: "stopped" }),
      deployed("loadBalancerVms:LoadBalancerVms", "shop", behind),
      deployed("loadBalancerVms:LoadBalancerVms", "again", { loadBalancerName: "shop", backendVmIds: ["i-1"] }),
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
    const { entries, unsureBalancers } = inventory([balancer("shop", { tags: new Unknown() })]);
    expect({ entries, unsure: unsureBalancers.map(({ name }) => name) }).toEqual({ entries: [], unsure: ["shop"] });
  });

  test("have neither id nor Net yet in a plan", () => {
    const net = resource("net:Net", "net");
    const subnet = resource("subnet:Subnet", "subnet", { netId: from(net), subregionName: A });
    const shop = resource("loadBalancer:LoadBalancer", "shop", { subnets: [from(subnet)] });
    const { entries } = inventory([net, subnet, shop], {}, false);
    expect(entries[0]?.balancers.bySubregion[0]).toMatchObject({
      counted: 1,
      members: [{ id: null, netId: LATER, subnetIds: [LATER], dnsName: null, backends: [] }],
    });
  });
});

test("what an operation was cut off on is not counted", () => {
  const web = vm("i-1", A);
  const shop = deployed("loadBalancer:LoadBalancer", "shop", { loadBalancerName: "shop", subregionNames: [A] });
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
