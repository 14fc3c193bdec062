import { attemptEach, every, some } from "../../stack";
import { tagValue } from "../grouping/tags";
import type { Vm } from "../resources/vm";

/** The tags by which VMs of one value keep off each other's server. */
export const REPULSE_SERVER = ["osc.fcu.repulse_server", "osc.fcu.repulse_server_strict"];
/** The same, off the whole cluster of servers. */
const REPULSE_CLUSTER = ["osc.fcu.repulse_cluster", "osc.fcu.repulse_cluster_strict"];
const REPULSE = [
  ...REPULSE_SERVER.map((key) => ({ from: "server", key })),
  ...REPULSE_CLUSTER.map((key) => ({ from: "cluster", key })),
];

/**
 * Whether VMs start on different servers, because the user data of all asks for it by one value.
 * @throws {UnknownValue} when user data that may ask for it is not known
 */
export function startApart(vms: readonly Vm[]): boolean {
  return shareWish(vms, (vm, key) => vm.launchTag(key));
}

/**
 * Whether the tags of VMs ask for different servers by one value, which comes when they have already started.
 * @throws {UnknownValue} when a tag that may ask for it is not known
 */
export function areTaggedApart(vms: readonly Vm[]): boolean {
  return shareWish(vms, (vm, key) => tagValue(vm.system, vm.resource, key));
}

function shareWish(vms: readonly Vm[], valueOf: (vm: Vm, key: string) => string | undefined): boolean {
  const wishesOf = (vm: Vm) =>
    REPULSE.flatMap(({ from, key }) => {
      const value = valueOf(vm, key) ?? "";
      return value === "" ? [] : [`${from} ${value}`];
    });
  // What all have in common one of them has: any whose wishes are known will do.
  const {
    known: [first],
    why,
  } = attemptEach(vms.map((vm) => () => wishesOf(vm)));
  if (!first && why) throw why;
  return some(first ?? [], (wish) => every(vms, (vm) => wishesOf(vm).includes(wish)));
}
