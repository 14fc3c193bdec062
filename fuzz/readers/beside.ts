import type { Bases } from "../bases";
import { anyWay, run, wayOf } from "../command";
import type { Dice } from "../dice";
import { fileOf } from "../files";
import { isObject, type Json, type JsonObject, writeJson } from "../json";
import { damage, mutated } from "../mutate";
import type { Reader } from "../reader";
import { changedResources, documentIn, stateOf } from "./documents";

/** What stands beside a state: an earlier one, another stack's, what the API answers. */
function besideOf(name: string, make: (dice: Dice, bases: Bases, state: JsonObject) => Json): Reader {
  return {
    kind: name,
    make: (dice, bases) => {
      const state = dice.anyOf(bases.states) ?? {};
      const beside = make(dice, bases, state);
      return { as: anyWay(dice, ["prove"]), state, beside: dice.oneIn(12) ? damage(writeJson(beside), dice) : beside };
    },
    read: async (input) => {
      const file = fileOf(`${name}.json`, documentIn(input, "beside"));
      const files = name === "before" ? { before: file } : name === "live" ? { live: [file] } : { withState: [file] };
      return run(wayOf(input), "state", documentIn(input, "state"), files);
    },
  };
}

export const before = besideOf("before", (dice, _bases, state) => mutated(state, dice));

export const otherStacks: Reader = {
  ...besideOf("with-state", (dice, bases) => stateOf(changedResources(dice, bases))),
};

export const live = besideOf("live", (dice, _bases, state) => {
  const answers = answersOf(state);
  const document = dice.oneIn(3) ? (dice.anyOf(Object.values(answers)) ?? null) : answers;
  return dice.oneIn(10) ? document : mutated(document, dice);
});

/** What the API would answer of the VMs, volumes, Subnets and load balancers of a state. */
function answersOf(state: JsonObject): JsonObject {
  const deployment = isObject(state["deployment"]) ? state["deployment"] : {};
  const resources = (deployment["resources"] ?? []) as readonly JsonObject[];
  const of = (type: string) => resources.filter((resource) => resource["type"] === `outscale:index/${type}`);
  const outputs = ({ outputs = null }: JsonObject) => (isObject(outputs) ? outputs : {});
  return {
    Vms: of("vm:Vm").map((vm) => ({
      VmId: vm["id"] ?? "",
      State: outputs(vm)["state"] ?? "running",
      VmType: outputs(vm)["vmType"] ?? "",
      SubnetId: outputs(vm)["subnetId"] ?? "",
      Placement: { SubregionName: outputs(vm)["placementSubregionName"] ?? "", Tenancy: "default" },
      Nics: [{ AccountId: "012345678910", SubnetId: outputs(vm)["subnetId"] ?? "" }],
      BlockDeviceMappings: [{ DeviceName: "/dev/sda1", Bsu: { VolumeId: "vol-a0000001" } }],
    })),
    Volumes: of("volume:Volume").map((volume) => ({
      VolumeId: volume["id"] ?? "",
      Size: outputs(volume)["size"] ?? 10,
      VolumeType: "io1",
      Iops: 1000,
      LinkedVolumes: [{ VmId: "i-00000001", DeviceName: "/dev/xvdb" }],
    })),
    Subnets: of("subnet:Subnet").map((subnet) => ({ SubnetId: subnet["id"] ?? "", SubregionName: "x", NetId: "n" })),
    LoadBalancers: of("loadBalancer:LoadBalancer").map((balancer) => ({
      LoadBalancerName: outputs(balancer)["loadBalancerName"] ?? "",
      SubregionNames: ["cloudgouv-eu-west-1a"],
      BackendVmIds: ["i-00000001"],
      SourceSecurityGroup: { SecurityGroupAccountId: "012345678910" },
    })),
    ResponseContext: {},
  };
}
