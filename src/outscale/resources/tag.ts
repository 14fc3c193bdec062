import { references, some } from "../../stack";
import { isProduction } from "../grouping/environment";
import { toTagged } from "../grouping/tags";
import { View } from "../provider/view";
import { Net } from "./net";
import { Vm } from "./vm";

/** A `Tag`: tags that are set apart from the resources that get them. */
export class Tag extends View<"outscale:index/tag:Tag"> {
  static readonly types = ["outscale:index/tag:Tag"] as const;

  /** Whether it serves production, as far as it says so itself: what it leads to may be out of sight. */
  isProduction(): boolean {
    return isProduction(this.system, this.resource, () => []);
  }

  /**
   * Whether it tags a Net or a VM that the stack does not make.
   * @throws {UnknownValue} when it may tag anything
   */
  leadsOut(): boolean {
    return some(references(this.system, this.resource, toTagged(this.system)), (target) => {
      // An id from outside says by its prefix what it is.
      if ("outside" in target) return /^(?:vpc|i)-/.test(target.outside);
      if ("resource" in target)
        return target.resource.elsewhere === true && NETS_AND_VMS.includes(target.resource.type);
      if (target.unknown.candidates.length === 0) throw target.unknown;
      return false;
    });
  }
}

const NETS_AND_VMS: readonly string[] = [...Net.types, ...Vm.types];
