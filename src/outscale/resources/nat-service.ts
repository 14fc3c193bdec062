import { View } from "../provider/view";
import { Subnet } from "./subnet";

/** Translates the addresses of private Subnets, from the Subnet and so the Subregion it stands in. */
export class NatService extends View<"outscale:index/natService:NatService"> {
  static readonly types = ["outscale:index/natService:NatService"] as const;

  /** The Subnet it stands in. */
  subnet(): Subnet {
    return this.target("subnetId", Subnet);
  }

  /** The Subregion it lies in: that of its Subnet. */
  subregion(): string {
    return this.subnet().subregion();
  }

  /** Whether it serves production: as its Subnet does. */
  isProduction(): boolean {
    return this.subnet().isProduction();
  }
}
