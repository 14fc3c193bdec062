import { any, some } from "../stack";
import type { Net } from "./net";
import { referring } from "./referring";
import { View } from "./view";
import { Nic, Vm } from "./vm";

/** Gives a VM or a NIC a public IP. */
export class PublicIpLink extends View<"outscale:index/publicIpLink:PublicIpLink"> {
  static readonly types = ["outscale:index/publicIpLink:PublicIpLink"] as const;

  /** What gets the public IP. */
  holder(): Vm | Nic {
    return this.sets("nicId") ? this.target("nicId", Nic) : this.target("vmId", Vm);
  }

  isIn(net: Net): boolean {
    return any(
      () => this.sets("vmId") && this.target("vmId", Vm).net() === net,
      () => this.sets("nicId") && this.target("nicId", Nic).net() === net,
    );
  }
}

/**
 * Whether a VM has a public IP: one of its own, or one that is linked to it.
 * @throws {Undecided} when none is certain and one is possible
 */
export function hasPublicAddress(vm: Vm): boolean {
  return any(
    () => vm.hasPublicIp(),
    () =>
      some(referring(vm, vm.resource, PublicIpLink.types, { path: "vmId", types: Vm.types }), (link) =>
        Boolean(link()),
      ),
  );
}
