import { expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { Stack } from "../../src/stack";
import { image, loadBalancer, net, securityGroup, ssh, subnetIn, tcp, vm, volume, volumeLink } from "./builders";
import { judgementOf } from "./judgement";
import { from } from "./resources";

test.each([
  net(),
  subnetIn("a"),
  vm("vm", { subnetId: from(subnetIn("a")) }),
  volume(),
  volumeLink(volume(), vm()),
  securityGroup(),
  ssh(),
  tcp(443, "0.0.0.0/0"),
  loadBalancer("web", { subnets: [from(subnetIn("a"))] }),
  image(),
])("$type breaks no policy before it is created", (made) => {
  const stack = Stack.alone(made, { project: "unit", name: "test" });
  const alone = POLICIES.filter(({ alone: types }) => types.includes(made.type));
  const found = judgementOf(stack, alone)
    .outcomes()
    .filter(({ verdict }) => verdict === "violation");
  expect(found.map(({ policy }) => policy.name)).toEqual([]);
});
