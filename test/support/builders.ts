import type { Resource, Unknown } from "../../src/stack";
import { from, type From, type InputsOf, resource } from "./resources";

// The resources most tests are about, each as a program that does nothing wrong would write it: a test says only what is
// different. A name is given where several of a kind stand in one stack.

export function net(name = "net", inputs: InputsOf<"net:Net"> = {}): Resource {
  return resource("net:Net", name, { ipRange: "10.0.0.0/16", ...inputs });
}

/** A Subnet of the Net `net`, in the Subregion of that letter. */
export function subnetIn(letter: "a" | "b" | "c", inputs: InputsOf<"subnet:Subnet"> = {}): Resource {
  return resource("subnet:Subnet", `subnet-${letter}`, {
    netId: from(net()),
    ipRange: `10.0.${String(letter.charCodeAt(0) - 96)}.0/24`,
    subregionName: `cloudgouv-eu-west-1${letter}`,
    ...inputs,
  });
}

/** A VM that says nothing of where it stands: a test that cares gives it a Subnet. */
export function vm(name = "vm", inputs: InputsOf<"vm:Vm"> = {}, options: Partial<Resource> = {}): Resource {
  return resource("vm:Vm", name, { imageId: "ami-12345678", ...inputs }, options);
}

/** A VM in a Subnet. */
export function vmIn(subnet: Resource, name: string, inputs: InputsOf<"vm:Vm"> = {}): Resource {
  return vm(name, { subnetId: from(subnet), ...inputs });
}

/** A volume in the Subregion `a`. */
export function volume(
  name = "data",
  inputs: InputsOf<"volume:Volume"> = {},
  options: Partial<Resource> = {},
): Resource {
  return resource("volume:Volume", name, { subregionName: "cloudgouv-eu-west-1a", size: 10, ...inputs }, options);
}

/** The attachment of a volume to a VM. */
export function volumeLink(of: Resource, to: Resource, deviceName = "/dev/xvdb", name = "link"): Resource {
  return resource("volumeLink:VolumeLink", name, { deviceName, vmId: from(to), volumeId: from(of) });
}

/** A VM with a volume that is attached to it. */
export function attached(to: Resource, inputs: InputsOf<"volume:Volume"> = {}, deviceName = "/dev/xvdb"): Resource[] {
  const data = volume("data", inputs);
  return [to, data, volumeLink(data, to, deviceName)];
}

export function securityGroup(name = "group", inputs: InputsOf<"securityGroup:SecurityGroup"> = {}): Resource {
  return resource("securityGroup:SecurityGroup", name, inputs);
}

/** A rule of the group `group`, for what comes in. */
export function rule(name: string, inputs: InputsOf<"securityGroupRule:SecurityGroupRule">): Resource {
  return resource("securityGroupRule:SecurityGroupRule", name, {
    flow: "Inbound",
    securityGroupId: from(securityGroup()),
    ...inputs,
  });
}

/** A rule of the group `group` that opens one TCP port to a range. */
export function tcp(
  port: number,
  ipRange: string | Unknown,
  name = "rule",
  inputs: InputsOf<"securityGroupRule:SecurityGroupRule"> = {},
): Resource {
  return rule(name, { ipProtocol: "tcp", fromPortRange: port, toPortRange: port, ipRange, ...inputs });
}

/** SSH to the group `group`, by default from one address. */
export function ssh(
  ipRange: string | Unknown = "198.51.100.7/32",
  name = "ssh",
  inputs: InputsOf<"securityGroupRule:SecurityGroupRule"> = {},
): Resource {
  return tcp(22, ipRange, name, inputs);
}

/** A load balancer that hands TCP 443 on from the Internet, and says nothing of where it stands. */
export function loadBalancer(name = "web", inputs: InputsOf<"loadBalancer:LoadBalancer"> = {}): Resource {
  return resource("loadBalancer:LoadBalancer", name, {
    loadBalancerName: name,
    loadBalancerType: "internet-facing",
    listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 443 }],
    ...inputs,
  });
}

/** What registers VMs behind the load balancer of that name. */
export function backends(loadBalancerName: string, ...vms: readonly (Resource | From)[]): Resource {
  return resource("loadBalancerVms:LoadBalancerVms", loadBalancerName, {
    loadBalancerName,
    backendVmIds: vms.map((one) => ("urn" in one ? from(one) : one)),
  });
}

export function image(name = "image", inputs: InputsOf<"image:Image"> = {}, options: Partial<Resource> = {}): Resource {
  return resource("image:Image", name, inputs, options);
}
