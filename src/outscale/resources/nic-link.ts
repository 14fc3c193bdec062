import { attempt, UnknownValue, valueAt } from "../../stack";
import { referring } from "../provider/referring";
import { View } from "../provider/view";
import { Nic, Vm } from "./vm";

/** Puts a NIC that stands apart on a VM. */
class NicLink extends View<"outscale:index/nicLink:NicLink"> {
  static readonly types = ["outscale:index/nicLink:NicLink"] as const;
}

/** The NICs that stand apart and are put on a VM, by themselves or among its own. What is not known throws. */
export function nicsOf(vm: Vm): (() => Nic)[] {
  const links = referring(vm, vm.resource, NicLink.types, { path: "vmId", types: Vm.types });
  return [
    ...links.map((link) => () => vm.system.view(link(), NicLink).target("nicId", Nic)),
    ...pathsToNics(vm).map((path) => () => vm.target(path, Nic)),
  ];
}

/** The VMs that a NIC is put on; what is not known throws when it is looked at. */
function vmsWith(nic: Nic): (() => Vm)[] {
  const { system, resource } = nic;
  const links = referring(nic, resource, NicLink.types, { path: "nicId", types: Nic.types });
  const paths = system.memo(vmsWith, system, () => new Set(system.all(Vm).flatMap(pathsToNics)));
  const holders = [...paths].flatMap((path) => referring(nic, resource, Vm.types, { path, types: Nic.types }));
  return [
    ...links.map((link) => () => system.view(link(), NicLink).target("vmId", Vm)),
    ...holders.map((vm) => () => system.view(vm(), Vm)),
  ];
}

/** Where a VM names NICs that stand apart, or may. */
function pathsToNics(vm: Vm): string[] {
  const paths = vm.nicPaths().map((nic) => `${nic}.nicId`);
  return paths.filter((path) => valueAt(vm.resource.inputs, path) !== undefined);
}

/**
 * The VM that a NIC is put on.
 * @throws {Undecided} when none is certain
 */
export function vmOf(nic: Nic): Vm {
  const found = vmsWith(nic).map(attempt);
  const [vm] = found.flatMap((one) => ("value" in one ? [one.value] : []));
  if (vm) return vm;
  const [why] = found.flatMap((one) => ("why" in one ? [one.why] : []));
  throw why ?? new UnknownValue(nic.resource, "vmId", { outside: true });
}
