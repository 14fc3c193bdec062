import { describe, expect, test } from "@jest/globals";
import { hasPublicAddress } from "../../../src/outscale/resources/public-ip";
import { Vm } from "../../../src/outscale/resources/vm";
import { type Resource, Unknown, UnknownValue } from "../../../src/stack";
import { from, resource, stackOf, tags } from "../../support/resources";

const net = resource("net:Net", "net");
const subnet = resource("subnet:Subnet", "subnet", { netId: from(net) });
const vm = resource("vm:Vm", "web", { subnetId: from(subnet) });
const nic = resource("nic:Nic", "nic", { subnetId: from(subnet) });
const other = resource("nic:Nic", "other", { subnetId: from(subnet) });
const nicLink = resource("nicLink:NicLink", "nic", { nicId: from(nic), vmId: from(vm), deviceNumber: 1 });

function publicIpLink(inputs: NonNullable<Parameters<typeof resource>[2]>): Resource {
  return resource("publicIpLink:PublicIpLink", "ip", inputs);
}

function withNics(...nics: NonNullable<Parameters<typeof resource>[2]>[]): Resource {
  return resource("vm:Vm", "web", { nics });
}

function isPublic(...resources: Resource[]): boolean {
  const stack = stackOf([net, subnet, ...resources]);
  const found = stack.all(Vm).find(({ name }) => name === "web");
  return found !== undefined && hasPublicAddress(found);
}

describe("a VM has a public address", () => {
  test.each<[string, Resource[]]>([
    ["by a link", [vm, publicIpLink({ vmId: from(vm) })]],
    ["by a link to a NIC that is put on it", [vm, nic, nicLink, publicIpLink({ nicId: from(nic) })]],
    [
      "by a link to a NIC that stands apart and is among its own",
      [withNics({ nicId: from(nic), deviceNumber: 0 }), nic, publicIpLink({ nicId: from(nic) })],
    ],
    [
      "by a link to the id of a NIC that it is made with",
      [
        withNics({ subnetId: from(subnet), deviceNumber: 0 }),
        publicIpLink({ nicId: from(withNics({ subnetId: from(subnet) })) }),
      ],
    ],
    ["by what its NIC links", [withNics({ subnetId: from(subnet), linkPublicIps: [{ publicIp: "198.51.100.7" }] })]],
    [
      "by what a private IP of its NIC links",
      [withNics({ subnetId: from(subnet), privateIps: [{ linkPublicIps: [{ publicIp: "198.51.100.7" }] }] })],
    ],
    [
      "by what a NIC links that is put on it",
      [
        vm,
        nicLink,
        resource("nic:Nic", "nic", {
          subnetId: from(subnet),
          privateIps: [{ linkPublicIps: [{ publicIp: "198.51.100.7" }] }],
        }),
      ],
    ],
    [
      "by a tag",
      [
        vm,
        resource("tag:Tag", "ip", {
          resourceIds: [from(vm)],
          tag: tags({ "osc.fcu.eip.auto-attach": "198.51.100.7" }),
        }),
      ],
    ],
    [
      "by its user data",
      [
        resource("vm:Vm", "web", {
          subnetId: from(subnet),
          userData:
            "-----BEGIN OUTSCALE SECTION-----\ntags.osc.fcu.eip.auto-attach=198.51.100.7\n-----END OUTSCALE SECTION-----\n",
        }),
      ],
    ],
    [
      "by its Subnet",
      [
        resource("subnet:Subnet", "open", { netId: from(net), mapPublicIpOnLaunch: true }),
        resource("vm:Vm", "web", { subnetId: from(resource("subnet:Subnet", "open")) }),
      ],
    ],
    ["in the public Cloud", [resource("vm:Vm", "web")]],
  ])("%s", (_name, resources) => {
    expect(isPublic(...resources)).toBe(true);
  });
});

describe("a VM has none", () => {
  test.each<[string, Resource[]]>([
    ["by itself", [vm]],
    ["where another VM's NIC has one", [vm, nic, nicLink, other, publicIpLink({ nicId: from(other) })]],
    [
      "in the public Cloud, when it declines it",
      [
        resource("vm:Vm", "web", {
          userData: "-----BEGIN OUTSCALE SECTION-----\nprivate_only=true\n-----END OUTSCALE SECTION-----\n",
        }),
      ],
    ],
  ])("%s", (_name, resources) => {
    expect(isPublic(...resources)).toBe(false);
  });
});

describe("it is not known whether a VM has one", () => {
  test.each<[string, Resource[]]>([
    ["when its NICs are not known", [resource("vm:Vm", "web", { nics: new Unknown() })]],
    ["when a link may be to it", [vm, publicIpLink({ vmId: new Unknown() })]],
    [
      "when a NIC may be put on it",
      [
        vm,
        nic,
        resource("nicLink:NicLink", "nic", { nicId: from(nic), vmId: new Unknown() }),
        publicIpLink({ nicId: from(nic) }),
      ],
    ],
    ["when its NIC is not in the stack", [withNics({ nicId: "eni-12345678" })]],
  ])("%s", (_name, resources) => {
    expect(() => isPublic(...resources)).toThrow(UnknownValue);
  });
});
