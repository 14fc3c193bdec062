import { addTo, attempt, type Maybe, reference, type Resource, type Undecided } from "../../stack";
import type { System } from "../provider/system";
import { nicsOf } from "../resources/nic-link";
import { type Subnet, toSubnet } from "../resources/subnet";
import type { Nic } from "../resources/nic";
import { Vm } from "../resources/vm";

/** The VMs that stand in a Subnet or may, by NICs that they make or that they were given. */
export function findVmsOfSubnet({ system, resource }: Subnet): Maybe<Vm>[] {
  const { bySubnet, anywhere } = system.memo(findVmsOfSubnet, system, () => findVmsOfSubnets(system));
  return [...(bySubnet.get(resource.urn) ?? []), ...anywhere];
}

function findVmsOfSubnets(system: System) {
  const bySubnet = new Map<string, Maybe<Vm>[]>();
  const anywhere: Maybe<Vm>[] = [];
  for (const vm of system.all(Vm)) {
    for (const { among, why } of standsOf(vm)) {
      const occupant = { value: vm, ...(why && { why }) };
      for (const { urn } of among) addTo(bySubnet, urn, occupant);
      if (among.length === 0) anywhere.push(occupant);
    }
  }
  return { bySubnet, anywhere };
}

/** Where one NIC stands: in one Subnet, or in one of several for a reason, or for a reason in any. */
interface Stand {
  readonly among: readonly Resource[];
  readonly why?: Undecided;
}

function standsOf(vm: Vm): Stand[] {
  const own = ["subnetId", ...vm.nicPaths().map((nic) => `${nic}.subnetId`)];
  return [...settleStands(own.flatMap((path) => standAt(vm, path))), ...nicsOf(vm).flatMap(standOf)];
}

/** Nothing for what a program leaves out, and for what stands in a Subnet of another stack. */
function standAt({ system, resource }: Vm | Nic, path: string): Stand[] {
  const found = attempt(() => reference(system, resource, toSubnet(path)));
  if (found.why) return [standUnknown(found.why)];
  return found.value && "resource" in found.value ? [{ among: [found.value.resource] }] : [];
}

function standOf(nic: () => Nic): Stand[] {
  const found = attempt(nic);
  return found.why ? [standUnknown(found.why)] : standAt(found.value, toSubnet().path);
}

function standUnknown(why: Undecided): Stand {
  return { among: why.candidates.filter(isSubnet), why };
}

function isSubnet({ type }: Resource): boolean {
  return toSubnet().types.includes(type);
}

/** As many NICs as there are Subnets that they were made from: each of these is that of one. */
function settleStands(stands: readonly Stand[]): readonly Stand[] {
  const unsure = stands.filter(({ why }) => why);
  const [first] = unsure;
  if (!first || first.among.length === 0 || first.among.length > unsure.length) return stands;
  return [...stands.filter(({ why }) => !why), ...first.among.map((subnet) => ({ among: [subnet] }))];
}
