import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { POLICIES } from "../policies";
import type { Resource, Stack } from "../src/stack";
import { judgementOf } from "../test/support/judgement";
import { from, resource, stackOf, tags } from "../test/support/resources";
import { median } from "./median";

const ROUNDS = 7;
const VMS_IN_A_TIER = 25;
const MOST_MILLISECONDS = 1000;
/** Of the time for ten times the resources. */
const MOST_GROWTH = 12;

const names = readdirSync(join(__dirname, "..", "policies", "availability")).map((file) => parse(file).name);
const availability = POLICIES.filter(({ name }) => names.includes(name));

/**
 * A Net of three Subnets with that many VMs in it, in tiers of 25, one of which misses a Subregion, each behind an entry
 * of three load balancers and each VM with a volume of data.
 */
function stackOfVms(count: number): Stack {
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

/** Milliseconds in which the availability policies judge a new stack. */
function timed(count: number): number {
  const judgement = judgementOf(stackOfVms(count), availability);
  const started = performance.now();
  judgement.outcomes();
  return performance.now() - started;
}

function medianOf(count: number): number {
  return median(Array.from({ length: ROUNDS }, () => timed(count)));
}

medianOf(100);
const [few, some, many] = [medianOf(1_000), medianOf(5_000), medianOf(10_000)];
const growth = many / few;
console.log(
  `availability policies, 5000 VMs in 200 tiers: ${some.toFixed(0)} ms, limit ${String(MOST_MILLISECONDS)}; ` +
    `10000 over 1000 VMs: ${growth.toFixed(1)}, limit ${String(MOST_GROWTH)}`,
);
if (some > MOST_MILLISECONDS || growth > MOST_GROWTH) process.exitCode = 1;
