import { View } from "./view";
import { Nic, Vm } from "./vm";

/** Puts a NIC that stands apart on a VM. */
export class NicLink extends View<"outscale:index/nicLink:NicLink"> {
  static readonly types = ["outscale:index/nicLink:NicLink"] as const;
  static readonly toNic = { path: "nicId", types: Nic.types } as const;
  static readonly toVm = { path: "vmId", types: Vm.types } as const;

  /** @throws {UnknownValue} when it is not in the stack */
  nic(): Nic {
    return this.target("nicId", Nic);
  }

  /** @throws {UnknownValue} when it is not in the stack */
  vm(): Vm {
    return this.target("vmId", Vm);
  }
}
