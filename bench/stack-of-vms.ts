import type { Resource, Stack } from "../src/stack";
import { from, resource, stackOf, tags } from "../test/support/resources";

const VMS_IN_A_TIER = 25;

/**
 * A Net of three Subnets with that many VMs in it, in tiers of 25, one of which misses a Subregion, each behind an entry
 * of three load balancers and each VM with a volume of data.
 */
export function stackOfVms(count: number): Stack {
  const net = resource("net:Net", "net", { ipRange: "10.0.0.0/8" });
  const group = resource("securityGroup:SecurityGroup", "group", { netId: from(net), description: "all" });
  const subnets = ["a", "b", "c"].map((letter) =>
    resource("subnet:Subnet", letter, { netId: from(net), subregionName: `cloudgouv-eu-west-1${letter}` }),
  );
  const vms = Array.from({ length: count }, (_, number): Resource => {
    const tier = Math.floor(number / VMS_IN_A_TIER);
    const subnet = subnets[number % (tier === 0 ? 2 : 3)] ?? net;
    return resource("vm:Vm", `vm-${String(number)}`, {
      ...{ imageId: "ami-12345678", vmType: "tinav6.c2r4p2", securityGroupIds: [from(group)], subnetId: from(subnet) },
      tags: tags({ tier: `tier-${String(tier)}` }),
    });
  });
  const disks = vms.flatMap((vm, number) => dataOf(vm, `cloudgouv-eu-west-1${"abc"[number % 3] ?? ""}`));
  const entries = Array.from({ length: Math.ceil(count / VMS_IN_A_TIER) }, (_, tier) =>
    subnets.flatMap((subnet) => {
      const own = vms.slice(tier * VMS_IN_A_TIER, (tier + 1) * VMS_IN_A_TIER);
      return balancerOf(`tier-${String(tier)}-${subnet.name}`, subnet, own);
    }),
  );
  return stackOf([net, group, ...subnets, ...vms, ...disks, ...entries.flat()]);
}

function dataOf(vm: Resource, subregionName: string): Resource[] {
  const volume = resource("volume:Volume", vm.name, { subregionName, size: 10 });
  const ends = { vmId: from(vm), volumeId: from(volume) };
  return [volume, resource("volumeLink:VolumeLink", vm.name, { deviceName: "/dev/xvdb", ...ends })];
}

function balancerOf(name: string, subnet: Resource, backends: readonly Resource[]): Resource[] {
  const listeners = [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: 443 }];
  return [
    resource("loadBalancer:LoadBalancer", name, { loadBalancerName: name, subnets: [from(subnet)], listeners }),
    resource("loadBalancerVms:LoadBalancerVms", name, {
      loadBalancerName: name,
      backendVmIds: backends.map((vm) => from(vm)),
    }),
  ];
}
