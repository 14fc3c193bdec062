import { attemptEach, UnknownValue, valueAt } from "../../stack";
import { View } from "../provider/view";
import { Nic } from "./nic";
import { Vm } from "./vm";

/** Puts a NIC that stands apart on a VM. */
class NicLink extends View<"outscale:index/nicLink:NicLink"> {
  static readonly types = ["outscale:index/nicLink:NicLink"] as const;
}

/** The NICs that stand apart and are put on a VM, by themselves or among its own. What is not known throws. */
export function nicsOf(vm: Vm): (() => Nic)[] {
  const links = vm.system.referrers(vm.resource, NicLink, { path: "vmId", types: Vm.types }).lookups();
  return [
    ...links.map((link) => () => link().target("nicId", Nic)),
    ...listNicPaths(vm).map((path) => () => vm.target(path, Nic)),
  ];
}

/** The VMs that a NIC is put on; what is not known throws when it is looked at. */
function findVmsWithNic(nic: Nic): (() => Vm)[] {
  const { system, resource } = nic;
  const links = system.referrers(resource, NicLink, { path: "nicId", types: Nic.types }).lookups();
  const paths = system.memo(findVmsWithNic, system, () => new Set(system.all(Vm).flatMap(listNicPaths)));
  const holders = [...paths].flatMap((path) => system.referrers(resource, Vm, { path, types: Nic.types }).lookups());
  return [...links.map((link) => () => link().target("vmId", Vm)), ...holders];
}

/** Where a VM names NICs that stand apart, or may. */
function listNicPaths(vm: Vm): string[] {
  const paths = vm.nicPaths().map((nic) => `${nic}.nicId`);
  return paths.filter((path) => valueAt(vm.resource.inputs, path) !== undefined);
}

/**
 * The VM that a NIC is put on.
 * @throws {Undecided} when none is certain
 */
export function vmOf(nic: Nic): Vm {
  const {
    known: [vm],
    why,
  } = attemptEach(findVmsWithNic(nic));
  if (vm) return vm;
  throw why ?? new UnknownValue(nic.resource, "vmId", { outside: true });
}
