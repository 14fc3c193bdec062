import { describe, expect, test } from "@jest/globals";
import { classOf, Bucket, isSensitive, LoadBalancer, Net, Subnet, Vm, Volume } from "../../../src/outscale";
import type { ViewOf } from "../../../src/outscale/provider/system";
import { Image } from "../../../src/outscale/resources/image";
import { Snapshot } from "../../../src/outscale/resources/snapshot";
import { Nic } from "../../../src/outscale/resources/nic";
import { type Resource, Unknown, UnknownValue, UnreadableValue } from "../../../src/stack";
import { image, loadBalancer, net, subnetIn, vm, vmIn, volume, volumeLink } from "../../support/builders";
import { from, resource, systemOf, tags } from "../../support/resources";

type Classified = Parameters<typeof classOf>[0];

const of = (sensitivity?: string) => (sensitivity === undefined ? {} : { tags: tags({ sensitivity }) });
const internalNet = net("net", of("internal"));
const secretNet = net("secrets", of("Sensitive"));
const bareNet = net("bare");
const plainSubnet = subnetIn("a");
const secretSubnet = subnetIn("b", of("sensitive"));

function found<V extends Classified>(view: ViewOf<V>, what: Resource, others: readonly Resource[] = [], settings = {}) {
  return classOf(systemOf([what, ...others], settings).view(what, view));
}

describe("the nearest tag classifies", () => {
  test("a Net, whatever the case of its value", () => {
    expect(found(Net, secretNet)).toBe("sensitive");
  });

  test("a Subnet by its Net, unless it has a tag of its own", () => {
    expect(found(Subnet, plainSubnet, [internalNet])).toBe("internal");
    expect(found(Subnet, secretSubnet, [internalNet])).toBe("sensitive");
  });

  test("a VM by its Subnet, else its Net", () => {
    expect(found(Vm, vmIn(secretSubnet, "vm"), [internalNet, secretSubnet])).toBe("sensitive");
    expect(found(Vm, vmIn(plainSubnet, "vm"), [internalNet, plainSubnet])).toBe("internal");
    expect(found(Vm, vmIn(secretSubnet, "vm", of("public")), [internalNet, secretSubnet])).toBe("public");
  });

  test("a VM by a NIC that stands apart, before its Subnet", () => {
    const nic = resource("nic:Nic", "nic", { subnetId: from(plainSubnet), ...of("sensitive") });
    const holder = vm("vm", { nics: [{ nicId: from(nic), deviceNumber: 0 }] });
    expect(found(Vm, holder, [internalNet, plainSubnet, nic])).toBe("sensitive");
    expect(
      found(Nic, resource("nic:Nic", "other", { subnetId: from(secretSubnet) }), [internalNet, secretSubnet]),
    ).toBe("sensitive");
  });

  test("a VM with NICs in several Subnets by the most sensitive of them", () => {
    const holder = vm("vm", {
      nics: [
        { subnetId: from(plainSubnet), deviceNumber: 0 },
        { subnetId: from(secretSubnet), deviceNumber: 1 },
      ],
    });
    expect(found(Vm, holder, [internalNet, plainSubnet, secretSubnet])).toBe("sensitive");
  });

  test("a load balancer by its Subnet", () => {
    const balancer = loadBalancer("front", { subnets: [from(secretSubnet)] });
    expect(found(LoadBalancer, balancer, [internalNet, secretSubnet])).toBe("sensitive");
  });

  test("a volume by the VM that attaches it, unless it has a tag of its own", () => {
    const holder = vmIn(secretSubnet, "vm");
    const attached = (sensitivity?: string) => {
      const data = volume("data", of(sensitivity));
      return found(Volume, data, [internalNet, secretSubnet, holder, volumeLink(data, holder)]);
    };
    expect(attached()).toBe("sensitive");
    expect(attached("public")).toBe("public");
  });

  test("what a component holds, by the component's own tags", () => {
    const component = resource("acme:index:Vault", "vault", of("sensitive"));
    const data = volume("data", {}, { parent: component.urn });
    expect(found(Volume, data, [component])).toBe("sensitive");
  });

  test("a bucket, by tags in another provider's form", () => {
    expect(found(Bucket, resource("aws:s3/bucketV2:BucketV2", "files", { tags: { sensitivity: "internal" } }))).toBe(
      "internal",
    );
  });

  test("by a Tag resource", () => {
    const tag = resource("tag:Tag", "class", { resourceIds: [from(bareNet)], tag: tags({ Sensitivity: "public" }) });
    expect(found(Net, bareNet, [tag])).toBe("public");
  });
});

describe("the most sensitive class wins along storage", () => {
  const snapshot = (source: Resource, sensitivity?: string) =>
    resource("snapshot:Snapshot", "copy", { volumeId: from(source), ...of(sensitivity) });

  test("from a volume to its snapshot", () => {
    const [secret, plain] = [volume("data", of("sensitive")), volume("data", of("internal"))];
    expect(found(Snapshot, snapshot(secret, "public"), [secret])).toBe("sensitive");
    expect(found(Snapshot, snapshot(plain), [plain])).toBe("internal");
    expect(found(Snapshot, snapshot(plain, "sensitive"), [plain])).toBe("sensitive");
  });

  test("from a snapshot to what is made from it", () => {
    const secret = volume("data", of("sensitive"));
    const copy = snapshot(secret);
    const restored = volume("restored", { snapshotId: from(copy), ...of("public") });
    expect(found(Volume, restored, [secret, copy])).toBe("sensitive");
  });

  test("from a VM to its image, and not from storage that another stack made", () => {
    const source = vm("vm", of("sensitive"));
    expect(found(Image, image("golden", { vmId: from(source) }), [source])).toBe("sensitive");
    expect(found(Snapshot, resource("snapshot:Snapshot", "copy", { volumeId: "vol-00000001", ...of("public") }))).toBe(
      "public",
    );
  });
});

describe("what no tag classifies", () => {
  test("has the class of the setting, or none", () => {
    expect(found(Net, bareNet)).toBeUndefined();
    expect(found(Net, bareNet, [], { classification: { default: "Internal" } })).toBe("internal");
  });

  test("is neither sensitive nor not", () => {
    const made = volume();
    expect(() => isSensitive(systemOf([made]).view(made, Volume))).toThrow(UnreadableValue);
  });
});

describe("nothing is taken for known", () => {
  test("of a value outside the list", () => {
    expect(() => found(Net, net("odd", of("secret")))).toThrow(UnreadableValue);
  });

  test("of a value that comes with the deployment", () => {
    const data = volume("data", { tags: [{ key: "sensitivity", value: new Unknown() }] });
    expect(() => found(Volume, data)).toThrow(UnknownValue);
    const copy = resource("snapshot:Snapshot", "copy", { volumeId: from(data), ...of("internal") });
    expect(() => found(Snapshot, copy, [data])).toThrow(UnknownValue);
    const surely = resource("snapshot:Snapshot", "copy", { volumeId: from(data), ...of("sensitive") });
    expect(found(Snapshot, surely, [data])).toBe("sensitive");
  });

  test("of a VM in one of several Subnets that are classified differently", () => {
    const oneOf = (...subnets: Resource[]) => vm("vm", { subnetId: from(...subnets) });
    expect(() => found(Vm, oneOf(plainSubnet, secretSubnet), [internalNet, plainSubnet, secretSubnet])).toThrow(
      UnknownValue,
    );
    const second = subnetIn("c");
    expect(found(Vm, oneOf(plainSubnet, second), [internalNet, plainSubnet, second])).toBe("internal");
  });

  test("of a setting that names no class", () => {
    expect(() => found(Net, bareNet, [], { classification: { default: "secret" } })).toThrow(UnreadableValue);
  });
});
