import { describe, expect, test } from "@jest/globals";
import { Account } from "./cloud/account";
import { Cloud } from "./cloud/cloud";
import { difference, settingsDifference } from "./cloud/replacement";
import { secret, UNKNOWN, type WireObject } from "./cloud/wire";

const CLOUD = new Cloud();

describe("what the stand-in for the cloud refuses", () => {
  test.each<{ refused: string; type: string; inputs: WireObject; property: string }>([
    {
      refused: "an unknown property",
      type: "net:Net",
      inputs: { ipRange: "10.0.0.0/16", cidr: "x" },
      property: "cidr",
    },
    { refused: "a missing one", type: "net:Net", inputs: {}, property: "ipRange" },
    {
      refused: "a nested unknown property",
      type: "vm:Vm",
      inputs: { imageId: "ami-1", blockDeviceMappings: [{ bsu: { sise: 4 } }] },
      property: "blockDeviceMappings[0].bsu.sise",
    },
    { refused: "the wrong kind", type: "vm:Vm", inputs: { imageId: "ami-1", nics: {} }, property: "nics" },
    {
      refused: "io1 without iops",
      type: "volume:Volume",
      inputs: { subregionName: "cloudgouv-eu-west-1a", volumeType: "io1" },
      property: "iops",
    },
    {
      refused: "a flow of another name",
      type: "securityGroupRule:SecurityGroupRule",
      inputs: { flow: "inbound", securityGroupId: "sg-1" },
      property: "flow",
    },
    {
      refused: "HTTPS without a certificate",
      type: "loadBalancer:LoadBalancer",
      inputs: {
        loadBalancerName: "web",
        listeners: [{ backendPort: 80, backendProtocol: "HTTP", loadBalancerPort: 443, loadBalancerProtocol: "HTTPS" }],
      },
      property: "listeners",
    },
    {
      refused: "a load balancer in a Subnet and in a Subregion",
      type: "loadBalancer:LoadBalancer",
      inputs: {
        loadBalancerName: "web",
        subnets: ["subnet-1"],
        subregionNames: ["cloudgouv-eu-west-1a"],
        listeners: [{ backendPort: 80, backendProtocol: "HTTP", loadBalancerPort: 80, loadBalancerProtocol: "HTTP" }],
      },
      property: "subnets",
    },
  ])("$refused", ({ type, inputs, property }) => {
    expect(CLOUD.check(`outscale:index/${type}`, inputs)).toEqual([{ property, reason: expect.stringMatching(/\.$/) }]);
  });

  test("nothing that is not known yet", () => {
    const inputs = { subregionName: UNKNOWN, volumeType: "io1", iops: UNKNOWN };

    expect(CLOUD.check("outscale:index/volume:Volume", inputs)).toEqual([]);
  });

  test("nothing because it is secret", () => {
    expect(CLOUD.check("outscale:index/net:Net", { ipRange: secret("10.0.0.0/16") })).toEqual([]);
  });
});

describe("what the stand-in answers before a deployment", () => {
  test("inputs as written and everything else unknown", () => {
    expect(
      CLOUD.previewCreate("outscale:index/subnet:Subnet", { netId: UNKNOWN, ipRange: "10.0.1.0/24" }),
    ).toMatchObject({
      ipRange: "10.0.1.0/24",
      netId: UNKNOWN,
      subnetId: UNKNOWN,
      subregionName: UNKNOWN,
    });
  });

  test("nested outputs too", () => {
    const listener = { backendPort: 80, backendProtocol: "TCP", loadBalancerPort: 80, loadBalancerProtocol: "TCP" };

    expect(
      CLOUD.previewCreate("outscale:index/loadBalancer:LoadBalancer", {
        loadBalancerName: "web",
        listeners: [listener],
      }),
    ).toMatchObject({ listeners: [{ ...listener, policyNames: UNKNOWN, serverCertificateId: UNKNOWN }] });
  });

  test("secrets as secrets", () => {
    const inputs = { imageId: "ami-12345678", userData: secret("IyEvYmluL3NoCg==") };

    expect(CLOUD.previewCreate("outscale:index/vm:Vm", inputs)).toMatchObject({
      userData: secret("IyEvYmluL3NoCg=="),
      keypairNameWo: secret(UNKNOWN),
    });
  });
});

describe("what the stand-in keeps of a deployment", () => {
  const NET = "outscale:index/net:Net";
  const SUBNET = "outscale:index/subnet:Subnet";

  test("what was written, with a plausible value for all that was not", () => {
    const cloud = new Cloud();
    const net = cloud.create(NET, "urn:net", { ipRange: "10.0.0.0/16" });
    const inputs = { netId: net.id, ipRange: "10.0.1.0/24", subregionName: "cloudgouv-eu-west-1b" };
    const subnet = cloud.create(SUBNET, "urn:subnet", inputs);
    const vm = cloud.create("outscale:index/vm:Vm", "urn:vm", { imageId: "ami-1", subnetId: subnet.id });

    expect(net).toMatchObject({ id: expect.stringMatching(/^vpc-[0-9a-f]{8}$/), outputs: { tenancy: "default" } });
    expect(subnet.outputs).toMatchObject({ ...inputs, subnetId: subnet.id });
    expect(vm.outputs).toMatchObject({ netId: net.id, placementSubregionName: "cloudgouv-eu-west-1b" });
    expect(Object.values(vm.outputs)).not.toContain(UNKNOWN);
  });

  test("what is read again, and nothing once it is deleted", () => {
    const cloud = new Cloud();
    const net = cloud.create(NET, "urn:net", { ipRange: "10.0.0.0/16" });
    expect(cloud.read(NET, net.id)).toEqual(net);

    cloud.delete(net.id);
    expect(cloud.read(NET, net.id)).toBeUndefined();
    expect(cloud.read(NET, net.id, net)).toBeUndefined();
    expect(cloud.create(NET, "urn:net", net.inputs).id).not.toBe(net.id);
  });

  test("what a state older than it says", () => {
    const known = { inputs: { ipRange: "10.0.0.0/16" }, outputs: { ipRange: "10.0.0.0/16", tenancy: "dedicated" } };

    expect(new Cloud().read(NET, "vpc-12345678", known)).toEqual({ id: "vpc-12345678", type: NET, ...known });
  });

  test("what a change in place leaves as it was", () => {
    const cloud = new Cloud();
    const net = cloud.create(NET, "urn:net", { ipRange: "10.0.0.0/16" });
    const tags = [{ key: "sensitivity", value: "internal" }];
    const changed = { ...net.inputs, tags };

    expect(cloud.previewUpdate(NET, net.outputs, changed)).toEqual({ ...net.outputs, tags });
    expect(cloud.update(NET, net.id, net.outputs, changed).outputs).toEqual({ ...net.outputs, tags });
    expect(cloud.read(NET, net.id)?.inputs).toEqual(changed);
  });

  test("for every provider of one account", () => {
    const account = new Account();
    const net = new Cloud(account).create(NET, "urn:net", { ipRange: "10.0.0.0/16" });

    expect(new Cloud(account).read(NET, net.id)).toEqual(net);
  });

  test("nothing of what passes a preview and is refused on creation", () => {
    const inputs = { imageId: "ami-1", nics: [{ deviceNumber: 0 }], subnetId: "subnet-12345678" };

    expect(CLOUD.check("outscale:index/vm:Vm", inputs)).toEqual([]);
    expect(() => CLOUD.create("outscale:index/vm:Vm", "urn:vm", inputs)).toThrow("nics");
  });
});

describe("what a change means to the stand-in", () => {
  const SUBNET = { netId: "vpc-1", ipRange: "10.0.1.0/24", subregionName: "cloudgouv-eu-west-1a" };

  test.each<{ type: string; old: WireObject; now: WireObject; changed: string[]; replacing: string[] }>([
    { type: "subnet:Subnet", old: SUBNET, now: SUBNET, changed: [], replacing: [] },
    {
      type: "subnet:Subnet",
      old: SUBNET,
      now: { ...SUBNET, subregionName: "cloudgouv-eu-west-1b", mapPublicIpOnLaunch: true },
      changed: ["mapPublicIpOnLaunch", "subregionName"],
      replacing: ["subregionName"],
    },
    { type: "net:Net", old: { ipRange: "10.0.0.0/16" }, now: { ipRange: "10.1.0.0/16" }, ...both("ipRange") },
    {
      type: "volume:Volume",
      old: { size: 10, subregionName: "cloudgouv-eu-west-1a" },
      now: { size: 20, subregionName: "cloudgouv-eu-west-1a" },
      changed: ["size"],
      replacing: [],
    },
    {
      type: "securityGroupRule:SecurityGroupRule",
      old: { flow: "Inbound", ipRange: "192.0.2.1/32" },
      now: { flow: "Inbound", ipRange: "0.0.0.0/0" },
      ...both("ipRange"),
    },
  ])("of $type: $changed, replacing it for $replacing", ({ type, old, now, changed, replacing }) => {
    expect(difference(`outscale:index/${type}`, old, now)).toEqual({ changed, replacing });
  });

  test("of a provider's settings: nothing is replaced, and the engine's own notes count for nothing", () => {
    const old = { region: "cloudgouv-eu-west-1", version: "1.8.0" };

    expect(settingsDifference(old, { region: "eu-west-2" })).toEqual({ changed: ["region"], replacing: [] });
    expect(settingsDifference(old, { region: "cloudgouv-eu-west-1" })).toEqual({ changed: [], replacing: [] });
  });
});

describe("what the stand-in answers to a data source", () => {
  test("the Subregions of the region the provider is configured for", () => {
    const cloud = new Cloud();
    cloud.configure({ region: "us-east-2" });

    expect(subregionsOf(CLOUD)).toEqual(["cloudgouv-eu-west-1a", "cloudgouv-eu-west-1b", "cloudgouv-eu-west-1c"]);
    expect(subregionsOf(cloud)).toEqual(["us-east-2a", "us-east-2b"]);
  });

  test("one element of the right shape, and the arguments it was asked with", () => {
    const asked = { accountIds: ["123456789012"] };

    expect(CLOUD.invoke("outscale:index/getImages:getImages", asked)).toMatchObject({
      ...asked,
      images: [{ imageId: expect.stringMatching(/^ami-[0-9a-f]{8}$/) }],
    });
  });
});

function both(name: string): { changed: string[]; replacing: string[] } {
  return { changed: [name], replacing: [name] };
}

function subregionsOf(cloud: Cloud): unknown[] {
  const { subregions } = cloud.invoke("outscale:index/getSubregions:getSubregions", {});
  return (subregions as WireObject[]).map(({ subregionName }) => subregionName);
}
