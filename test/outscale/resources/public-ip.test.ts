import { describe, expect, test } from "@jest/globals";
import { hasPublicAddress } from "../../../src/outscale/resources/public-ip";
import { Vm } from "../../../src/outscale/resources/vm";
import { type Resource, Unknown, UnknownValue } from "../../../src/stack";
import { net, subnetIn, vm, vmIn } from "../../support/builders";
import { from, type InputsOf, resource, systemOf, tags } from "../../support/resources";

const subnet = subnetIn("a");
const web = vmIn(subnet, "web");
const nic = resource("nic:Nic", "nic", { subnetId: from(subnet) });
const other = resource("nic:Nic", "other", { subnetId: from(subnet) });
const nicLink = resource("nicLink:NicLink", "nic", { nicId: from(nic), vmId: from(web), deviceNumber: 1 });

function publicIpLink(inputs: InputsOf<"publicIpLink:PublicIpLink">): Resource {
  return resource("publicIpLink:PublicIpLink", "ip", inputs);
}

/** The VM as one that stands in a Net by its NICs alone. */
function withNics(nics: InputsOf<"vm:Vm">["nics"]): Resource {
  return vm("web", { nics });
}

function isPublic(...resources: Resource[]): boolean {
  const system = systemOf([net(), subnet, ...resources]);
  const found = system.all(Vm).find(({ name }) => name === "web");
  return found !== undefined && hasPublicAddress(found);
}

describe("a VM has a public address", () => {
  test.each<[string, Resource[]]>([
    ["by a link", [web, publicIpLink({ vmId: from(web) })]],
    ["by a link to a NIC that is put on it", [web, nic, nicLink, publicIpLink({ nicId: from(nic) })]],
    [
      "by a link to a NIC that stands apart and is among its own",
      [withNics([{ nicId: from(nic), deviceNumber: 0 }]), nic, publicIpLink({ nicId: from(nic) })],
    ],
    [
      "by a link to the id of a NIC that it is made with",
      [
        withNics([{ subnetId: from(subnet), deviceNumber: 0 }]),
        publicIpLink({ nicId: from(withNics([{ subnetId: from(subnet) }])) }),
      ],
    ],
    ["by what its NIC links", [withNics([{ subnetId: from(subnet), linkPublicIps: [{ publicIp: "198.51.100.7" }] }])]],
    [
      "by what a private IP of its NIC links",
      [withNics([{ subnetId: from(subnet), privateIps: [{ linkPublicIps: [{ publicIp: "198.51.100.7" }] }] }])],
    ],
    [
      "by what a NIC links that is put on it",
      [
        web,
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
        web,
        resource("tag:Tag", "ip", {
          resourceIds: [from(web)],
          tag: tags({ "osc.fcu.eip.auto-attach": "198.51.100.7" }),
        }),
      ],
    ],
    [
      "by its user data",
      [
        vmIn(subnet, "web", {
          userData:
            "-----BEGIN OUTSCALE SECTION-----\ntags.osc.fcu.eip.auto-attach=198.51.100.7\n-----END OUTSCALE SECTION-----\n",
        }),
      ],
    ],
    ["by its Subnet", [subnetIn("b", { mapPublicIpOnLaunch: true }), vmIn(subnetIn("b"), "web")]],
    ["in the public Cloud", [vm("web")]],
  ])("%s", (_name, resources) => {
    expect(isPublic(...resources)).toBe(true);
  });
});

describe("a VM has none", () => {
  test.each<[string, Resource[]]>([
    ["by itself", [web]],
    ["where another VM's NIC has one", [web, nic, nicLink, other, publicIpLink({ nicId: from(other) })]],
    [
      "in the public Cloud, when it declines it",
      [
        vm("web", {
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
    ["when its NICs are not known", [withNics(new Unknown())]],
    ["when a link may be to it", [web, publicIpLink({ vmId: new Unknown() })]],
    [
      "when a NIC may be put on it",
      [
        web,
        nic,
        resource("nicLink:NicLink", "nic", { nicId: from(nic), vmId: new Unknown() }),
        publicIpLink({ nicId: from(nic) }),
      ],
    ],
    ["when its NIC is not in the stack", [withNics([{ nicId: "eni-12345678" }])]],
  ])("%s", (_name, resources) => {
    expect(() => isPublic(...resources)).toThrow(UnknownValue);
  });
});
