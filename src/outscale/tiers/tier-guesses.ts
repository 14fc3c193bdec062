import { ifKnown } from "../../stack";
import { type Described, groupByTraits } from "../grouping/group-by-traits";
import { stemOf } from "../grouping/names";
import type { System } from "../provider/system";
import { LoadBalancerVms } from "../resources/load-balancer";
import type { Vm } from "../resources/vm";
import type { Grouping } from "./job";

/** A VM that is to belong to a tier, and by what it was found to do its job. */
export interface Candidate {
  readonly vm: Vm;
  readonly by: Grouping;
}

/** Gives a job to those that declare none: by name and security groups, else by load balancers, else none but its own. */
export function guessJobs(system: System, all: readonly Described<Candidate>[]): Described<Candidate>[] {
  const stem = (vm: Vm) => stemOf(vm.name, system.settings);
  const byName = guessBy(all.filter(isSilent), "name", stem, (vm) => `${stem(vm)} ${securityGroupsOf(vm)}`);
  const byEntry = guessBy(byName.alone, "load balancer", stem, (vm) => entryOf(vm));
  const alone = byEntry.alone.map((one) => setJob(one, one.value.vm.name));
  return [...all.filter((one) => !isSilent(one)), ...byName.grouped, ...byEntry.grouped, ...alone];
}

function isSilent({ traits }: Described<Candidate>): boolean {
  return traits["job"] === undefined;
}

function setJob(one: Described<Candidate>, job: string): Described<Candidate> {
  return { ...one, traits: { ...one.traits, job } };
}

/** Groups those with the same sign, and tells them from those that share theirs with nobody. */
function guessBy(
  silent: readonly Described<Candidate>[],
  by: Grouping,
  nameOf: (vm: Vm) => string,
  signOf: (vm: Vm) => string | undefined,
): { grouped: Described<Candidate>[]; alone: Described<Candidate>[] } {
  const groups = groupByTraits(
    silent.map((one) => ({
      ...setJob(one, signOf(one.value.vm) ?? `alone: ${one.value.vm.resource.urn}`),
      value: one,
    })),
  );
  const together = groups.filter(({ members }) => members.certain.length > 1);
  return {
    grouped: together.flatMap(
      ({
        members: {
          certain: [first, ...others],
        },
      }) =>
        first
          ? [first, ...others].map((one) => setJob({ ...one, value: { ...one.value, by } }, nameOf(first.value.vm)))
          : [],
    ),
    alone: groups.filter((group) => !together.includes(group)).flatMap(({ members }) => members.certain),
  };
}

function securityGroupsOf(vm: Vm): string {
  return ifKnown(() => vm.securityGroups().sort().join()) ?? vm.resource.urn;
}

/** What the load balancers in front of a VM offer; two VMs behind the same offer do the same job. */
function entryOf(vm: Vm): string | undefined {
  const offers = ifKnown(() => {
    const { certain } = vm.system.referrers(vm.resource, LoadBalancerVms, LoadBalancerVms.toVms);
    return certain.flatMap((attachment) => {
      const balancer = attachment.loadBalancer();
      return balancer ? [`${stemOf(balancer.name, vm.system.settings)} ${balancer.listenerSignature()}`] : [];
    });
  });
  return offers === undefined || offers.length === 0 ? undefined : [...new Set(offers)].sort().join(" | ");
}
