import { describe, expect, test } from "@jest/globals";
import { Cloud } from "./cloud/cloud";
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
    expect(CLOUD.preview("outscale:index/subnet:Subnet", { netId: UNKNOWN, ipRange: "10.0.1.0/24" })).toMatchObject({
      ipRange: "10.0.1.0/24",
      netId: UNKNOWN,
      subnetId: UNKNOWN,
      subregionName: UNKNOWN,
    });
  });

  test("nested outputs too", () => {
    const listener = { backendPort: 80, backendProtocol: "TCP", loadBalancerPort: 80, loadBalancerProtocol: "TCP" };

    expect(
      CLOUD.preview("outscale:index/loadBalancer:LoadBalancer", { loadBalancerName: "web", listeners: [listener] }),
    ).toMatchObject({ listeners: [{ ...listener, policyNames: UNKNOWN, serverCertificateId: UNKNOWN }] });
  });

  test("secrets as secrets", () => {
    const inputs = { imageId: "ami-12345678", userData: secret("IyEvYmluL3NoCg==") };

    expect(CLOUD.preview("outscale:index/vm:Vm", inputs)).toMatchObject({
      userData: secret("IyEvYmluL3NoCg=="),
      keypairNameWo: secret(UNKNOWN),
    });
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

function subregionsOf(cloud: Cloud): unknown[] {
  const { subregions } = cloud.invoke("outscale:index/getSubregions:getSubregions", {});
  return (subregions as WireObject[]).map(({ subregionName }) => subregionName);
}
