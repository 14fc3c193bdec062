import { isProduction } from "../grouping/environment";
import { View } from "../provider/view";
import type { Net } from "./net";
import { agreeOn, placesFrom, findPossibleSubnets, type Subnet, toSubnet } from "./subnet";

/** A network interface that stands apart from its VM. */
export class Nic extends View<"outscale:index/nic:Nic"> {
  static readonly types = ["outscale:index/nic:Nic"] as const;

  /** @throws {UnknownValue} when its Subnet or Net is not in the stack */
  net(): Net {
    return this.#agreeOn((subnet) => subnet.net());
  }

  /** @throws {UnknownValue} when its Subnet is not in the stack */
  subregion(): string {
    return this.#agreeOn((subnet) => subnet.subregion());
  }

  isProduction(): boolean {
    return isProduction(this.system, this.resource, () => placesFrom(this.subnets()));
  }

  /** The Subnet it stands in, or those of which it stands in one. */
  subnets(): readonly Subnet[] {
    return findPossibleSubnets(this, toSubnet().path);
  }

  #agreeOn<T>(what: (subnet: Subnet) => T): T {
    return agreeOn(this, toSubnet().path, this.subnets(), what);
  }
}
