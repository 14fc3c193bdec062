import { describe, expect, test } from "@jest/globals";
import { readPackSettings } from "../../../src/config";
import { classOf, Bucket, isSensitive, LoadBalancer, Net, Subnet, Vm, Volume } from "../../../src/outscale";
import { Image } from "../../../src/outscale/resources/image";
import { Snapshot } from "../../../src/outscale/resources/snapshot";
import { Nic } from "../../../src/outscale/resources/vm";
import { type Resource, Unknown, UnknownValue, UnreadableValue, type ViewOf } from "../../../src/stack";
import { from, resource, stackOf, tags } from "../../support/resources";

type Classified = Parameters<typeof classOf>[0];

const of = (sensitivity?: string) => (sensitivity === undefined ? {} : { tags: tags({ sensitivity }) });
const net = resource("net:Net", "net", of("internal"));
const secretNet = resource("net:Net", "secrets", of("Sensitive"));
const bareNet = resource("net:Net", "bare");

function subnet(name: string, inNet: Resource, sensitivity?: string): Resource {
  return resource("subnet:Subnet", name, { netId: from(inNet), ...of(sensitivity) });
}

const plainSubnet = subnet("plain", net);
const secretSubnet = subnet("secret", net, "sensitive");

function ask<V extends Classified>(view: ViewOf<V>, what: Resource, others: readonly Resource[], settings = {}) {
  const stack = stackOf([what, ...others]);
  return { of: stack.view(what, view), shared: readPackSettings(settings).shared };
}

function found<V extends Classified>(view: ViewOf<V>, what: Resource, others: readonly Resource[] = [], settings = {}) {
  const { of: subject, shared } = ask(view, what, others, settings);
  return classOf(subject, shared);
}

describe("the nearest tag classifies", () => {
  const inSubnet = (place: Resource, sensitivity?: string) =>
    resource("vm:Vm", "vm", { subnetId: from(place), ...of(sensitivity) });

  test("a Net, whatever the case of its value", () => {
    expect(found(Net, secretNet)).toBe("sensitive");
  });

  test("a Subnet by its Net, unless it has a tag of its own", () => {
    expect(found(Subnet, plainSubnet, [net])).toBe("internal");
    expect(found(Subnet, secretSubnet, [net])).toBe("sensitive");
  });

  test("a VM by its Subnet, else its Net", () => {
    expect(found(Vm, inSubnet(secretSubnet), [net, secretSubnet])).toBe("sensitive");
    expect(found(Vm, inSubnet(plainSubnet), [net, plainSubnet])).toBe("internal");
    expect(found(Vm, inSubnet(secretSubnet, "public"), [net, secretSubnet])).toBe("public");
  });

  test("a VM by a NIC that stands apart, before its Subnet", () => {
    const nic = resource("nic:Nic", "nic", { subnetId: from(plainSubnet), ...of("sensitive") });
    const vm = resource("vm:Vm", "vm", { nics: [{ nicId: from(nic), deviceNumber: 0 }] });
    expect(found(Vm, vm, [net, plainSubnet, nic])).toBe("sensitive");
    expect(found(Nic, resource("nic:Nic", "other", { subnetId: from(secretSubnet) }), [net, secretSubnet])).toBe(
      "sensitive",
    );
  });

  test("a VM with NICs in several Subnets by the most sensitive of them", () => {
    const vm = resource("vm:Vm", "vm", {
      nics: [
        { subnetId: from(plainSubnet), deviceNumber: 0 },
        { subnetId: from(secretSubnet), deviceNumber: 1 },
      ],
    });
    expect(found(Vm, vm, [net, plainSubnet, secretSubnet])).toBe("sensitive");
  });

  test("a load balancer by its Subnet", () => {
    const balancer = resource("loadBalancer:LoadBalancer", "front", { subnets: [from(secretSubnet)] });
    expect(found(LoadBalancer, balancer, [net, secretSubnet])).toBe("sensitive");
  });

  test("a volume by the VM that attaches it, unless it has a tag of its own", () => {
    const vm = inSubnet(secretSubnet);
    const attached = (sensitivity?: string) => {
      const volume = resource("volume:Volume", "data", of(sensitivity));
      const link = resource("volumeLink:VolumeLink", "data", { volumeId: from(volume), vmId: from(vm) });
      return found(Volume, volume, [net, secretSubnet, vm, link]);
    };
    expect(attached()).toBe("sensitive");
    expect(attached("public")).toBe("public");
  });

  test("what a component holds, by the component's own tags", () => {
    const component = resource("acme:index:Vault", "vault", of("sensitive"));
    const volume = resource("volume:Volume", "data", {}, { parent: component.urn });
    expect(found(Volume, volume, [component])).toBe("sensitive");
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
  const volume = (sensitivity: string) => resource("volume:Volume", "data", of(sensitivity));
  const snapshot = (source: Resource, sensitivity?: string) =>
    resource("snapshot:Snapshot", "copy", { volumeId: from(source), ...of(sensitivity) });

  test("from a volume to its snapshot", () => {
    const [secret, plain] = [volume("sensitive"), volume("internal")];
    expect(found(Snapshot, snapshot(secret, "public"), [secret])).toBe("sensitive");
    expect(found(Snapshot, snapshot(plain), [plain])).toBe("internal");
    expect(found(Snapshot, snapshot(plain, "sensitive"), [plain])).toBe("sensitive");
  });

  test("from a snapshot to what is made from it", () => {
    const secret = volume("sensitive");
    const copy = snapshot(secret);
    const restored = resource("volume:Volume", "restored", { snapshotId: from(copy), ...of("public") });
    expect(found(Volume, restored, [secret, copy])).toBe("sensitive");
  });

  test("from a VM to its image, and not from storage that another stack made", () => {
    const vm = resource("vm:Vm", "vm", of("sensitive"));
    expect(found(Image, resource("image:Image", "golden", { vmId: from(vm) }), [vm])).toBe("sensitive");
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
    const { of: subject, shared } = ask(Volume, resource("volume:Volume", "data"), []);
    expect(() => isSensitive(subject, shared)).toThrow(UnreadableValue);
  });
});

describe("nothing is taken for known", () => {
  test("of a value outside the list", () => {
    expect(() => found(Net, resource("net:Net", "odd", of("secret")))).toThrow(UnreadableValue);
  });

  test("of a value that comes with the deployment", () => {
    const volume = resource("volume:Volume", "data", { tags: [{ key: "sensitivity", value: new Unknown() }] });
    expect(() => found(Volume, volume)).toThrow(UnknownValue);
    const copy = resource("snapshot:Snapshot", "copy", { volumeId: from(volume), ...of("internal") });
    expect(() => found(Snapshot, copy, [volume])).toThrow(UnknownValue);
    const surely = resource("snapshot:Snapshot", "copy", { volumeId: from(volume), ...of("sensitive") });
    expect(found(Snapshot, surely, [volume])).toBe("sensitive");
  });

  test("of a VM in one of several Subnets that are classified differently", () => {
    const vm = resource("vm:Vm", "vm", { subnetId: from(plainSubnet, secretSubnet) });
    expect(() => found(Vm, vm, [net, plainSubnet, secretSubnet])).toThrow(UnknownValue);
    const second = subnet("second", net);
    expect(
      found(Vm, resource("vm:Vm", "vm", { subnetId: from(plainSubnet, second) }), [net, plainSubnet, second]),
    ).toBe("internal");
  });

  test("of a setting that names no class", () => {
    expect(() => found(Net, bareNet, [], { classification: { default: "secret" } })).toThrow(UnreadableValue);
  });
});
