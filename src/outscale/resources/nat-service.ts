import { View } from "../provider/view";
import { Subnet } from "./subnet";

/** Translates the addresses of private Subnets, from the Subnet and so the Subregion it stands in. */
export class NatService extends View<"outscale:index/natService:NatService"> {
  static readonly types = ["outscale:index/natService:NatService"] as const;

  subregion(): string {
    return this.target("subnetId", Subnet).subregion();
  }
}
